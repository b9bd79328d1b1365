import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Acknowledgement } from '../../schemas/letter.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { findTimes } from '../time/find-times.ts'
import { sentencesOf } from './find-acknowledgement.ts'

const list = z.array(z.string())
const schema = z.object({
  note: z.string(),
  notes: list,
  strong: list,
  expects: list,
  status: list,
  data: list,
  when: list,
})

let cache:
  | { notes: RegExp; strong: RegExp; expects: RegExp; status: RegExp; data: string; when: string }
  | undefined
/** The words of `data/letterhead/noted-expectations.json`. */
export function notedWords() {
  if (cache) return cache
  const data = loadData('letterhead/noted-expectations.json', schema)
  const any = (words: string[]) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu')
  cache = {
    notes: any(data.notes),
    strong: new RegExp(data.strong.join('|'), 'iu'),
    expects: any(data.expects),
    status: any(data.status),
    data: data.data.join('|'),
    when: data.when.join('|'),
  }
  return cache
}

/**
 * The sentence in which the letter notes what the municipality expects ("Jeg noterer mig, at I forventer ..."), with
 * its times. Offsets ("om senest 6 måneder") are counted from `received`, the day the statement came in.
 */
export function findNotedExpectation(
  frame: Frame,
  received: string | null,
): Acknowledgement['notedExpectation'] {
  const { notes, strong, expects } = notedWords()
  let best: { quote: string; start: number; end: number; weight: number } | null = null
  for (const { text, start, end } of sentencesOf(frame)) {
    if (!notes.test(text) || !expects.test(text)) continue
    const dated = received ? findTimes(text, received).times.length > 0 : false
    const noted = notes.exec(text)?.index ?? 0
    const order = expects.test(text.slice(noted)) ? 1 : 0
    const weight =
      (strong.test(text) ? 3 : 1) + (/forvent|regner/iu.test(text) ? 2 : 1) + (dated ? 2 : 0) + order
    if (weight >= 5 && (!best || weight > best.weight)) best = { quote: text, start, end, weight }
  }
  if (!best) return null
  const { quote, start, end } = best
  return { quote, span: { start, end }, times: received ? timesOf(quote, start, received) : [] }
}

function timesOf(quote: string, start: number, received: string): TimeExpression[] {
  return findTimes(quote, received).times.map((time) => ({
    ...time,
    span: { start: time.span.start + start, end: time.span.end + start },
    // the reference here is not the letter's own date
    assumed: time.assumed.map((one) =>
      one === "counted from the letter's date" ? 'counted from the day the statement was received' : one,
    ),
  }))
}
