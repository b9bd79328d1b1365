import type { ParsingContext, Refiner } from 'chrono-node'
import { type Period, weekday } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { isParticiple, type Tense, tenseAt } from '../../language/tense.ts'
import { letterOf } from '../family.ts'
import type { DanishResult, TimeReading } from '../reading.ts'
import { rowTense } from '../row-tense.ts'
import { words } from '../words.ts'

/** Chooses the period that is meant where the words leave a choice: from a year near by, the weekday, the tense. */
export const resolve: Refiner = {
  refine: (context, results) => {
    const times = (results as DanishResult[]).filter((r) => r.reading.type === 'time')
    for (let i = times.length - 1; i >= 0; i--) carryBack(context, times[i] as DanishResult, times[i + 1])
    times.forEach((result, i) => {
      carryForward(context, times[i - 1], result)
      carryParts(context, times[i - 1], result)
      choose(context, result, result.reading as TimeReading)
      mostRecently(context, result, result.reading as TimeReading)
    })
    return results
  },
}

const coordinated = /^(?: *|,? (?:og|eller|samt|til|og igen|samt igen|, )(?: \d{1,4})? ?)$/
const isExact = (reading: TimeReading) => reading.options.length === 1

function neighbours(
  context: ParsingContext,
  first: DanishResult | undefined,
  second: DanishResult | undefined,
) {
  if (first?.reading.type !== 'time' || second?.reading.type !== 'time') return null
  if (second.index - first.stop > 12) return null
  const gap = context.text.slice(first.stop, second.index)
  return coordinated.test(gap) || gap.trim() === ',' ? ([first.reading, second.reading] as const) : null
}

/** "i april og september 2017": the year of the later one holds for the earlier. */
function carryBack(context: ParsingContext, result: DanishResult, next: DanishResult | undefined): void {
  const pair = neighbours(context, result, next)
  if (!pair || isExact(pair[0]) || !isExact(pair[1]) || pair[1].assumed.length > 0) return
  const limit = (pair[1].options[0] as Period).start
  const fitting = pair[0].options.filter((o) => o.start <= limit).at(-1)
  if (fitting) settle(pair[0], fitting, 'year from the date beside it')
}

function carryForward(
  context: ParsingContext,
  previous: DanishResult | undefined,
  result: DanishResult,
): void {
  const pair = neighbours(context, previous, result)
  if (!pair || isExact(pair[1])) return
  const limit = (pair[0].options[0] as Period).start
  const fitting = pair[1].options.find((o) => o.start >= limit)
  if (isExact(pair[0]) && fitting) settle(pair[1], fitting, 'year from the date beside it')
}

/** "i 1. halvår 2018 ... og i 2. halvår": the parts of a year that a sentence counts on are those of the same year. */
function carryParts(context: ParsingContext, previous: DanishResult | undefined, result: DanishResult): void {
  if (previous?.reading.type !== 'time' || result.reading.type !== 'time') return
  const [before, after] = [previous.reading, result.reading]
  if (!isExact(before) || isExact(after) || before.assumed.length > 0 || before.grain !== after.grain) return
  if (after.grain !== 'quarter' && after.grain !== 'halfyear') return
  if (/[.!?\n\t]\s/.test(context.text.slice(previous.stop, result.index))) return
  const { start } = before.options[0] as Period
  const fitting = after.options.find((o) => o.start > start && o.start.slice(0, 4) === start.slice(0, 4))
  if (fitting) settle(after, fitting, 'year from the date beside it')
}

function settle(reading: TimeReading, period: Period, assumed: string): void {
  reading.options = [period]
  reading.assumed = [...reading.assumed, assumed]
}

function choose(context: ParsingContext, result: DanishResult, reading: TimeReading): void {
  if (isExact(reading)) return
  for (const [name, number] of reading.lead.length > 0 ? words().weekdays : []) {
    if (!reading.lead.includes(name)) continue
    const fitting = reading.options.filter((o) => weekday(o.start) === number)
    if (fitting.length !== 1) break
    settle(reading, fitting[0] as Period, 'year from the weekday')
    return
  }
  const letter = letterOf(context)
  const said = reading.lead.some((w) => w === 'siden' || w === 'lige siden')
  const tense: Tense | null =
    letter.tense ??
    (said ? 'past' : tenseAt(letter.original, { start: result.index, end: result.stop })) ??
    rowTense(letter.original, result.index)
  const limit = reading.relation === 'by' || reading.relation === 'before' || reading.relation === 'until'
  const gone = tense === 'perfect' && !limit && participleFollows(context, result)
  // "til sommer", "en evaluering til oktober"
  const toCome = reading.lead[0] === 'til' && tense !== 'past' && !gone && coming.has(reading.grain)
  const meant = gone ? 'past' : toCome ? 'future' : tense
  settle(reading, pick(reading, letter.reference, meant), "year from the letter's date")
  reading.assumed.push(
    tense ? `${said ? 'past from "siden"' : `${tense} from the tense`}` : 'the next after the letter',
  )
}

const coming = new Set(['season', 'month'])
const anyWord = latinPattern(String.raw`\p{L}+`, 'g')

/** "har fra 1. januar overholdt" is past; "er ansat pr. 1. august" need not be. */
function participleFollows(context: ParsingContext, result: DanishResult): boolean {
  const clause = /^[^,.;:()\n\t]*/.exec(context.text.slice(result.stop, result.stop + 60))?.[0] ?? ''
  return (clause.match(anyWord) ?? []).slice(0, 4).some(isParticiple)
}

/** "Udvalget er senest i maj orienteret": of what has happened, "senest" says the last time and no limit. */
function mostRecently(context: ParsingContext, result: DanishResult, reading: TimeReading): void {
  const letter = letterOf(context)
  if (reading.relation !== 'by' || !reading.lead.includes('senest')) return
  if ((reading.options[0] as Period).end >= letter.reference) return
  if (tenseAt(letter.original, { start: result.index, end: result.stop }) !== 'perfect') return
  reading.relation = reading.grain === 'day' ? 'at' : 'during'
}

/**
 * How much nearer the other side must lie to be chosen: "fra 15. september" of 18 September has begun, "er ansat pr.
 * 1. august" of July is settled and begins soon, "er afviklet ved udgangen af marts" of April was done in time,
 * "er overstået i uge 22" of week 21 will be, "er ansat fra 1. juni til 30. september" of May will last.
 */
const nearer = { begun: 5, been: 12, settled: 2, intime: 3, overNow: 20, lasting: 8 }

/**
 * What has happened lies behind, what is to happen ahead; what has been done, behind unless the next is much nearer;
 * what is, or what no verb tells of, ahead unless the last is much nearer.
 */
function pick(reading: TimeReading, reference: string, tense: Tense | null): Period {
  const { options, relation } = reading
  const next = options.find((o) => o.end >= reference) ?? (options.at(-1) as Period)
  const last = options.filter((o) => o.start <= reference).at(-1) ?? (options[0] as Period)
  if (tense === 'past') return last
  if (tense === 'future' || next === last) return next
  const ahead = daysBetween(reference, next.start)
  const behind = daysBetween(last.end, reference)
  const limit = relation === 'by' || relation === 'before' || relation === 'until'
  if (tense !== 'perfect') {
    const ratio = relation === 'from' ? nearer.begun : nearer.been
    return !limit && behind * ratio < ahead ? last : next
  }
  if (limit) return behind * nearer.intime < ahead ? last : next
  const farther =
    relation === 'between' ? nearer.lasting : relation === 'during' ? nearer.overNow : nearer.settled
  return ahead * farther < behind ? next : last
}

const daysBetween = (from: string, to: string) => Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000
