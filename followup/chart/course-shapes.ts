import type { ChecklistCourse } from '../../schemas/checklist.ts'
import { parsePeriod } from '../../schemas/period.ts'
import { danishDate } from '../danish-words.ts'
import { danishDataPeriod, danishValue } from '../verdicts/figure-words.ts'

export type Role = 'axis' | 'municipality' | 'country' | 'criterion' | 'promise'
/** What a chart is drawn of, in units of its own. A renderer gives each role its colour. */
export type Shape =
  | { kind: 'line'; role: Role; points: [number, number][]; dashed: boolean }
  | { kind: 'dot'; role: Role; at: [number, number] }
  | { kind: 'words'; role: Role; at: [number, number]; anchor: 'start' | 'middle' | 'end'; words: string }

export type ChartDrawing = { width: number; height: number; shapes: Shape[] }

const width = 640
const height = 220
const plot = { left: 56, right: 500, top: 22, bottom: 176 }
const lineHeight = 15
/** A value stands over its dot, or so far under it where the other line is higher. */
const belowDot = 17

/** The course of an indicator: the municipality, the country, what is asked, and the day of the promise. */
export function courseShapes(course: ChecklistCourse): ChartDrawing {
  const { points, indicator, promised, criterion } = course
  const dated = points.map((point) => ({ ...point, at: middleOf(point.period) }))
  const days = [...dated.map(({ at }) => at), ...(promised ? [Date.parse(promised)] : [])]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = (at: number) =>
    first === last
      ? (plot.left + plot.right) / 2
      : plot.left + 24 + ((at - first) / (last - first)) * (plot.right - plot.left - 48)
  const wanted = criterion?.reference === null ? criterion.value : null
  const values = points.flatMap(({ value, country }) => [value?.value ?? 0, country?.value ?? 0])
  const top = niceTop(Math.max(...values, wanted ?? 0, 1))
  const y = (value: number) => plot.bottom - (value / top) * (plot.bottom - plot.top)
  const line = (role: Role, points: [number, number][], dashed = false): Shape => ({
    kind: 'line',
    role,
    points,
    dashed,
  })
  const words = (
    role: Role,
    at: [number, number],
    text: string,
    anchor: 'start' | 'middle' | 'end' = 'middle',
  ): Shape => ({ kind: 'words', role, at, anchor, words: text })
  const grid = [0, top / 2, top].flatMap((value) => [
    line('axis', [
      [plot.left, y(value)],
      [plot.right, y(value)],
    ]),
    words(
      'axis',
      [plot.left - 6, y(value) + 4],
      danishValue(value, indicator.unit).replace(' pct.', ' %'),
      'end',
    ),
  ])
  const periods = dated.map(({ period, at }) =>
    words('axis', [x(at), plot.bottom + 18], danishDataPeriod(period)),
  )
  const series = (role: 'municipality' | 'country') => {
    const known = dated.flatMap(({ at, value, country }) => {
      const figure = role === 'municipality' ? value : country
      return figure?.value == null ? [] : [{ place: [x(at), y(figure.value)] as [number, number], figure }]
    })
    return [
      line(
        role,
        known.map(({ place }) => place),
        role === 'country',
      ),
      ...known.map(({ place }): Shape => ({ kind: 'dot', role, at: place })),
      ...known.map(({ place: [left, high], figure }) => {
        const other = known.length > 0 ? opposite(dated, role, figure.period) : null
        const below = high + belowDot < plot.bottom && other !== null && (figure.value ?? 0) < other
        return words(
          role,
          [left, below ? high + belowDot : high - 8],
          danishValue(figure.value ?? 0, figure.unit).replace(' pct.', ''),
        )
      }),
    ]
  }
  const promise = promised
    ? [
        line(
          'promise',
          [
            [x(Date.parse(promised)), plot.top - 4],
            [x(Date.parse(promised)), plot.bottom],
          ],
          true,
        ),
        words('promise', [x(Date.parse(promised)), plot.bottom + 36], `redegørelse ${danishDate(promised)}`),
      ]
    : []
  const asked =
    wanted === null
      ? []
      : [
          line('criterion', [
            [plot.left, y(wanted)],
            [plot.right, y(wanted)],
          ]),
        ]
  const legend = [
    ['municipality', 'kommunen'],
    ['country', 'hele landet'],
    ...(wanted === null ? [] : [['criterion', `krav ${danishValue(wanted, indicator.unit)}`]]),
  ] as [Role, string][]
  return {
    width,
    height,
    shapes: [
      ...grid,
      ...periods,
      ...asked,
      ...promise,
      ...series('country'),
      ...series('municipality'),
      ...legend.flatMap(([role, label], at): Shape[] => {
        const level = plot.top + 10 + at * (lineHeight + 4)
        return [
          line(
            role,
            [
              [plot.right + 14, level - 4],
              [plot.right + 36, level - 4],
            ],
            role === 'country',
          ),
          words(role, [plot.right + 42, level], label, 'start'),
        ]
      }),
    ],
  }
}

type Dated = ChecklistCourse['points'][number]

/** The value of the other line in the same period. */
function opposite(points: Dated[], role: 'municipality' | 'country', period: string): number | null {
  const point = points.find((one) => one.period === period)
  return (role === 'municipality' ? point?.country : point?.value)?.value ?? null
}

function middleOf(code: string): number {
  const period = parsePeriod(code)
  return period ? (Date.parse(period.start) + Date.parse(period.end)) / 2 : 0
}

/** The next round number at or above: 1, 2 or 5 times a power of ten. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power
}
