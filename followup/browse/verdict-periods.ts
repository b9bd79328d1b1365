import { type Period, parsePeriod, periodKind } from '../../schemas/period.ts'
import { readAnnouncedMonths, readFigurePeriods } from '../../store/known-periods.ts'
import type { Store } from '../../store/query.ts'
import { whileUnchanged } from '../../store/unchanged.ts'

/**
 * The data periods that verdicts can be told by: those with figures and those on whose data the ministry announced a
 * status, the latest first. `usual` is the one that applies when nobody chooses: the latest month with figures (without
 * months the latest period), without figures the latest that is announced; null when there is none.
 */
export type VerdictPeriods = { all: Period[]; usual: Period | null }

/** Read again only after a change. Shared: do not change it. */
export const verdictPeriods = whileUnchanged((store: Store): VerdictPeriods => {
  const withFigures = latestFirst(readFigurePeriods(store))
  const announced = latestFirst(readAnnouncedMonths(store).map((month) => month.replace('-', 'M')))
  const codes = new Set([...withFigures, ...announced].map(({ code }) => code))
  return {
    all: latestFirst([...codes]),
    usual: withFigures.find((period) => periodKind(period) === 'M') ?? withFigures[0] ?? announced[0] ?? null,
  }
})

const latestFirst = (codes: string[]): Period[] =>
  codes
    .flatMap((code) => parsePeriod(code) ?? [])
    .sort((a, b) => (a.end === b.end ? a.code.localeCompare(b.code) : a.end < b.end ? 1 : -1))
