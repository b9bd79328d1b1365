import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const strings = z.array(z.string())
const calendarSchema = z.object({
  note: z.string(),
  source: z.string(),
  months: z.array(strings).length(12),
  weekdays: strings.length(7),
  seasons: z.array(z.object({ words: strings, months: z.tuple([z.int(), z.int()]) })),
  holidays: z.array(z.object({ words: strings, name: z.string() })),
})
const numbersSchema = z.object({
  note: z.string(),
  source: z.string(),
  cardinals: z.record(z.string(), z.number()),
  ordinals: z.record(z.string(), z.number()),
  halves: z.record(z.string(), z.number()),
})

type Words = ReturnType<typeof load>
let loaded: Words | undefined

function load() {
  const calendar = loadData('time/calendar.json', calendarSchema)
  const numbers = loadData('time/numbers.json', numbersSchema)
  return {
    months: new Map(calendar.months.flatMap((names, i) => names.map((name) => [name, i + 1] as const))),
    monthNames: calendar.months.map((names) => names[0] as string),
    monthAbbreviations: calendar.months.flatMap((names) => names.slice(1)),
    weekdays: new Map(calendar.weekdays.map((name, i) => [name, i + 1])),
    seasons: new Map(calendar.seasons.flatMap((s) => s.words.map((word) => [word, s.months] as const))),
    holidays: new Map(calendar.holidays.flatMap((h) => h.words.map((word) => [word, h.name] as const))),
    cardinals: withCompounds(numbers.cardinals, 'cardinal', numbers.cardinals),
    ordinals: withCompounds(numbers.ordinals, 'ordinal', numbers.cardinals),
    halves: new Map(Object.entries(numbers.halves)),
  }
}

/** Adds "enogtyve" to the cardinals and "enogtyvende" to the ordinals. */
function withCompounds(
  words: Record<string, number>,
  kind: 'cardinal' | 'ordinal',
  ones: Record<string, number>,
) {
  const all = new Map(Object.entries(words))
  for (const [ten, tenValue] of Object.entries(words)) {
    if (tenValue < 20 || tenValue % 10 !== 0 || tenValue > 90) continue
    if (kind === 'ordinal' && tenValue > 30) continue
    for (const [one, value] of Object.entries(ones))
      if (value < 10) all.set(`${one}og${ten}`, tenValue + value)
  }
  return all
}

/** The calendar's names and the number words, from `data/time/`. */
export function words(): Words {
  loaded ??= load()
  return loaded
}

/** The number of a month by its name or abbreviation, with or without a full stop. */
export const monthOf = (word: string): number => words().months.get(word.replace(/\.$/, '')) ?? 0

/** The value of digits or of a number word, or null. */
export function cardinalOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return words().cardinals.get(word) ?? words().halves.get(word) ?? null
}

/** The value of "3." or "tredje", or null. */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,2})\.?$/.exec(word)
  return digits ? Number(digits[1]) : (words().ordinals.get(word) ?? null)
}

/** Alternatives of a regular expression, longest first so that no name is cut short by another. */
export const oneOf = (list: Iterable<string>): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, ' {1,3}'))
    .join('|')
