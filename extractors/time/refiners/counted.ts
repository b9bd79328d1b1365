import type { ParsingContext, Refiner } from 'chrono-node'
import { addWorkingDays } from '../../../data/holidays.ts'
import { addDays, addMonths, dayPeriod } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { segments, sentenceAround } from '../../language/segments.ts'
import { contexts } from '../contexts.ts'
import { letterOf } from '../family.ts'
import { type DanishResult, type OffsetReading, rejected, time, type Unit } from '../reading.ts'

/** An event further away than this from "14 dage efter" is not what it counts from. */
const reach = 90

/** Turns amounts of time into days where it is said, or clear, what they count from; the others are rejected. */
export const counted: Refiner = {
  refine: (context, results) => {
    const all = results as DanishResult[]
    const used = new Set<DanishResult>()
    all.forEach((result, i) => {
      if (result.reading.type !== 'offset') return
      const event = result.reading.anchor === 'event' ? eventDay(context, result, all[i + 1]) : null
      if (event) used.add(event)
      result.reading = resolve(context, result, result.reading, event)
      if (event) result.stretch(context, result.index, event.stop)
    })
    return all.filter((result) => !used.has(result))
  },
}

/** "14 dage efter byrådets behandling den 28. marts 2019": the day of the event, if the words name one. */
function eventDay(
  context: ParsingContext,
  result: DanishResult,
  next: DanishResult | undefined,
): DanishResult | null {
  if (next?.reading.type !== 'time' || next.reading.grain !== 'day') return null
  const gap = context.text.slice(result.stop, next.index)
  return gap.length <= reach &&
    !/[\n\t;:()]|\. |[!?]/.test(gap) &&
    !next.reading.lead.some((w) => /^(?:senest|inden|fra)$/.test(w))
    ? next
    : null
}

function resolve(
  context: ParsingContext,
  result: DanishResult,
  offset: OffsetReading,
  event: DanishResult | null,
) {
  const { reference } = letterOf(context)
  if (offset.anchor === 'event') {
    if (event?.reading.type !== 'time') return rejected('counted from an event without a date')
    const options = event.reading.options.map((o) => dayPeriod(add(o.start, offset, offset.most)))
    return (
      time(options, 'day', { relation: offset.relation, assumed: event.reading.assumed }) ??
      rejected('no such day')
    )
  }
  const unsure = doubt(context, result, offset)
  if (unsure) return rejected(unsure)
  const end = add(reference, offset, offset.most)
  const start = offset.window
    ? reference
    : offset.relation === 'by'
      ? end
      : add(reference, offset, offset.least)
  const assumed = [
    offset.anchor === 'receipt'
      ? "the letter's date taken as the day of receipt"
      : "counted from the letter's date",
  ]
  const [first, last] = start <= end ? [start, end] : [end, start]
  return (
    time([{ start: first, end: last }], 'day', { relation: offset.relation, assumed }) ??
    rejected('no such day')
  )
}

const opensOfOthers = latinPattern(
  String.raw`^\s*(?:og )?(?:\p{L}+ )?(?:som|der|hvis|hvor|hvem|hvilke)(?!\p{L})`,
)

/** Why an amount without a stated beginning is not the sender's own time limit; null when it is. */
function doubt(context: ParsingContext, result: DanishResult, offset: OffsetReading): string | null {
  if (offset.anchor !== 'unsaid' && !offset.window) return null
  const { original } = letterOf(context)
  const span = { start: result.index, end: result.stop }
  const sentence = sentenceAround(original, span)
  const piece =
    segments(original, sentence).find((p) => p.start <= span.start && span.start < p.end) ?? sentence
  const clause = context.text.slice(piece.start, piece.end)
  const own = contexts().sender.test(context.text.slice(sentence.start, sentence.end))
  if (offset.window && offset.anchor !== 'unsaid') {
    const opens = opensOfOthers.test(clause)
    // "en enhed, som ventes at være fuldtallig inden for de næste to måneder" is the sender's own
    const others = opens && sentence.start !== piece.start && !contexts().sender.test(clause)
    return others || contexts().citizenWho.test(clause) ? 'a window of cases, counted from no date' : null
  }
  if (context.text.slice(sentence.start, sentence.end).trim().length <= result.text.length + 3) return null
  if (own && (!contexts().citizen.test(clause) || contexts().total.test(clause))) return null
  return 'counted from a beginning that is not said'
}

function add(date: string, { unit, direction }: { unit: Unit; direction: 1 | -1 }, amount: number): string {
  const n = amount * direction
  if (unit === 'workday') return addWorkingDays(date, n)
  if (unit === 'day') return addDays(date, n)
  if (unit === 'week') return addDays(date, 7 * n)
  return addMonths(date, unit === 'month' ? n : 12 * n)
}
