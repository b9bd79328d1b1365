import type { ChecklistItem, ChecklistLetter, ChecklistTime } from '../schemas/checklist.ts'
import type { Span } from '../schemas/span.ts'
import type { StoredCommitment, StoredLetter } from '../schemas/stored-letter.ts'
import type { TimeExpression } from '../schemas/time.ts'
import { commitmentState, timeState } from './deadline-state.ts'

/** A recorded letter with its text, into which its spans lead. */
export type CaseLetter = { letter: StoredLetter; text: string }

/** The words that a span of the letter stands for; null without a span. */
export function wordsAt({ text }: CaseLetter, span: Span | null): string | null {
  return span && text.slice(span.start, span.end)
}

/** The file that the letter's text comes from. */
export const fileOf = (letter: StoredLetter): string => letter.sources[0]?.file ?? ''

/** The first page of the letter. */
export const firstPage = (letter: StoredLetter): number => letter.sources[0]?.pages[0] ?? 1

/** A time without its place in the text. */
export function plainTime({
  quote,
  relation,
  start,
  end,
  grain,
  assumed,
}: TimeExpression): Omit<ChecklistTime, 'state'> {
  return { quote, relation, start, end, grain, assumed }
}

/** A letter with its promises and their states at the end of `day`. */
export function checklistLetter({ letter }: CaseLetter, day: string): ChecklistLetter {
  const { id, kind, date, subject, caseNumbers, contact } = letter
  return {
    id,
    kind,
    date,
    subject,
    caseNumbers,
    signatories: letter.signatories.map(({ name, title, onBehalf, assumed }) => ({
      name,
      title,
      onBehalf,
      assumed: assumed.length > 0,
    })),
    contact,
    refersTo: [...new Set(letter.references.map((reference) => reference.date))].sort(),
    sources: letter.sources.map(({ file, pages }) => ({ file, pages })),
    items: letter.commitments
      .filter(({ review }) => review !== 'rejected')
      .map((commitment) => checklistItem(commitment, letter, day)),
  }
}

function checklistItem(commitment: StoredCommitment, letter: StoredLetter, day: string): ChecklistItem {
  const { id, kind, quote, status, every, responsible, target, page, review, withdrawn } = commitment
  return {
    id,
    kind,
    quote,
    status,
    state: commitmentState(commitment, letter.date, day),
    times: commitment.times.map((time) => ({ ...plainTime(time), state: timeState(time, day) })),
    every,
    responsible,
    target,
    evidence: { file: fileOf(letter), page },
    review,
    withdrawn,
  }
}
