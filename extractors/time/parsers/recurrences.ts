import { z } from 'zod'
import { loadData } from '../../../data/load.ts'
import { latinPattern } from '../../language/latin.ts'
import { matchesIn } from '../../language/matches.ts'
import { phrases, upToDigits } from '../begins.ts'
import type { Family } from '../family.ts'
import { type Reading, rejected } from '../reading.ts'
import { cardinalOf, oneOf, ordinalOf, words } from '../words.ts'

const schema = z.object({
  note: z.string(),
  source: z.string(),
  words: z.record(z.string(), z.array(z.string())),
  irregular: z.array(z.string()),
  compounds: z.object({ first: z.record(z.string(), z.string()), last: z.array(z.string()) }),
  happenings: z.array(z.string()),
  checked: z.array(z.string()),
})

let loaded: { every: Map<string, string | null>; happening: RegExp; checked: RegExp } | undefined

function facts() {
  if (loaded) return loaded
  const data = loadData('time/recurrences.json', schema)
  const every = new Map<string, string | null>()
  for (const [duration, list] of Object.entries(data.words))
    for (const word of list) every.set(word, duration)
  for (const word of data.irregular) every.set(word, null)
  for (const [first, duration] of Object.entries(data.compounds.first))
    for (const last of data.compounds.last) every.set(`${first}${last}`, duration)
  loaded = {
    every,
    happening: latinPattern(`(?:${oneOf(data.happenings)})$`),
    checked: latinPattern(`(?<n>[\\p{L}\\d]+) {1,3}(?:${oneOf(data.checked)}) {1,3}$`),
  }
  return loaded
}

const every = (duration: string | null): Reading => ({ type: 'every', every: duration })

/** "månedligt", "kvartalsvis", "løbende"; with a number before: "to gange årligt", "to årlige tilsyn". */
export const recurrenceWords: Family = {
  rule: 'recurrence word',
  begins: () => phrases(facts().every.keys()),
  pattern: () => `(?<word>${oneOf(facts().every.keys())})`,
  read: ({ groups, before }) => {
    const word = (groups.word ?? '').replace(/ +/g, ' ')
    const duration = facts().every.get(word) ?? null
    if (duration === null) return { reading: every(null) }
    const counted = countBefore(before, /[^s]e$/.test(word))
    if (!counted) return { reading: every(duration) }
    return { reading: every(share(counted.count, duration)), back: counted.length }
  },
}

const anyWord = latinPattern(String.raw`[\p{L}\p{N}]+`, 'g')

/** "to gange" årligt, "tre faste møder" om året; before an adjective the number alone: "to" årlige møder. */
function countBefore(
  before: string,
  adjective: boolean,
): { count: number; length: number; thing: string } | null {
  const words = matchesIn(before, anyWord).slice(-3)
  const last = words.at(-1)
  if (!last || !/ $/.test(before)) return null
  const isTime = /^gange?$/.test(last[0])
  if (!adjective && !isTime && !facts().happening.test(last[0])) return null
  if (isTime && words.at(-2)?.[0] === 'par')
    return { count: 2, length: before.length - ((words.at(-3) ?? last).index as number), thing: 'gang' }
  for (const word of adjective ? [last] : isTime ? words.slice(-2, -1) : words.slice(0, -1).reverse()) {
    const count = cardinalOf(word[0])
    if (count !== null && count >= 1)
      return { count, length: before.length - (word.index as number), thing: isTime ? 'gang' : last[0] }
  }
  return null
}

const unitEvery: Record<string, string> = {
  dag: 'P1D',
  døgn: 'P1D',
  uge: 'P1W',
  måned: 'P1M',
  kvartal: 'P3M',
  halvår: 'P6M',
  år: 'P1Y',
}
const unit = '(?<unit>dag|døgn|uge|måned|kvartal|halvår|år)'

const partOfEach = latinPattern(
  String.raw`(?:(?:på |senest |i )?den (?:\d{1,2}\.|\p{L}+)(?: \p{L}+)? i|(?:ved )?(?:udgangen|slutningen|begyndelsen|starten|midten) af|(?:en|én|1) gang i?|primo|medio|ultimo|sidst i|først i) {1,3}$`,
)

/** "hver 14. dag", "hver anden uge", "hvert halve år", "hver mandag", "den første hverdag i hver måned". */
export const everyUnit: Family = {
  rule: 'every',
  begins: () => [{ first: ['hver', 'hvert'] }],
  pattern: () =>
    `hvert?(?: eneste| enkelt)?(?: (?<n>\\d{1,2}\\.?|{ordinal})(?: ?- ?\\d{1,2}\\.)?)?(?: |(?<=\\.))(?:${unit}s?|(?<season>{season})|(?<half>halve år)|(?<workday>hverdag|arbejdsdag)|(?<adjective>ugentlige|månedlige|kvartalsvise)(?= \\p{L})|(?<weekday>{weekday}))(?: (?:afslutning|udgang|udløb|slutning|begyndelse|start))?`,
  read: ({ groups, before }) => {
    const n = groups.n ? ordinalOf(groups.n) : 1
    if (n === null || n < 1) return null
    const lead = partOfEach.exec(before)
    const back = lead?.[0].length ?? 0
    if (groups.weekday) return { reading: every(`P${n}W`), back }
    const rate = { ugentlige: 'P1W', månedlige: 'P1M', kvartalsvise: 'P3M' }[groups.adjective ?? '']
    if (rate) return { reading: every(multiple(rate, n)), back }
    if (groups.workday) return { reading: every(`P${n}D`), back }
    const base = groups.half ? 'P6M' : groups.season ? 'P1Y' : (unitEvery[groups.unit ?? ''] as string)
    return { reading: every(multiple(base, n)), back }
  },
}

/** "den 1. i måneden", "sidste fredag i måneden", "første uge i kvartalet". */
export const dayOfEveryUnit: Family = {
  rule: 'every',
  begins: () => {
    const which = [...upToDigits(2), ...words().ordinals.keys(), 'sidste']
    const days = [...words().weekdays.keys(), 'hverdag', 'arbejdsdag', 'uge', 'dag']
    return [
      { first: ['den'], next: which },
      { first: which, next: [...days, 'i'] },
    ]
  },
  pattern: () =>
    '(?:den )?(?:\\d{1,2}\\.|{ordinal}|sidste)(?: (?:{weekday}|hverdag|arbejdsdag|uge|dag))? i (?:hver )?(?<unit>måneden|måned|kvartalet|kvartal)',
  read: ({ groups }) => ({ reading: every(groups.unit?.startsWith('k') ? 'P3M' : 'P1M') }),
}

/** "om mandagen", "på fredage". */
export const onWeekdays: Family = {
  rule: 'every',
  begins: () => [
    {
      first: ['om', 'på'],
      next: [...words().weekdays.keys()].flatMap((day) => [`${day}en`, `${day}ene`, `${day}e`]),
    },
  ],
  pattern: () => '(?:om|på) (?:{weekday})(?:en|ene|e)',
  read: () => ({ reading: every('P1W') }),
}

/** "måneden", "kalenderår": måned, år. */
const unitName = (unit = '') => unit.replace(/^kalender/, '').replace(/(?<=uge|måned|dag)e?n$|et$/, '')

const units = [
  'dagen',
  'dag',
  'ugen',
  'uge',
  'måneden',
  'måned',
  'kvartalet',
  'kvartal',
  'halvåret',
  'halvår',
  'året',
  'år',
  'kalenderår',
]

const someTimes = latinPattern(String.raw`(?<!\p{L})(?:flere|nogle) gange {1,3}$`)

/** "to gange om måneden", "en gang i kvartalet", "tre besøg om året", "fire møder pr. år", "ti sager pr. måned". */
export const timesPerUnit: Family = {
  rule: 'times per unit',
  begins: () => [{ first: ['om', 'pr', 'per', 'i', 'hver', 'hvert'], next: units }],
  pattern: () => `(?:om|pr\\.|pr|per|i|hver|hvert) (?<unit>${units.join('|')})`,
  read: ({ groups, before, matched }) => {
    const counted = countBefore(before, false)
    const checked = facts().checked.exec(before)
    const some = someTimes.exec(before)
    if (some) return { reading: every(null), back: some[0].length }
    if (checked && cardinalOf(checked.groups?.n ?? '') !== null)
      return { reading: every(unitEvery[unitName(groups.unit)] ?? null), back: checked[0].length }
    if (!counted || (counted.thing !== 'gang' && /^(?:i|hvert?) /.test(matched))) return null
    const base = unitEvery[unitName(groups.unit)]
    // "310 samtaler om måneden" is a number of things done, not how often one is
    const many = counted.thing !== 'gang' && counted.count > 12
    return base ? { reading: every(many ? base : share(counted.count, base)), back: counted.length } : null
  },
}

const between = latinPattern(
  String.raw`(?:med )?(?<bound>(?:højst|maks\.|maksimalt|mindst|minimum|op til) )?(?<n>\p{L}+|\d{1,2}) {1,3}$`,
)

/** "med to ugers mellemrum"; with "højst" or "mindst" it is a rule's bound and no rate. */
export const intervals: Family = {
  rule: 'interval',
  begins: () => [
    { first: ['dages', 'ugers', 'måneders', 'års'], next: ['mellemrum', 'intervaller', 'interval'] },
  ],
  pattern: () => '(?<unit>dages|ugers|måneders|års) (?:mellemrum|intervaller|interval)',
  read: ({ groups, before }) => {
    const match = between.exec(before)
    const n = cardinalOf(match?.groups?.n ?? '')
    if (!match || n === null) return null
    const back = match[0].length
    if (match.groups?.bound) return { reading: rejected('a bound on an interval'), back }
    const base = { dages: 'P1D', ugers: 'P1W', måneders: 'P1M' }[groups.unit ?? ''] ?? 'P1Y'
    return { reading: every(multiple(base, n)), back }
  },
}

/** Every n-th unit; whole weeks are counted in weeks. */
function multiple(base: string, n: number): string {
  const [, size, letter] = /^P(\d+)([DWMY])$/.exec(base) ?? []
  const total = Math.max(1, Math.round(Number(size) * n))
  return letter === 'D' && total % 7 === 0 ? `P${total / 7}W` : `P${total}${letter}`
}

/** `count` times in each unit, as the time between two of them. */
function share(count: number, base: string): string {
  if (count === 1) return base
  if (base === 'P1D') return 'P1D'
  if (base === 'P1W') return `P${Math.max(1, Math.floor(7 / count))}D`
  if (base === 'P1M') return 4 % count === 0 ? `P${4 / count}W` : `P${Math.max(1, Math.round(30 / count))}D`
  const months = base === 'P1Y' ? 12 : Number(/\d+/.exec(base)?.[0])
  if (months % count === 0) return `P${months / count}M`
  return `P${Math.max(1, Math.floor((months * 52) / 12 / count))}W`
}
