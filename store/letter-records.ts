import type { ReplyKind } from '../schemas/reply.ts'
import type { StoredLetter } from '../schemas/stored-letter.ts'
import { type AssessmentDecision, readAssessments } from './assessments.ts'
import { type CasePlacement, readCasePlacements } from './case-placements.ts'
import { perLetter } from './per-letter.ts'
import type { Store } from './query.ts'
import { groupBy } from './read-commitments.ts'
import { byDate, readLetters, readTexts } from './read-letters.ts'
import { readSentAs } from './replies.ts'
import { readVerdictDecisions, type VerdictDecision } from './verdict-decisions.ts'

/** Everything recorded about a letter, with what persons decided about it. */
export type LetterRecord = {
  letter: StoredLetter
  text: string
  /** Where a person put it among the cases. */
  placements: CasePlacement[]
  /** What was decided about it as a statement. */
  assessments: AssessmentDecision[]
  /** What was decided about its commitments, of all periods. */
  verdicts: VerdictDecision[]
  /** What it was sent as, when it was drafted here. */
  sentAs: ReplyKind | null
}

/**
 * Letters with everything recorded about them, in the order of `readLetters`.
 * @param ids which letters; without it all of them
 */
export function readLetterRecords(store: Store, ids?: string[]): LetterRecord[] {
  const letters = readLetters(store, ids)
  const texts = readTexts(store, ids)
  const placements = groupBy(readCasePlacements(store, ids), ({ letter }) => letter)
  const assessments = groupBy(readAssessments(store, ids), ({ letter }) => letter)
  const verdicts = readVerdictDecisions(store, ids)
  const sentAs = readSentAs(store, ids)
  return letters.map((letter) => ({
    letter,
    text: texts.get(letter.id) ?? '',
    placements: placements.get(letter.id) ?? [],
    assessments: assessments.get(letter.id) ?? [],
    verdicts: verdicts.get(letter.id) ?? [],
    sentAs: sentAs.get(letter.id) ?? null,
  }))
}

/** All letters with everything recorded about them; what did not change since the last time is the same object. */
export const letterRecords = perLetter(
  readLetterRecords,
  ({ letter }) => letter.id,
  (a, b) => byDate(a.letter, b.letter),
)
