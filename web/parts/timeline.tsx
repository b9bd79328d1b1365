import type { Due, MunicipalityLine } from '../../followup/browse/overview.ts'
import type { CommitmentRow } from '../../store/commitment-rows.ts'
import { groupBy } from '../../store/read-commitments.ts'
import { capital, counted, danishDate, danishPeriod, danishTime, opening } from './words.ts'

const width = 1000
const nameWidth = 190
const rowHeight = 26
const headHeight = 30
const shownRows = 24
const msPerDay = 86_400_000
const radius = 5
/** Marks that lie nearer than this would hide each other. */
const nearest = 4 * radius

type Scale = { first: number; last: number; x: (day: string) => number }

const ms = (day: string): number => Date.parse(day)

/** From a month before the first day shown to a month after the last; `days` are in order. */
function scaleFor(days: string[]): Scale {
  const first = ms(days[0] ?? '') - 31 * msPerDay
  const last = ms(days.at(-1) ?? '') + 31 * msPerDay
  const place = (day: string) => nameWidth + ((ms(day) - first) / (last - first)) * (width - nameWidth - 10)
  const places = new Map(days.map((day) => [day, place(day)]))
  return { first, last, x: (day) => places.get(day) ?? place(day) }
}

/** A bar for each period and a mark for each day on which something falls due, a row for each municipality. */
export function Timeline({ lines, day }: { lines: MunicipalityLine[]; day: string }) {
  const shown = lines.filter(({ due }) => due.length > 0).slice(0, shownRows)
  if (shown.length === 0) return <p>Ingen tilsagn har en frist.</p>
  const days = [...new Set(shown.flatMap(({ due }) => due.map((one) => one.day)))].sort()
  const isNearby = nearby(day, days)
  const scale = scaleFor(isNearby ? [...days, day].sort() : days)
  const height = headHeight + shown.length * rowHeight + 6
  return (
    <>
      <p class="legend">
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle class="day-mark" cx="7" cy="7" r={radius} />
        </svg>{' '}
        en dag{' '}
        <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
          <rect class="period-bar" x="0" y="3" width="34" height="8" rx="4" />
        </svg>{' '}
        en periode{' '}
        <svg width="6" height="14" viewBox="0 0 6 14" aria-hidden="true">
          <line class="today-line" x1="3" x2="3" y1="0" y2="14" />
        </svg>{' '}
        {danishDate(day)}
      </p>
      <section class="scroll timeline" aria-label="Tidslinje" tabindex={0}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="tidslinje-titel">
          <title id="tidslinje-titel">
            Frister for {shown.length} kommuner, en række for hver. Tabellen over kommuner og listen over
            tilsagn har de samme oplysninger.
          </title>
          {months(scale).map(({ x, label }) => (
            <>
              <line class="month-line" x1={x} x2={x} y1={label === '' ? headHeight - 6 : 4} y2={height} />
              {label !== '' && (
                <text class="month-name" x={x + 4} y={16}>
                  {label}
                </text>
              )}
            </>
          ))}
          {shown.map(({ municipality, due }, index) => {
            const y = headHeight + index * rowHeight + rowHeight / 2
            return (
              <g transform={`translate(0 ${y})`}>
                <line class="row-line" x1="0" x2={width} y1={rowHeight / 2} y2={rowHeight / 2} />
                <text class="row-name" x="0" y="5">
                  {opening(municipality.name, 22)}
                </text>
                <g class="period-bars">{periods([...new Set(due.map(({ row }) => row))], scale)}</g>
                <g class="day-marks">
                  {marks(due, scale).map(({ x, days, count }) => (
                    <circle cx={x} r={radius}>
                      <title>{`${days}: ${counted(count, 'tilsagn', 'tilsagn')}`}</title>
                    </circle>
                  ))}
                </g>
              </g>
            )
          })}
          {isNearby && <line class="today-line" x1={scale.x(day)} x2={scale.x(day)} y1="0" y2={height} />}
        </svg>
      </section>
      {!isNearby && <p class="quiet">{danishDate(day)} ligger uden for tidslinjen.</p>}
      {lines.length > shownRows && <p class="quiet">De første {shownRows} kommuner er vist.</p>}
    </>
  )
}

/** Whether a day lies so near the others, which are in order, that showing it does not squeeze them together. */
function nearby(day: string, days: string[]): boolean {
  const year = 366 * msPerDay
  return ms(day) > ms(days[0] ?? '') - year && ms(day) < ms(days.at(-1) ?? '') + year
}

/** A mark for each day, one for days that lie so near each other that their marks would cover one another. */
function marks(due: Due[], { x }: Scale): { x: number; days: string; count: number }[] {
  return [...groupBy(due, ({ day }) => String(Math.round(x(day) / nearest)))].map(([place, ones]) => {
    const days = ones.map(({ day }) => day).sort()
    const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
    const at = first === last ? Math.round(x(first)) : Number(place) * nearest
    return { x: at, days: danishPeriod(first, last), count: ones.length }
  })
}

/** The periods that set a day, but for those that lie within another one: its bar covers theirs. */
function periods(rows: CommitmentRow[], { x }: Scale) {
  const times = rows.flatMap(({ times, due }) =>
    times.filter(({ start, end }) => start !== end && due.some((day) => day >= start && day <= end)),
  )
  const bars = times
    .map((time) => ({
      time,
      from: Math.round(Math.max(x(time.start), nameWidth)),
      to: Math.round(Math.min(x(time.end), width)),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let covered = 0
  return bars.map(({ time, from, to }) => {
    if (to <= covered) return null
    covered = to
    return (
      <rect x={from} y="-4" width={Math.max(2, to - from)} height="8" rx="4">
        <title>{capital(danishTime(time))}</title>
      </rect>
    )
  })
}

const monthsShownByName = 30

/** The firsts of the months (or of the years, where there are many), each named where there is room. */
function months({ first, last, x }: Scale): { x: number; label: string }[] {
  const start = new Date(first)
  const marks: { x: number; label: string }[] = []
  const many = (last - first) / (30 * msPerDay) > monthsShownByName
  for (let month = start.getUTCMonth() + 1; ; month++) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), month, 1))
    if (date.getTime() > last) return marks
    const opensQuarter = date.getUTCMonth() % 3 === 0
    if (many ? date.getUTCMonth() !== 0 : !opensQuarter && (last - first) / (30 * msPerDay) > 12) continue
    const label = many
      ? String(date.getUTCFullYear())
      : date.toLocaleDateString('da', { month: 'short', year: '2-digit', timeZone: 'UTC' })
    marks.push({ x: x(date.toISOString().slice(0, 10)), label })
  }
}
