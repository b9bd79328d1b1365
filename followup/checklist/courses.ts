import type { ChecklistCourse } from '../../schemas/checklist.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import type { Course } from '../verdicts/verdicts-for.ts'

/**
 * The courses to show: those of the indicators that the statement's verdicts are about, the leading one's first. What is
 * asked is drawn in when it can be said in the indicator's own terms.
 */
export function checklistCourses(
  courses: Course[],
  promised: string | null,
  verdicts: Verdict[],
  leading: Verdict | null,
): ChecklistCourse[] {
  const wanted = [leading, ...verdicts].flatMap((verdict) => verdict?.indicator?.id ?? [])
  return [...new Set(wanted)].flatMap((id) => {
    const course = courses.find(({ indicator }) => indicator.id === id)
    if (!course) return []
    const { name, shortName, unit, better, doesNotMeasure } = course.indicator
    const periods = [...new Set([...course.figures, ...course.country].map(({ period }) => period))].sort()
    const own = leading?.indicator?.id === id && leading.indicator.sense === 'as-measured'
    return [
      {
        indicator: { id, name, shortName, unit, better, doesNotMeasure },
        points: periods.map((period) => ({
          period,
          value: course.figures.find((figure) => figure.period === period) ?? null,
          country: course.country.find((figure) => figure.period === period) ?? null,
        })),
        promised,
        criterion: own ? leading.criterion : null,
      },
    ]
  })
}
