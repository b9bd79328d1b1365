import type { StoredCommitment } from '../schemas/stored-letter.ts'
import type { AuditEntry } from '../store/decide.ts'

/** A field that a decision changed, its values in words; `-` is no value. */
export type FieldChange = { field: string; before: string; after: string }

const values: Record<string, (commitment: StoredCommitment) => string | null> = {
  review: ({ review }) => review,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  time: ({ times }) =>
    times
      .map(({ relation, start, end }) => `${relation} ${start === end ? end : `${start} to ${end}`}`)
      .join(', '),
  every: ({ every }) => every,
  responsible: ({ responsible }) => responsible,
  target: ({ target }) => target && JSON.stringify(target),
}

/** What a person's decision on a commitment, or on its verdict in a period, changed. */
export function decisionChanges({ action, before, after }: AuditEntry): FieldChange[] {
  if (action.startsWith('verdict-')) {
    const [was, is] = [before, after] as { period: string; verdict: string }[]
    return [{ field: `verdict ${is?.period}`, before: was?.verdict ?? '-', after: is?.verdict ?? '-' }]
  }
  const read = (value: (of: StoredCommitment) => string | null, of: unknown) =>
    value(of as StoredCommitment) || '-'
  return Object.entries(values)
    .map(([field, value]) => ({ field, before: read(value, before), after: read(value, after) }))
    .filter((change) => change.before !== change.after)
}
