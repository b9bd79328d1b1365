import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import type { FoundTimes } from '../schemas/time.ts'
import { findCommitments } from './commitments/find-commitments.ts'
import { findCommitmentIssues } from './commitments/find-issues.ts'
import { findLooseDeadlines } from './commitments/loose-deadlines.ts'
import { findLetterFacts } from './letter-facts.ts'
import { referenceDate } from './reference-date.ts'
import { findTimes } from './time/find-times.ts'

/** The times of a letter without a date: only those that say everything themselves, so that any day will do. */
function findDatedTimes(text: string): FoundTimes {
  const found = findTimes(text, '2000-01-01')
  return { ...found, times: found.times.filter((t) => t.assumed.length === 0) }
}

/**
 * Finds everything in one letter: its head and foot (with the date that relative times are counted from), its times,
 * its commitments, and what a person should look at.
 */
export function extractLetter(text: LetterText): ExtractedLetter {
  const facts = findLetterFacts(text, null)
  const reference = referenceDate(text, facts)
  const times = reference ? findTimes(text.text, reference) : findDatedTimes(text.text)
  const commitments = findCommitments(text, facts, times)
  const { value: kind } = facts.kind
  const loose = kind === 'statement' || kind === 'plan' ? findLooseDeadlines(text, times, commitments) : []
  const issues = [...facts.issues, ...findCommitmentIssues(kind, commitments), ...loose]
  return { text, facts: { ...facts, issues }, commitments }
}
