import type { ChecklistCourse } from '../../schemas/checklist.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { danishDate } from '../danish-words.ts'
import { danishCriterion, danishDataPeriod, danishFigure, danishRetrieval } from '../verdicts/figure-words.ts'
import { type Block, text } from './blocks.ts'

/** The figures of a case: a chart of the course, and a table with where each value comes from. */
export function figureBlocks(courses: ChecklistCourse[], verdicts: Verdict[]): Block[] {
  if (courses.length === 0) return [{ kind: 'paragraph', text: text(noFigures(verdicts)) }]
  return courses.flatMap((course): Block[] => [
    { kind: 'chart', course, caption: chartCaption(course) },
    {
      kind: 'table',
      caption: `${course.indicator.name}. Hvad tallet ikke måler: ${course.indicator.doesNotMeasure}`,
      head: ['Periode', 'Kommunen', 'Hele landet', 'Kilde'],
      shares: [18, 13, 13, 56],
      rows: course.points.map(({ period, value, country }) => [
        text(danishDataPeriod(period)),
        text(value ? danishFigure(value) : '–'),
        text(country ? danishFigure(country) : '–'),
        text(sourceOf(value ?? country)),
      ]),
    },
  ])
}

function noFigures(verdicts: Verdict[]): string {
  const names = [...new Set(verdicts.flatMap(({ indicator }) => indicator?.shortName ?? []))]
  return names.length > 0
    ? `Der er ingen tal her for ${names.map((name) => `»${name}«`).join(' og ')}.`
    : 'Ingen af de beskrevne tal måler det, som brevet lover.'
}

function sourceOf(figure: ChecklistCourse['points'][number]['value']): string {
  if (!figure) return ''
  const before = figure.before
    ? `; før ${danishFigure({ ...figure.before, unit: figure.unit })} (${danishRetrieval(figure.before.retrieved)})`
    : ''
  return `${figure.source}, ${danishRetrieval(figure.retrieved)}${before}`
}

/** A chart in words, for those who do not see it. */
export function chartCaption({ indicator, points, promised, criterion }: ChecklistCourse): string {
  const course = points
    .map(({ period, value, country }) =>
      [
        `${danishDataPeriod(period)} ${value ? danishFigure(value) : 'intet tal'}`,
        ...(country ? [`hele landet ${danishFigure(country)}`] : []),
      ].join(', '),
    )
    .join('; ')
  const day = promised ? ` Redegørelsen er af ${danishDate(promised)}.` : ''
  const asked = criterion
    ? ` Tilsagnet: ${danishCriterion(criterion, indicator.unit).replace(/\.$/, '')}.`
    : ''
  return `»${indicator.shortName}«: ${course.replace(/\.$/, '')}.${day}${asked}`
}
