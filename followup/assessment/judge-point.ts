import type { AnswerNote, AnswerPoint } from '../../schemas/assessment.ts'
import { deadlines } from '../../schemas/due-day.ts'
import type { StoredCommitment, StoredLetter } from '../../schemas/stored-letter.ts'
import { fileOf } from '../case-letter.ts'
import { assessmentWords, type Question } from './questions.ts'

/** What goes on as before says so at its beginning; further down it is something else that goes on. */
const opening = 80

/** Whether a promise answers a question by itself, and what is to be said of it. */
export function judgePoint(
  question: Question,
  commitment: StoredCommitment,
  letter: StoredLetter,
): AnswerPoint {
  const { quote, status, times, every, target } = commitment
  const words = assessmentWords()
  const notes: AnswerNote[] = []
  const note = (code: AnswerNote['code'], pattern?: RegExp, within = quote) => {
    const found = pattern ? (pattern.exec(within)?.[0] ?? null) : null
    if (pattern && found === null) return false
    notes.push({ code, words: found })
    return true
  }
  const timed = question.needs === 'day' ? deadlines(commitment, letter.date).length > 0 : times.length > 0
  const vague = !timed && every === null && note('vague-words', words.vague)
  const answers = {
    step: () => {
      const old = note('not-new', words.continued, quote.slice(0, opening))
      const open = status === 'planned' && !timed && every === null
      if (open && !vague) note('no-time')
      return !old && !open
    },
    rhythm: () => {
      const often = every !== null || timed
      if (!often) note('no-rhythm')
      return often || status !== 'planned' || words.rhythm.test(quote)
    },
    day: () => {
      if (!timed && !vague) note('no-time')
      const goal = target !== null && (target.value !== null || target.reference !== null)
      const measured = goal || words.measurable.test(quote)
      const open = !measured && note('not-measurable', words.unmeasurable)
      return timed && !open
    },
  }[question.needs]()
  return {
    letterId: letter.id,
    commitmentId: commitment.id,
    quote,
    file: fileOf(letter),
    page: commitment.page,
    answers: answers && !vague,
    notes,
  }
}
