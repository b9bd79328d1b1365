import { country } from '../../schemas/observation.ts'
import { parsePeriod } from '../../schemas/period.ts'
import type { Store } from '../../store/query.ts'
import { lastObservation, readObservations } from '../../store/read-figures.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { type Course, coursesFor } from '../verdicts/verdicts-for.ts'

/** The municipalities that figures are there for, the one shown, and its courses up to the last period there is. */
export type LatestFigures = {
  areas: string[]
  shown: string | null
  courses: Course[]
  period: string | null
}

/** The areas and periods that figures are there for; read again only after an import. */
const known = whileUnchanged((store: Store) => {
  const observations = readObservations(store)
  const months = observations.flatMap(({ period }) => (/^\d{4}M\d\d$/.test(period) ? period : []))
  const periods = months.length > 0 ? months : observations.map(({ period }) => period)
  return {
    areas: [...new Set(observations.map(({ area }) => area))].filter((area) => area !== country),
    last: periods.toSorted().at(-1) ?? null,
  }
}, lastObservation)

/** @param wanted the code of a municipality; one without figures gives the first that has some */
export function latestFigures(store: Store, wanted: string): LatestFigures {
  const { areas, last } = known(store)
  const shown = areas.includes(wanted) ? wanted : (areas.toSorted()[0] ?? null)
  const period = last === null ? null : parsePeriod(last)
  if (shown === null || period === null) return { areas, shown: null, courses: [], period: null }
  return { areas, shown, courses: coursesFor(store, period).get(shown) ?? [], period: period.code }
}
