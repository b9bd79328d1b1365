import { splitSentences } from '../extractors/language/sentences.ts'
import { referenceDate } from '../extractors/reference-date.ts'
import { findTimes } from '../extractors/time/find-times.ts'
import type { BlockKind } from '../schemas/letter-text.ts'
import type { Span } from '../schemas/span.ts'
import type { TimeExpression } from '../schemas/time.ts'
import type { Store } from '../store/query.ts'
import { readLetters, readText } from '../store/read-letters.ts'

/** Words of a letter that a person chose, with the times that are read in them. */
export type Selection = { span: Span; quote: string; times: TimeExpression[]; every: string | null }

/** @returns null when there is no such letter, or the words do not lie in its text */
export function readSelection(store: Store, letterId: string, chosen: Span): Selection | null {
  const letter = readLetters(store, [letterId])[0]
  const text = readText(store, letterId)
  if (!letter || !text || chosen.end > text.text.length) return null
  const words = text.text.slice(chosen.start, chosen.end)
  const start = chosen.start + words.length - words.trimStart().length
  const quote = words.trim()
  if (quote === '') return null
  const date = referenceDate(text, letter.facts)
  const { times, recurrences } = date === null ? { times: [], recurrences: [] } : findTimes(quote, date)
  return {
    span: { start, end: start + quote.length },
    quote,
    times: times.map((time) => ({
      ...time,
      span: { start: time.span.start + start, end: time.span.end + start },
    })),
    every: recurrences.find(({ every }) => every !== null)?.every ?? null,
  }
}

const withPromises: BlockKind[] = ['paragraph', 'item', 'row', 'heading']

/** The sentences of a letter in which something can be promised, in order. */
export function letterSentences(store: Store, letterId: string): Span[] {
  const text = readText(store, letterId)
  if (!text) return []
  return text.blocks
    .filter(({ kind }) => withPromises.includes(kind))
    .flatMap(({ span }) =>
      splitSentences(text.text.slice(span.start, span.end)).map(({ start, end }) => ({
        start: start + span.start,
        end: end + span.start,
      })),
    )
}
