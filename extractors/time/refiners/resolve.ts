import type { ParsingContext, Refiner } from 'chrono-node'
import { isParticiple, type Tense, tenseAt } from '../../language/tense.ts'
import { addDays, type Period, weekday } from '../calendar.ts'
import { letterOf } from '../family.ts'
import type { DanishResult, TimeReading } from '../reading.ts'
import { words } from '../words.ts'

/** Chooses the period that is meant where the words leave a choice: from a year near by, the weekday, the tense. */
export const resolve: Refiner = {
  refine: (context, results) => {
    const times = (results as DanishResult[]).filter((r) => r.reading.type === 'time')
    for (let i = times.length - 1; i >= 0; i--) carryBack(context, times[i] as DanishResult, times[i + 1])
    times.forEach((result, i) => {
      carryForward(context, times[i - 1], result)
      choose(context, result, result.reading as TimeReading)
      mostRecently(context, result, result.reading as TimeReading)
    })
    return results
  },
}

const coordinated = /^(?: *|,? (?:og|eller|samt|til|og igen|samt igen|, ) ?)$/
const isExact = (reading: TimeReading) => reading.options.length === 1

function neighbours(
  context: ParsingContext,
  first: DanishResult | undefined,
  second: DanishResult | undefined,
) {
  if (first?.reading.type !== 'time' || second?.reading.type !== 'time') return null
  const gap = context.text.slice(first.stop, second.index)
  return gap.length <= 12 && (coordinated.test(gap) || gap.trim() === ',')
    ? ([first.reading, second.reading] as const)
    : null
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

function settle(reading: TimeReading, period: Period, assumed: string): void {
  reading.options = [period]
  reading.assumed = [...reading.assumed, assumed]
}

function choose(context: ParsingContext, result: DanishResult, reading: TimeReading): void {
  if (isExact(reading)) return
  const day = [...words().weekdays].find(([name]) => reading.lead.includes(name))
  if (day) {
    const fitting = reading.options.filter((o) => weekday(o.start) === day[1])
    if (fitting.length === 1) {
      settle(reading, fitting[0] as Period, 'year from the weekday')
      return
    }
  }
  const letter = letterOf(context)
  const said = reading.lead.some((w) => w === 'siden' || w === 'lige siden')
  const tense: Tense | null =
    letter.tense ?? (said ? 'past' : tenseAt(letter.original, { start: result.index, end: result.stop }))
  const limit = reading.relation === 'by' || reading.relation === 'before' || reading.relation === 'until'
  const gone = tense === 'perfect' && !limit && participleFollows(context, result)
  settle(reading, pick(reading, letter.reference, gone ? 'past' : tense), "year from the letter's date")
  reading.assumed.push(
    tense ? `${said ? 'past from "siden"' : `${tense} from the tense`}` : 'the next after the letter',
  )
}

/** "har fra 1. januar overholdt" is past; "er ansat pr. 1. august" need not be. */
function participleFollows(context: ParsingContext, result: DanishResult): boolean {
  const clause = /^[^,.;:()\n\t]*/.exec(context.text.slice(result.stop, result.stop + 60))?.[0] ?? ''
  return (clause.match(/\p{L}+/gu) ?? []).slice(0, 4).some(isParticiple)
}

/** "Udvalget er senest i maj orienteret": of what has happened, "senest" says the last time and no limit. */
function mostRecently(context: ParsingContext, result: DanishResult, reading: TimeReading): void {
  const letter = letterOf(context)
  if (reading.relation !== 'by' || !reading.lead.includes('senest')) return
  if ((reading.options[0] as Period).end >= letter.reference) return
  if (tenseAt(letter.original, { start: result.index, end: result.stop }) !== 'perfect') return
  reading.relation = reading.grain === 'day' ? 'at' : 'during'
}

function pick(reading: TimeReading, reference: string, tense: Tense | null): Period {
  const { options } = reading
  const next = options.find((o) => o.end >= reference) ?? (options.at(-1) as Period)
  const last = options.filter((o) => o.start <= reference).at(-1) ?? (options[0] as Period)
  if (tense === 'past') return last
  // "fra 15. september" in a letter of 18 September: what runs may have begun lately
  const lately = reading.relation === 'from' && last.end < reference && last.end >= addDays(reference, -45)
  if (tense !== 'perfect') return lately && tense !== 'future' ? last : next
  // "er afviklet ved udgangen af marts": whichever end is nearer
  if (reading.relation === 'by' || reading.relation === 'before' || reading.relation === 'until')
    return daysBetween(reference, next.end) <= daysBetween(last.end, reference) ? next : last
  // "er ansat pr. 1. august", written in July: what is settled may begin soon, if it did not begin lately
  const soon = next.start <= addDays(reference, 92) && last.start < addDays(reference, -245)
  const starting = reading.relation === 'from' || reading.relation === 'at' || reading.relation === null
  return soon && starting ? next : last
}

const daysBetween = (from: string, to: string) => Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000
