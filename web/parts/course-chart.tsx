import { danishDataPeriod, danishFigure } from '../../followup/verdicts/figure-words.ts'
import type { Course } from '../../followup/verdicts/verdicts-for.ts'
import type { Figure } from '../../schemas/verdict.ts'
import { ScrollTable } from './table.tsx'

const width = 720
const height = 240
const left = 56
const bottom = 30
const top = 14

/** The course of an indicator in a municipality against the country: a chart, and the same as a table. */
export function CourseChart({ course, area }: { course: Course; area: string }) {
  const { indicator, figures, country } = course
  const periods = [...new Set([...figures, ...country].map(({ period }) => period))].sort()
  const values = [...figures, ...country].flatMap(({ value }) => (value === null ? [] : [value]))
  const most = Math.max(1, ...values) * 1.1
  const x = (period: string) =>
    left + ((periods.indexOf(period) + 0.5) / Math.max(1, periods.length)) * (width - left - 20)
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - top)
  const id = `kurve-${indicator.id}`
  const line = (points: Figure[]) =>
    points.flatMap(({ period, value }) => (value === null ? [] : [`${x(period)},${y(value)}`])).join(' ')
  const every = Math.ceil(periods.length / 6)
  const of = (list: Figure[], period: string) => list.find((one) => one.period === period)
  return (
    <section class="chart" aria-labelledby={id}>
      <h3 id={id}>{indicator.name}</h3>
      <p class="legend">
        <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
          <line class="course-own" x1="0" x2="30" y1="6" y2="6" />
        </svg>{' '}
        {area}{' '}
        <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
          <line class="course-country" x1="0" x2="30" y1="6" y2="6" />
        </svg>{' '}
        hele landet
      </p>
      <section class="chart-scroll" tabindex={0} aria-label={`Kurve: ${indicator.shortName}`}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-titel`}>
          <title
            id={`${id}-titel`}
          >{`${indicator.shortName} i ${area} og hele landet; tallene står i tabellen nedenfor`}</title>
          {[0, 0.5, 1].map((share) => (
            <>
              <line
                class="row-line"
                x1={left}
                x2={width - 10}
                y1={y((most / 1.1) * share)}
                y2={y((most / 1.1) * share)}
              />
              <text x={left - 8} y={y((most / 1.1) * share) + 4} text-anchor="end">
                {((most / 1.1) * share).toLocaleString('da', { maximumFractionDigits: 1 })}
              </text>
            </>
          ))}
          {periods.map((period, index) =>
            index % every === 0 ? (
              <text x={x(period)} y={height - 8} text-anchor="middle">
                {danishDataPeriod(period)}
              </text>
            ) : null,
          )}
          <polyline class="course-country" points={line(country)} />
          <polyline class="course-own" points={line(figures)} />
          {figures.map(({ period, value }) =>
            value === null ? null : <circle class="day-mark" cx={x(period)} cy={y(value)} r="4" />,
          )}
        </svg>
      </section>
      <details>
        <summary>Tallene</summary>
        <ScrollTable label={indicator.shortName}>
          <thead>
            <tr>
              <th scope="col">Periode</th>
              <th scope="col" class="number">
                {area}
              </th>
              <th scope="col" class="number">
                Hele landet
              </th>
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map((period) => {
              const [own, all] = [of(figures, period), of(country, period)]
              return (
                <tr>
                  <th scope="row">{danishDataPeriod(period)}</th>
                  <td class="number">{own ? danishFigure(own) : ''}</td>
                  <td class="number">{all ? danishFigure(all) : ''}</td>
                </tr>
              )
            })}
          </tbody>
        </ScrollTable>
      </details>
    </section>
  )
}
