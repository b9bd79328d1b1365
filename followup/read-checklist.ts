import type { Checklist } from '../schemas/checklist.ts'
import type { Period } from '../schemas/period.ts'
import { observationsOf } from '../schemas/verdict.ts'
import { letterRecords } from '../store/letter-records.ts'
import type { Store } from '../store/query.ts'
import { recordReliance } from '../store/save-figures.ts'
import { caseAssessments } from './assessment/read-assessment.ts'
import { buildChecklist } from './build-checklist.ts'
import { buildCases } from './case/build-cases.ts'
import { coursesFor, figuresNow } from './verdicts/verdicts-for.ts'

/**
 * The checklist of a period from everything recorded.
 * @param only the code of one municipality; without it all of them
 */
export function readChecklist(store: Store, period: Period, only?: string): Checklist {
  const letters = letterRecords(store)
  // What is open in a case hangs on the day; nothing of that is in the checklist.
  const cases = buildCases(letters, period.end).cases.filter(
    ({ municipality: { code } }) => only === undefined || code === only,
  )
  const basis = {
    figures: figuresNow(store),
    courses: coursesFor(store, period),
    cases,
    assessments: caseAssessments(cases, letters),
  }
  return buildChecklist(letters, period, basis, only)
}

/** Notes with which values a checklist was written, so that a later change of one tells which lists to look at again. */
export function noteReliance(store: Store, { period, municipalities }: Checklist, at: string): void {
  for (const { municipality, verdicts, planVerdicts, courses } of municipalities) {
    const shown = courses.flatMap(({ points }) =>
      points.flatMap(({ value, country }) =>
        [value, country].flatMap((figure) => figure?.observationId ?? []),
      ),
    )
    const judged = [...verdicts, ...planVerdicts].flatMap(observationsOf)
    const reliance = { kind: 'checklist' as const, record: municipality.name, period: period.code, at }
    recordReliance(store, reliance, [...judged, ...shown])
  }
}
