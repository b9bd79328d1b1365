import { commitmentKindSchema, commitmentStatusSchema } from '../schemas/commitment.ts'
import type { StoredCommitment } from '../schemas/stored-letter.ts'
import { everySchema, type TimeExpression } from '../schemas/time.ts'
import type { CommitmentChanges } from '../store/decide.ts'
import { parseDay } from './parse-day.ts'
import { UsageError } from './usage-error.ts'

/** What `--set field=value` asks to change in a commitment. @throws UsageError when a field or value is not known */
export function parseChanges(settings: string[], commitment: StoredCommitment): CommitmentChanges {
  const changes: CommitmentChanges = {}
  for (const setting of settings) {
    const [field, ...rest] = setting.split('=')
    const value = rest.join('=').trim()
    const check = <T>(result: { success: true; data: T } | { success: false }): T => {
      if (!result.success) throw new UsageError(`--set ${setting}: '${value}' is not possible for ${field}`)
      return result.data
    }
    if (field === 'kind') changes.kind = check(commitmentKindSchema.safeParse(value))
    else if (field === 'status') changes.status = check(commitmentStatusSchema.safeParse(value))
    else if (field === 'every') changes.every = value === '' ? null : check(everySchema.safeParse(value))
    else if (field === 'responsible') changes.responsible = value === '' ? null : value
    else if (field === 'deadline')
      changes.times = value === '' ? [] : [deadline(parseDay('set deadline', value), commitment)]
    else
      throw new UsageError(
        `--set ${setting}: use kind, status, every, responsible or deadline, then = and a value`,
      )
  }
  return changes
}

/** A deadline that a person set. Its words are those of the time it corrects, or else those of the whole commitment. */
function deadline(day: string, commitment: StoredCommitment): TimeExpression {
  const [corrected] = commitment.times
  return {
    quote: corrected?.quote ?? commitment.quote,
    span: corrected?.span ?? commitment.span ?? { start: 0, end: 0 },
    relation: 'by',
    start: day,
    end: day,
    grain: 'day',
    assumed: [],
    rule: 'person',
  }
}
