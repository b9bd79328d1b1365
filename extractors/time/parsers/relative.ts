import {
  addDays,
  addMonths,
  dayPeriod,
  monday,
  monthsPeriod,
  type Period,
  partsOf,
  yearPeriod,
} from '../../../schemas/calendar.ts'
import type { TimeGrain } from '../../../schemas/time.ts'
import { firstWords, phrases } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { monthOf, words } from '../words.ts'
import { quarterAround } from './quarters.ts'

const counted = { assumed: ["counted from the letter's date"] }

const todays = ['dags dato', 'i dag', 'i morgen', 'i overmorgen', 'i går', 'i forgårs']

/** "dags dato", "i dag", "i morgen", "i går". */
export const today: Family = {
  rule: 'day from today',
  begins: () => [{ first: ['d'], next: ['d'] }, ...phrases(todays)],
  pattern: () => `(?<word>d\\.d\\.|${todays.join('|')})`,
  read: ({ groups, reference }) => {
    const word = (groups.word ?? '').replace(/ +/g, ' ')
    const days = { 'i morgen': 1, 'i overmorgen': 2, 'i går': -1, 'i forgårs': -2 }[word] ?? 0
    const reading = time([dayPeriod(addDays(reference, days))], 'day', counted)
    return reading && { reading }
  },
}

const shiftOf: Record<string, number> = {
  næste: 1,
  kommende: 1,
  nye: 1,
  sidste: -1,
  forrige: -1,
  foregående: -1,
  seneste: -1,
}

/** The week, month, quarter, half-year or year that a day lies in, `shift` of them later. */
function around(unit: string, reference: string, shift: number): [Period, TimeGrain] {
  const { year, month } = partsOf(addMonths(`${reference.slice(0, 7)}-01`, unit === 'måned' ? shift : 0))
  if (unit === 'uge') {
    const start = addDays(monday(reference), 7 * shift)
    return [{ start, end: addDays(start, 6) }, 'week']
  }
  if (unit === 'måned') return [monthsPeriod(year, month), 'month']
  if (unit === 'kvartal') return [quarterAround(reference, 3, shift), 'quarter']
  if (unit === 'halvår') return [quarterAround(reference, 6, shift), 'halfyear']
  return [yearPeriod(Number(reference.slice(0, 4)) + shift), 'year']
}

const which = ['denne', 'dette', 'indeværende', 'næste', 'kommende', 'nye', 'sidste', 'forrige', 'foregående']
const units = ['uge', 'måned', 'kvartal', 'halvår', 'år', 'kalenderår']

/** "denne måned", "næste uge", "indeværende år", "i år", "til næste år", "sidste kvartal", "det kommende kvartal". */
export const thisAndNext: Family = {
  rule: 'period from today',
  begins: () => [
    { first: ['den', 'det'], next: which },
    { first: which, next: units },
    { first: ['i'], next: ['år', 'fjor'] },
    { first: ['d'], next: ['å'] },
  ],
  pattern: () =>
    `(?:(?:de[nt] )?(?<which>${which.join('|')}) (?<unit>${units.join('|')})|(?<thisyear>i år(?! \\d)|d\\.å\\.)|(?<lastyear>i fjor))`,
  read: ({ groups, reference }) => {
    const unit = groups.unit === 'kalenderår' ? 'år' : (groups.unit ?? 'år')
    const shift = groups.thisyear ? 0 : groups.lastyear ? -1 : (shiftOf[groups.which ?? ''] ?? 0)
    const [period, grain] = around(unit, reference, shift)
    const reading = time([period], grain, counted)
    return reading && { reading }
  },
}

const endings = {
  of: ['ugens', 'månedens', 'kvartalets', 'halvårets', 'årets', 'kalenderårets', 'skoleårets'],
  part: ['udgang', 'udløb', 'slutning', 'afslutning', 'begyndelse', 'start'],
}

/** "årets udgang", "månedens udgang", "ugens slutning", "kvartalets udløb", "skoleårets start". */
export const endOfThis: Family = {
  rule: 'end of the period',
  begins: () => [
    { first: endings.of, next: endings.part },
    { first: ['ugen', 'måneden', 'kvartalet', 'året'], next: ['ud', 'er'] },
  ],
  pattern: () =>
    `(?<unit>${endings.of.join('|')}) (?<part>${endings.part.join('|')})(?: (?<year>{year}))?|(?<out>ugen|måneden|kvartalet|året) ud|(?<=(?:inden|før) )(?<over>ugen|måneden|kvartalet|året) er (?:omme|gået|slut|forbi)`,
  read: ({ groups, reference, year }) => {
    const out = groups.out ?? groups.over
    if (out) return untilEnd(out, reference)
    const atEnd = /^(?:ud|sl|af)/.test(groups.part ?? '')
    if (groups.unit === 'skoleårets') {
      const options = nearYears(year).map((y) => dayPeriod(atEnd ? `${y}-07-31` : `${y}-08-01`))
      const reading = time(options, 'day', { relation: atEnd ? 'by' : null })
      return reading && { reading }
    }
    const unit =
      { ugens: 'uge', månedens: 'måned', kvartalets: 'kvartal', halvårets: 'halvår' }[groups.unit ?? ''] ??
      'år'
    const [own] = around(unit, reference, 0)
    const period = groups.year ? yearPeriod(Number(groups.year)) : own
    const reading = time([dayPeriod(atEnd ? period.end : period.start)], 'day', {
      ...counted,
      relation: atEnd ? 'by' : null,
    })
    return reading && { reading }
  },
}

/** "februars udgang", "oktober måneds udgang", "junis udgang 2019". */
export const endOfMonth: Family = {
  rule: 'end of the month',
  begins: () => [
    { first: [...words().months.keys()].map((name) => `${name}s`), next: endings.part },
    { first: [...words().months.keys()], next: ['måneds'] },
  ],
  pattern: () =>
    '(?<month>{monthname})(?:s| måneds) (?:udgang|udløb|slutning|afslutning)(?: (?<year>{year}))?',
  read: ({ groups, year }) => {
    const month = monthOf(groups.month ?? '')
    const years = groups.year ? [Number(groups.year)] : nearYears(year)
    const reading = time(
      years.map((y) => dayPeriod(monthsPeriod(y, month).end)),
      'day',
      { relation: 'by' },
    )
    return reading && { reading }
  },
}

/** "året ud", "måneden er omme". */
function untilEnd(word: string, reference: string) {
  const [own] = around(unitOf[word] ?? 'år', reference, 0)
  const reading = time([dayPeriod(own.end)], 'day', { ...counted, relation: 'until' })
  return reading && { reading }
}

const unitOf: Record<string, string> = {
  ugen: 'uge',
  måneden: 'måned',
  kvartalet: 'kvartal',
  halvåret: 'halvår',
}

/** "udgangen af året", "begyndelsen af ugen": only after words that say which part. */
export const definitePeriods: Family = {
  rule: 'the period',
  begins: () => [{ first: ['ugen', 'måneden', 'kvartalet', 'halvåret', 'året'] }],
  pattern: () => '(?<unit>ugen|måneden|kvartalet|halvåret|året)',
  read: ({ groups, reference }) => {
    const [period, grain] = around(unitOf[groups.unit ?? ''] ?? 'år', reference, 0)
    const reading = time([period], grain, { ...counted, needs: 'part' })
    return reading && { reading }
  },
}

const whichSeason = ['næste', 'kommende', 'sidste', 'forrige', 'dette']

/** "næste forår", "sidste efterår", "i sommer", "til sommer", "kommende efterår". */
export const nextSeason: Family = {
  rule: 'season from today',
  begins: () => [
    { first: ['det'], next: whichSeason },
    { first: whichSeason, next: firstWords(words().seasons.keys()) },
  ],
  pattern: () => `(?:det )?(?<which>${whichSeason.join('|')}) (?<season>{season})`,
  read: ({ groups, reference, year }) => {
    const span = words().seasons.get((groups.season ?? '').replace(/ +/g, ' '))
    if (!span) return null
    const options = nearYears(year).map((y) => monthsPeriod(y, span[0], span[1]))
    const back = (shiftOf[groups.which ?? ''] ?? 0) < 0
    const own = back
      ? options.filter((o) => o.end < reference).at(-1)
      : options.find((o) => (groups.which === 'dette' ? o.end >= reference : o.start > reference))
    const reading = time([own ?? null], 'season', counted)
    return reading && { reading }
  },
}
