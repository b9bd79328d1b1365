import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Acknowledgement } from '../../schemas/letter.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { latin } from '../language/latin.ts'
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
  const any = (words: string[]) => latin(new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu'))
  cache = {
    notes: any(data.notes),
    strong: latin(new RegExp(data.strong.join('|'), 'iu')),
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
  const noted = sentencesOf(frame).flatMap((sentence) => {
    const at = notes.exec(sentence.text)?.index ?? -1
    if (at < 0 || !expects.test(sentence.text)) return []
    const follows = expects.test(sentence.text.slice(at)) ? 1 : 0
    const weight =
      (strong.test(sentence.text) ? 3 : 1) + (/forvent|regner/iu.test(sentence.text) ? 2 : 1) + follows
    return weight >= 3 ? [{ ...sentence, weight }] : []
  })
  // a sentence that names a time says what is expected; one without must be clear by its words
  const read = noted
    .map((one) => ({ ...one, times: received ? timesOf(one.text, one.start, received) : [] }))
    .map((one) => ({ ...one, weight: one.weight + (one.times.length > 0 ? 2 : 0) }))
    .filter((one) => one.weight >= 5)
    .sort((a, b) => b.weight - a.weight)
  const [best] = read
  return best ? { quote: best.text, span: { start: best.start, end: best.end }, times: best.times } : null
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
