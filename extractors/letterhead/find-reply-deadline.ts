import { addDays, addMonths } from '../../schemas/calendar.ts'
import type { Span } from '../../schemas/span.ts'
import type { FoundTimes, NonDeadline, TimeExpression } from '../../schemas/time.ts'
import { latin } from '../language/latin.ts'
import { splitSentences } from '../language/sentences.ts'
import { findTimes } from '../time/find-times.ts'
import { cardinalOf } from '../time/words.ts'
import { findAsking } from './find-asking.ts'
import type { Frame, Line } from './letter-frame.ts'

const answer = latin(
  /(?<!\p{L})(?:\p{L}*redegørelse\p{L}*|svar\p{L}*|besvar\p{L}*|oplysning\p{L}*|handle?plan\p{L}*|handlingsplan\p{L}*|udtalelse\p{L}*|tilbagemelding\p{L}*|bemærkninger\p{L}*|bidrag|høringssvar|svarfrist\p{L}*|planen|materiale\p{L}*)(?!\p{L})/iu,
)
const handIn = latin(
  /(?<!\p{L})(?:modtaget|bedes|beder|bede|imødeser|imødeses|fremsend\p{L}*|indsend\p{L}*|sendt?|sende|tilsend\p{L}*|være (?:mig|os|ministeriet|styrelsen) i hænde|i hænde|frist\p{L}*|svarfrist\p{L}*|høre fra)(?!\p{L})/iu,
)
const others = latin(
  /(?<!\p{L})(?:styrelsen|jeg|vi|ministeriet|udvalget) (?:vil|kontakter|vender|skal|forventer) (?!(?:\p{L}+ )?(?:bede|anmode|have|modtage|høre) )[^.]{0,40}$/iu,
)

/**
 * By when the writer wants the answer: of the deadlines in sentences that ask for one, the best fitting that is not
 * before the letter's own date. Null when the letter sets none.
 * @param times the letter's times where they are known; else they are read where they are needed
 */
export function findReplyDeadline(
  frame: Frame,
  times: FoundTimes | null,
  date: string,
): TimeExpression | null {
  const asking = new Set(findAsking(frame).map((one) => one.start))
  let best: { time: TimeExpression; weight: number } | null = null
  for (const line of frame.body) {
    if (!answer.test(line.text) && !handIn.test(line.text)) continue
    const inLine = timesIn(line, times, date)
    if (inLine.length === 0) continue
    for (const span of splitSentences(line.text)) {
      const text = line.text.slice(span.start, span.end)
      const start = line.start + span.start
      for (const time of inLine) {
        if (time.span.start < start || time.span.end > start + text.length) continue
        const weight = fits(text, time.span.start - start, time) + (asking.has(start) ? 2 : 0)
        if (weight >= 4 && time.end > date && (!best || weight > best.weight)) best = { time, weight }
      }
    }
  }
  return best?.time ?? null
}

/** The times of one line, placed in the letter, with those that only a request counts from its own date. */
function timesIn(line: Line, known: FoundTimes | null, date: string): TimeExpression[] {
  const inside = ({ span }: { span: Span }) => span.start >= line.start && span.end <= line.end
  const moved = <T extends { span: Span }>(one: T): T => ({
    ...one,
    span: { start: one.span.start + line.start, end: one.span.end + line.start },
  })
  const own = known ? null : findTimes(line.text, date)
  const times = own ? own.times.map(moved) : (known?.times.filter(inside) ?? [])
  const rejected = own ? own.rejected.map(moved) : (known?.rejected.filter(inside) ?? [])
  return [
    ...times,
    ...rejected.flatMap((one) => withinAmount(one, line.text.slice(one.span.end - line.start), date)),
  ]
}

const amount = latin(
  /^(?:inden|inden for|senest|senest om|om senest) (\S+) (dage?|uger?|måneder|måned)( efter| fra)?$/iu,
)
const letterItself = latin(
  /^\s*(?:(?:brevets|dette brevs?|skrivelsens) |denne skrivelses? )?(?:modtagelsen?|datering|dato|dette brev|dags dato|d\.d\.|i dag)(?!\p{L})/iu,
)

/**
 * "inden 14 dage", "senest tre uger efter modtagelsen": in general a duration whose beginning nobody knows, but in a
 * request it is counted from the letter.
 */
function withinAmount({ quote, span }: NonDeadline, after: string, date: string): TimeExpression[] {
  const [, count = '', unit = '', event] = amount.exec(quote) ?? []
  const number = cardinalOf(count.toLowerCase())
  if (!number || (event && !letterItself.test(after.slice(0, 60)))) return []
  const end = /^m/iu.test(unit)
    ? addMonths(date, number)
    : addDays(date, number * (/^u/iu.test(unit) ? 7 : 1))
  const assumed = ["counted from the letter's date"]
  return [{ quote, span, relation: 'by', start: end, end, grain: 'day', assumed, rule: 'reply-within' }]
}

const limitBefore = latin(/(?:senest|inden|frist\p{L}*)[^,.;]{0,30}$/iu)
const deadlineIs = latin(/frist\p{L}* (?:er|for|til)/iu)
function fits(text: string, at: number, time: TimeExpression): number {
  const before = text.slice(0, at)
  if (others.test(before)) return -9
  const limit = ['by', 'before', 'until'].includes(time.relation) || limitBefore.test(before)
  return (
    (limit ? 2 : 0) +
    (answer.test(text) ? 2 : 0) +
    (handIn.test(text) ? 2 : 0) +
    (deadlineIs.test(before) ? 1 : 0)
  )
}
