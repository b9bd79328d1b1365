import { monthsPeriod, partsOf } from '../../../schemas/calendar.ts'
import { digits } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { ordinalOf, words } from '../words.ts'

const units = ['kvartal', 'kvartals', 'kvt', 'kv', 'halvår', 'halvårs']
const tail = '(?:(?: af| i|,)? (?:år )?(?<year>{year})| (?<this>i år|indeværende år))?'

/** "3. kvartal 2018", "andet kvartal", "1.-2. kvartal", "1. og 2. kvartal 2019", "2. halvår 2018", "første halvår". */
export const quarters: Family = {
  rule: 'quarter or half-year',
  begins: () => {
    const first = [digits(1), ...words().ordinals.keys()]
    return [{ first: [...first, 'sidste'], next: [...first, ...units, 'og', 'samt', 'eller', 'til'] }]
  },
  pattern: () =>
    `(?<first>\\d\\.|{ordinalword}|sidste(?= (?:kvartal|halvår) (?:af |i )?{year}))(?:(?: (?:kvartal|halvår))?(?<link> ?- ?|{and}| til og med | til )(?<last>\\d\\.|{ordinalword}))?(?: |(?<=\\.))(?<unit>kvartals?|kvt\\.|kv\\.|halvårs?)${tail}`,
  read: ({ groups, year }) => {
    const last = groups.unit?.startsWith('h') ? 2 : 4
    const number = (word = '') => (word === 'sidste' ? last : ordinalOf(word))
    return periods(groups, year, number(groups.first), number(groups.last ?? groups.first))
  },
}

/** "Q3 2018", "Q1-Q2 2019". */
export const shortQuarters: Family = {
  rule: 'quarter',
  begins: () => [{ first: ['q'], next: [digits(1)] }],
  pattern: () => `(?<unit>q) ?(?<first>[1-4])(?:(?<link> ?- ?|{and})q?(?<last>[1-4]))?${tail}`,
  read: ({ groups, year }) =>
    periods(groups, year, Number(groups.first), Number(groups.last ?? groups.first)),
}

/** "de første to kvartaler" has no reading; "første halvdel af 2020" is read by the words before a year. */
function periods(
  groups: Record<string, string | undefined>,
  near: number,
  first: number | null,
  last: number | null,
) {
  const size = groups.unit?.startsWith('h') ? 6 : 3
  const count = 12 / size
  if (first === null || last === null || first < 1 || last < 1 || first > count || last > count) return null
  // "1. og 3. kvartal" are two points, of which only the first is taken here
  const apart = /og|samt|eller|&/.test(groups.link ?? '') && last !== first + 1
  const to = apart ? first : last
  if (to < first) return null
  const years = groups.year ? [Number(groups.year)] : groups.this ? [near] : nearYears(near)
  const reading = time(
    years.map((y) => monthsPeriod(y, (first - 1) * size + 1, to * size)),
    size === 6 ? 'halfyear' : 'quarter',
    to > first && !/og|&/.test(groups.link ?? '') ? { relation: 'between' } : {},
  )
  return reading && (apart ? { reading, length: (groups.first ?? '').length } : { reading })
}

/** The quarter or half-year that a day lies in, `shift` of them later. */
export function quarterAround(reference: string, size: 3 | 6, shift: number) {
  const { year, month } = partsOf(reference)
  const index = year * (12 / size) + Math.floor((month - 1) / size) + shift
  const first = (index % (12 / size)) * size + 1
  return monthsPeriod(Math.floor(index / (12 / size)), first, first + size - 1)
}
