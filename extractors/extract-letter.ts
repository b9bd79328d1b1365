import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import type { FoundTimes } from '../schemas/time.ts'
import { findCommitments } from './commitments/find-commitments.ts'
import { findCommitmentIssues } from './commitments/find-issues.ts'
import { findLetterFacts } from './letter-facts.ts'
import { findTimes } from './time/find-times.ts'

/** The version of the rules: raised when a change of them should replace what was found in recorded letters. */
export const extractorVersion = 1

const noTimes: FoundTimes = { times: [], recurrences: [], rejected: [] }

/**
 * Finds everything in one letter: its head and foot (with the date that relative times are counted from), its times,
 * its commitments, and what a person should look at. Without a date no time can be resolved, so none is found.
 */
export function extractLetter(text: LetterText): ExtractedLetter {
  const facts = findLetterFacts(text, null)
  const times = facts.date ? findTimes(text.text, facts.date.value) : noTimes
  const commitments = findCommitments(text, facts, times)
  const issues = [...facts.issues, ...findCommitmentIssues(facts.kind.value, commitments)]
  return { text, facts: { ...facts, issues }, commitments }
}
