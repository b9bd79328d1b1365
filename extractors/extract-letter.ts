import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import { findCommitments } from './commitments/find-commitments.ts'
import { findLetterFacts } from './letter-facts.ts'
import { findTimes } from './time/find-times.ts'

/** The version of the rules: raised when a change of them should replace what was found in recorded letters. */
export const extractorVersion = 1

/** Finds everything in one letter: its times, then its head and foot, then its commitments. */
export function extractLetter(text: LetterText): ExtractedLetter {
  const times = findTimes(text)
  const facts = findLetterFacts(text, times)
  const commitments = findCommitments(text, facts, times)
  return { text, facts, commitments }
}
