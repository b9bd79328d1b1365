import { latin } from '../language/latin.ts'
import { letterParts } from './letter-parts.ts'

/** A stop, and another sentence behind it. */
export const nextSentence = latin(/[.!?] \p{Lu}/u)
const sentenceBegins = latin(
  /^(?:tak|hermed|vedlagt|den|det|denne|dette|disse|nærværende|vores|jeres|kommunens)(?!\p{L})/iu,
)
/** A letter's subject or a document's title, even when it is as long as a sentence and has a full stop. */
export function isTitle(text: string): boolean {
  const { maySubject, subjectNoun } = letterParts()
  return (
    text.length <= 170 &&
    maySubject.test(twoWords(text).toLowerCase()) &&
    subjectNoun.test(text) &&
    !nextSentence.test(text) &&
    !sentenceBegins.test(text)
  )
}

function twoWords(text: string): string {
  const first = text.indexOf(' ')
  const second = first < 0 ? -1 : text.indexOf(' ', first + 1)
  return second < 0 ? text : text.slice(0, second)
}
