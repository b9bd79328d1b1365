import type { ParsingContext, Refiner } from 'chrono-node'
import { z } from 'zod'
import { loadData } from '../../../data/load.ts'
import { addDays, dayPeriod } from '../../../schemas/calendar.ts'
import type { TimeRelation } from '../../../schemas/time.ts'
import { latinPattern } from '../../language/latin.ts'
import { letterOf, lineBefore } from '../family.ts'
import { type Part, partOf } from '../parts.ts'
import type { DanishResult, TimeReading } from '../reading.ts'
import { words } from '../words.ts'

const strings = z.array(z.string())
const schema = z.object({
  note: z.string(),
  source: z.string(),
  by: strings,
  before: strings,
  until: strings,
  from: strings,
  between: strings,
  at: strings,
  during: strings,
  neutral: strings,
  parts: z.object({
    'last-day': strings,
    'first-day': strings,
    early: strings,
    mid: strings,
    late: strings,
    'first-half': strings,
    'second-half': strings,
  }),
})

/** When several words stand before a time, the first of these that one of them says holds. */
const ranks: TimeRelation[] = ['by', 'before', 'until', 'from', 'between', 'at', 'during']

type Meaning = { relation: TimeRelation | null; part: Part | null }
/** The words and phrases by their meaning, and the words that one of them ends with. */
type Meanings = { of: Map<string, Meaning>; ends: Set<string> }
let loaded: Meanings | undefined

function meanings(): Meanings {
  if (loaded) return loaded
  const data = loadData('time/relations.json', schema)
  const map = new Map<string, Meaning>()
  for (const word of [...data.neutral, ...words().weekdays.keys()])
    map.set(word, { relation: null, part: null })
  for (const relation of ranks) for (const word of data[relation]) map.set(word, { relation, part: null })
  for (const [part, list] of Object.entries(data.parts))
    for (const word of list) map.set(word, { relation: null, part: part as Part })
  loaded = {
    of: map,
    ends: new Set([...map.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1))),
  }
  return loaded
}

const opening = /^[("'„”“»«[/]+/

type Lead = { words: string[]; relations: TimeRelation[]; part: Part | null; length: number }

/** The known words and phrases that stand directly before a time, nearest last. */
function readLead(before: string, time: string): Lead {
  const lead: Lead = { words: [], relations: [], part: null, length: 0 }
  const glued = before !== '' && !before.endsWith(' ')
  if (glued && !/(?<![^ ])(?:den|d\.)$/.test(before)) return lead
  let rest = before.trimEnd()
  search: while (rest !== '') {
    for (const { phrase, at, opened } of lastPhrases(rest)) {
      const meaning = meanings().of.get(phrase)
      // "følger efter i februar": before a preposition it belongs to the verb
      if (phrase === 'efter' && lead.words[0] === 'i') break search
      // "hvor den i dag ligger": the article of a day does not stand before "i"
      if (lead.words.length === 0 && phrase === 'den' && time.startsWith('i ')) break search
      if (!meaning || !mayPrecede(meaning, lead)) continue
      lead.words.unshift(phrase)
      if (meaning.relation) lead.relations.unshift(meaning.relation)
      lead.part ??= meaning.part
      lead.length = before.length - at
      if (opened) break search
      rest = before.slice(0, at).trimEnd()
      continue search
    }
    break
  }
  return lead
}

/** The last four words, three, two and one where the last can end a known phrase; signs that open are left out. */
function lastPhrases(text: string): { phrase: string; at: number; opened: boolean }[] {
  const found: { phrase: string; at: number; opened: boolean }[] = []
  let after = ''
  for (let end = text.length; end > 0 && found.length < 4; ) {
    const start = text.lastIndexOf(' ', end - 1) + 1
    const raw = text.slice(start, end)
    const word = raw.replace(opening, '')
    if (after === '' && !meanings().ends.has(word)) break
    found.unshift({ phrase: word + after, at: start + raw.length - word.length, opened: word !== raw })
    after = ` ${raw}${after}`
    for (end = start; text[end - 1] === ' '; ) end--
  }
  return found
}

/**
 * Only "senest", "inden", "fra" and the like stand before another word of relation ("senest i", "i perioden fra");
 * "at I fra den 1. maj", "præciserer den inden årets udgang" do not belong together.
 */
function mayPrecede(meaning: Meaning, lead: Lead): boolean {
  if (meaning.part) return lead.part === null && lead.relations.length === 0
  if (lead.relations.length === 0) return meaning.relation !== null || lead.part === null
  return meaning.relation !== null && meaning.relation !== 'at' && meaning.relation !== 'during'
}

/** Takes the words before a time into it and reads relation and part of the period from them. */
export const leads: Refiner = {
  refine: (context, results) => {
    const kept: DanishResult[] = []
    for (const result of results as DanishResult[]) {
      const { reading } = result
      if (reading.type !== 'time') {
        kept.push(result)
        continue
      }
      const previous = kept.at(-1)
      const from = previous?.stop ?? 0
      const before = lineBefore(context.text, result.index)
      const lead = readLead(
        before.slice(Math.max(0, before.length - (result.index - from))),
        context.text.slice(result.index, result.stop),
      )
      const joined = joinedTo(context, previous, result.index - lead.length)
      apply(reading, lead, joined)
      const sofar = before.slice(0, Math.max(0, before.length - lead.length))
      if (latestAt.test(sofar) || (lead.length === 0 && finished.test(sofar))) reading.relation = 'by'
      if (lead.words.some((w) => w.endsWith('resten af'))) fromNow(reading, letterOf(context).reference)
      result.stretch(context, result.index - lead.length, result.stop)
      if (satisfied(reading, lead, joined !== null)) kept.push(result)
    }
    return kept
  },
}

/** "senest i målingen for" august 2022, "senest på byrådets møde" den 5. maj. */
const latestAt = latinPattern(String.raw`(?<!\p{L})senest (?:i|ved|på|med) (?:\p{L}+ ){1,3}$`)

/** "Færdig 30/9" */
const finished = latinPattern(String.raw`(?<!\p{L})færdig[te]? {1,3}$`)

const conjunction = /^ *(?:,|og|eller|samt|&|\/|, og|og igen|samt igen) *$/

/** The time before when only "og" or a comma lies between: "i april og september". */
function joinedTo(
  context: ParsingContext,
  previous: DanishResult | undefined,
  start: number,
): TimeReading | null {
  if (previous?.reading.type !== 'time' || start - previous.stop > 12) return null
  return conjunction.test(context.text.slice(previous.stop, start)) ? previous.reading : null
}

/** "i løbet af året" */
const spans = /løbet af|hen ?over|gennem|resten af|inden ?for/

function satisfied(reading: TimeReading, lead: Lead, joined: boolean): boolean {
  if (reading.needs === 'nothing') return true
  if (reading.needs === 'part') return lead.part !== null || lead.words.some((w) => spans.test(w))
  return joined || lead.relations.length > 0 || lead.part !== null
}

function apply(reading: TimeReading, lead: Lead, joined: TimeReading | null): void {
  reading.lead = lead.words.length === 0 && joined ? joined.lead : lead.words
  const own = reading.relation
  if (lead.part) {
    const narrowed = partOf(reading, lead.part)
    reading.options = narrowed.options
    reading.grain = narrowed.grain
  }
  const said = ranks.find((rank) => lead.relations.includes(rank)) ?? null
  const isEnd = lead.part === 'last-day' || own === 'by'
  const inherited = lead.relations.length === 0 && !lead.part && joined ? joined.relation : null
  reading.relation = combine(said, own, isEnd, reading.grain === 'day', reading.lead) ?? inherited
  if (lead.words.includes('efter') && reading.options.some((o) => o.start < o.end)) {
    reading.options = reading.options.map((o) => dayPeriod(addDays(o.end, 1)))
    reading.grain = 'day'
  }
}

/** "resten af året" begins today. */
function fromNow(reading: TimeReading, reference: string): void {
  reading.options = reading.options.map((o) =>
    o.start < reference && reference <= o.end ? { ...o, start: reference } : o,
  )
}

/** What the words before say, against what the expression says itself ("1.-15. november", "årets udgang"). */
function combine(
  said: TimeRelation | null,
  own: TimeRelation | null,
  isEnd: boolean,
  isDay: boolean,
  leadWords: string[],
): TimeRelation | null {
  if (isEnd) {
    if (leadWords.includes('omkring')) return 'at'
    if (said === 'until' || leadWords.includes('til')) return 'until'
    return said === 'from' && !leadWords.some((w) => w.startsWith('pr')) ? 'from' : 'by'
  }
  if (own === 'between') return said === 'by' || said === 'before' || said === 'until' ? said : 'between'
  if (said === 'at' && !isDay) return 'during'
  return said ?? own
}
