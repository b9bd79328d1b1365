import type { ExportedLetter } from '../../schemas/export.ts'
import type { Verdict, VerdictValue } from '../../schemas/verdict.ts'
import type { Column } from './commitments-csv.ts'

/** A verdict as it is exported beside a commitment. `decidedBy`: null for a proposal. */
export type ExportedVerdict = {
  period: string
  verdict: VerdictValue
  reason: string
  decidedBy: string | null
}
/** The verdicts of some commitments by their ids. */
export type ExportedVerdicts = Map<string, ExportedVerdict>

/** The verdicts of what is listed, as they are exported. */
export function exportedVerdicts(listed: { id: string; verdict: Verdict | null }[]): ExportedVerdicts {
  return new Map(
    listed.flatMap(({ id, verdict: of }) => {
      if (!of) return []
      const { period, verdict, reason, decision } = of
      return [[id, { period, verdict, reason, decidedBy: decision?.by ?? null }]]
    }),
  )
}

/** The letters of an export, each commitment with its verdict; null for one that figures cannot tell about. */
export function withVerdicts(letters: ExportedLetter[], verdicts: ExportedVerdicts) {
  return letters.map((letter) => ({
    ...letter,
    commitments: letter.commitments.map((one) => ({ ...one, verdict: verdicts.get(one.id) ?? null })),
  }))
}

/** The columns of verdicts in a table, after those of a commitment. */
export function verdictColumns(verdicts: ExportedVerdicts): Column[] {
  return [
    ['verdict', (_, { id }) => verdicts.get(id)?.verdict ?? null],
    ['verdict_period', (_, { id }) => verdicts.get(id)?.period ?? null],
    ['verdict_reason', (_, { id }) => verdicts.get(id)?.reason ?? null],
    ['verdict_decided_by', (_, { id }) => verdicts.get(id)?.decidedBy ?? null],
  ]
}
