import type { Acknowledgement } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { splitSentences } from '../language/sentences.ts'
import { findDays, pastDay } from '../letterhead/calendar-days.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { anyWord, letterWords } from '../letterhead/letter-words.ts'
import { findNamedSigners } from './find-named-signers.ts'
import { findNotedExpectation } from './find-noted-expectation.ts'

/**
 * What a letter of the state says about the statement it acknowledges: received when, signed by whom, and which
 * expectation of the municipality it notes. `date` is the letter's own, for years that are not given.
 */
export function findAcknowledgement(frame: Frame, date: string | null): Acknowledgement {
  const receivedDate = findReceivedDate(frame, date)
  return {
    receivedDate,
    signedBy: findNamedSigners(frame),
    notedExpectation: findNotedExpectation(frame, receivedDate?.value ?? date),
  }
}

let cache: { received: RegExp; statement: RegExp } | undefined
function patterns() {
  const words = letterWords()
  cache ??= {
    received: latin(new RegExp(anyWord(words.received), 'iu')),
    statement: latin(new RegExp(anyWord(words.statements, '[\\p{L}-]*'), 'iu')),
  }
  return cache
}

const ownDate = latin(/(?<!\p{L})(?:af|dateret)\s+(?:den\s+|d\.\s*)?$/iu)
/** "Jeg har den 6. juli 2018 modtaget redegørelsen", "redegørelsen, som ministeriet modtog den 6. juli". */
function findReceivedDate(frame: Frame, date: string | null): Found<string> | null {
  const { received, statement } = patterns()
  for (const { text, start } of sentencesOf(frame)) {
    if (!received.test(text) || !statement.test(text)) continue
    const verb = received.exec(text)?.index ?? 0
    const near = findDays(text)
      .filter((day) => !ownDate.test(text.slice(0, day.start)))
      .sort((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb))
    const day = near.find((one) => Math.abs(one.start - verb) < 120)
    const value = day ? pastDay(day, date) : null
    if (!day || !value || (date && value > date)) continue
    const assumed = day.year === null ? ["year from the letter's date"] : []
    return { value, span: { start: start + day.start, end: start + day.end }, rule: 'received-date', assumed }
  }
  return null
}

type Sentence = Span & { text: string }
const known = new WeakMap<Frame, Sentence[]>()

/** The sentences of the running text, with their places in the letter. Several readers ask for them. */
export function sentencesOf(frame: Frame): readonly Sentence[] {
  const sentences = known.get(frame) ?? splitBody(frame)
  known.set(frame, sentences)
  return sentences
}

function splitBody(frame: Frame): Sentence[] {
  return frame.body.flatMap((line) =>
    splitSentences(line.text).map((span) => ({
      text: line.text.slice(span.start, span.end),
      start: line.start + span.start,
      end: line.start + span.end,
    })),
  )
}
