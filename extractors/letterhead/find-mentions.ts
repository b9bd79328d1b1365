import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { monthsPeriod, type Period, partsOf } from '../../schemas/calendar.ts'
import type { LetterMention, LetterReference } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import { splitSentences } from '../language/sentences.ts'
import { monthOf, oneOf, words } from '../time/words.ts'
import type { ReferenceContext } from './find-references.ts'
import type { Frame } from './letter-frame.ts'
import { anyWord, letterWords, mayNameLetter } from './letter-words.ts'
import { quickTest } from './required-words.ts'

const list = z.array(z.string())
const schema = z.object({
  note: z.string(),
  own: list,
  readers: list,
  stateOwners: list,
  municipalityOwners: list,
  statements: list,
  asks: list,
  answers: list,
  earlier: list,
  figures: list,
  toAll: list,
})

let cache: ReturnType<typeof compile> | undefined
const patterns = () => {
  cache ??= compile()
  return cache
}

function compile() {
  const given = loadData('letterhead/mention-words.json', schema)
  // "ansvaret" is no answer, while "statusredegørelse" is a statement
  const alone = letterWords().nouns.filter((noun) => noun.startsWith('svar'))
  const compound = letterWords().nouns.filter((noun) => !noun.startsWith('svar'))
  const noun = `(?:${anyWord(alone)}|${anyWord(compound, '[\\p{L}-]*')})`
  const one = (sources: string[]) => `(?<!\\p{L})(?:${sources.join('|')})(?!\\p{L})`
  const owner = [...given.own, ...given.readers, ...given.stateOwners, ...given.municipalityOwners]
  const owned = (owners: string[]) => `${one(owners)}\\s(?:[^\\s.,;]+\\s){0,2}?${noun}`
  const owners = (source: string) => ({ pattern: latin(new RegExp(source, 'giu')), may: quickTest(source) })
  const month = oneOf([...words().months.keys()].filter((name) => name.length > 4 || name === 'maj'))
  const season = oneOf(words().seasons.keys())
  const named = `(?<month>${month})(?:\\småned)?|(?<season>${season})`
  return {
    // over lower-case text and without looking at whole words: a quick no for most sentences
    maybePeriod: new RegExp(`\\s(?:fra|af|i)\\s(?:primo\\s|medio\\s|ultimo\\s)?(?:${month}|${season})`),
    maybeEarlier: new RegExp(given.earlier.join('|')),
    own: owners(owned(given.own)),
    readers: owners(owned(given.readers)),
    state: owners(owned(given.stateOwners)),
    municipality: owners(`${owned(given.municipalityOwners)}|${noun}\\sfra\\s(?:\\p{Lu}\\S*\\s){1,3}kommune`),
    asks: latin(new RegExp(one(given.asks), 'iu')),
    toAll: latin(new RegExp(one(given.toAll), 'iu')),
    answers: latin(new RegExp(one(given.answers), 'iu')),
    statement: latin(new RegExp(anyWord(given.statements), 'iu')),
    figures: latin(new RegExp(one(given.figures), 'iu')),
    inPeriod: latin(
      new RegExp(
        `(?<owner>${one(owner)}\\s)?(?<before>(?:[^\\s.,;:()]+\\s){0,3}?)(?<noun>${noun})(?<between>(?:\\s[^\\s.,;:()]+){0,4}?)\\s(?<link>fra|af|i)\\s(?:primo\\s|medio\\s|ultimo\\s)?(?:${named})(?!\\p{L})(?:\\s(?<year>(?:19|20)\\d\\d)(?!\\d))?`,
        'giu',
      ),
    ),
    undated: latin(
      new RegExp(
        `(?:${one(owner)}\\s)?${one(given.earlier)}\\s(?:[^\\s.,;:()]+\\s){0,2}?${anyWord(given.statements)}`,
        'giu',
      ),
    ),
  }
}

const verb = latin(
  /(?<!\p{L})(?:er|var|har|havde|bliver|blev|vil|skal|kan|at|der|hvor|som|og|senest|inden|om|\p{L}{3,}eres)(?!\p{L})/iu,
)

/**
 * The letters that this one speaks of: those that it names by their day (`references`), by a month or season ("en
 * tidligere fremsendt redegørelse fra maj 2018"), or only as an earlier one ("vores første redegørelse"). A period is
 * never narrowed to a day. A month without a year is the last one before the letter.
 */
export function findMentions(
  frame: Frame,
  context: ReferenceContext,
  references: Found<LetterReference>[],
): Found<LetterMention>[] {
  const found: Found<LetterMention>[] = references.map(({ value: { date, quote }, span, assumed }) => {
    const before = span ? frame.text.slice(Math.max(0, span.start - 40), span.start) : ''
    const near = before.slice(before.search(/[^.;:\n]*$/))
    return {
      value: {
        quote,
        from: writer(quote, near, context),
        toAll: span !== null && patterns().toAll.test(frame.text.slice(span.start, span.end + 60)),
        start: date,
        end: date,
      },
      span,
      rule: 'mention-by-day',
      assumed,
    }
  })
  const { maybePeriod, maybeEarlier } = patterns()
  for (const line of frame.body) {
    if (!mayNameLetter(line.text)) continue
    const lower = line.text.toLowerCase()
    if (!(maybePeriod.test(lower) || maybeEarlier.test(lower))) continue
    for (const { start, end } of splitSentences(line.text)) {
      const text = line.text.slice(start, end)
      if (!mayNameLetter(text)) continue
      const words = text.toLowerCase()
      if (maybePeriod.test(words)) found.push(...byPeriod(text, line.start + start, context))
      if (maybeEarlier.test(words)) found.push(...undated(text, line.start + start, context))
    }
  }
  return found
    .filter((one, at) => found.findIndex((other) => same(one.value, other.value)) === at)
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

const same = (a: LetterMention, b: LetterMention) =>
  a.from === b.from && a.start === b.start && a.end === b.end

function byPeriod(text: string, at: number, context: ReferenceContext): Found<LetterMention>[] {
  const { inPeriod, statement, figures } = patterns()
  return matchesIn(text, inPeriod).flatMap((match) => {
    const { owner, before = '', noun = '', between = '', link = '', month, season, year } = match.groups ?? {}
    if (verb.test(between) || figures.test(between)) return []
    const definite = owner !== undefined || /(?:en|et)$/iu.test(noun) || /^d(?:en|et)\s/iu.test(before)
    // "borgerne får et brev i maj" is nobody's answer to anybody
    if (!(statement.test(noun) || owner !== undefined) || (link.toLowerCase() === 'i' && !definite)) return []
    const months = month
      ? ([monthOf(month.toLowerCase()), monthOf(month.toLowerCase())] as const)
      : words().seasons.get((season ?? '').toLowerCase())
    const period = months && lastBefore(months, year ? Number(year) : null, context.date)
    if (!period) return []
    const lead = owner ? '' : before
    const quote = match[0].slice(lead.length)
    const start = at + match.index + lead.length
    return [
      {
        value: { quote, from: writer(quote, lead, context), toAll: false, ...period },
        span: { start, end: start + quote.length },
        rule: month ? 'mention-by-month' : 'mention-by-season',
        assumed: year ? [] : ["year from the letter's date"],
      },
    ]
  })
}

/** The last period of these months that began before the letter; null when the words put it after the letter. */
function lastBefore(
  [first, last]: readonly [number, number],
  stated: number | null,
  date: string | null,
): Period | null {
  if (stated === null && date === null) return null
  const year = stated ?? partsOf(date as string).year
  const period = monthsPeriod(year, first, last)
  if (date === null || period.start < date) return period
  return stated === null ? monthsPeriod(year - 1, first, last) : null
}

/** What follows the words for a letter where they name its time. */
const dated = latin(
  /^,?\s(?:(?:som |der )?(?:er|var|blev)\s)?(?:dateret|sendt|fremsendt|indsendt|afgivet|modtaget)?\s?(?:af|fra|den|d\.|i)\s(?:den\s)?(?:\d|\p{L}+\s(?:19|20)\d\d)|^\s(?:af|fra)\s/iu,
)

function undated(text: string, at: number, context: ReferenceContext): Found<LetterMention>[] {
  const { undated: pattern } = patterns()
  return matchesIn(text, pattern)
    .filter((match) => !dated.test(text.slice(match.index + match[0].length)))
    .map((match) => ({
      value: { quote: match[0], from: writer(match[0], '', context), toAll: false, start: null, end: null },
      span: { start: at + match.index, end: at + match.index + match[0].length },
      rule: 'mention-undated',
      assumed: [],
    }))
}

/** Who wrote the letter that the words are about, as the writer of this one speaks. */
function writer(quote: string, before: string, { fromState }: ReferenceContext): LetterMention['from'] {
  const { own, readers, state, municipality, asks, answers, statement } = patterns()
  const [mine, yours] = fromState
    ? (['state', 'municipality'] as const)
    : (['municipality', 'state'] as const)
  const text = `${before}${quote}`
  // of "svar på dit brev" the letter with the date is the last one
  const lower = text.toLowerCase()
  const last = ({ pattern, may }: typeof own) =>
    may(lower)
      ? Math.max(
          -1,
          ...matchesIn(text, pattern)
            .filter((match) => match.index + match[0].length > before.length)
            .map((match) => match.index),
        )
      : -1
  const owners = [
    { from: mine, at: last(own) },
    { from: yours, at: last(readers) },
    { from: 'state' as const, at: last(state) },
    { from: 'municipality' as const, at: last(municipality) },
  ].sort((a, b) => b.at - a.at)
  const [nearest] = owners
  if (asks.test(text) && !(nearest && nearest.at >= 0 && nearest.from === 'municipality' && !fromState))
    return 'state'
  if (nearest && nearest.at >= 0) return nearest.from
  return answers.test(quote) || statement.test(quote) ? 'municipality' : 'state'
}
