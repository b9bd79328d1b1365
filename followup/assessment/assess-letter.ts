import type { Answer, LetterAssessment, Outcome, QuestionAssessment } from '../../schemas/assessment.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import type { AssessmentDecision } from '../../store/assessments.ts'
import type { CaseLetter } from '../case-letter.ts'
import { sentenceAt } from '../sentence-at.ts'
import { judgePoint } from './judge-point.ts'
import { assessmentWords, type Question } from './questions.ts'

/**
 * Holds a statement against what the ministry asks of one.
 * @param around the letters that say what was asked: the request it answers, and the ministry's answer to it
 * @param decisions what persons decided about it
 * @param caseId the case it stands in
 */
export function assessLetter(
  statement: CaseLetter,
  around: CaseLetter[],
  decisions: AssessmentDecision[],
  caseId: string | null,
): LetterAssessment {
  const { letter } = statement
  const requests = around.filter((entry) => entry.letter.kind === 'request')
  const others = around.filter((entry) => entry.letter.kind !== 'request')
  const asking = askedQuestions([...requests, statement, ...others])
  const questions = assessmentWords().questions.map((question) =>
    assessQuestion(question, letter, asking, decisions),
  )
  const proposal = outcomeOf(questions)
  const decided = decisions.find(({ question }) => question === null)
  return {
    letterId: letter.id,
    municipality: letter.municipality,
    date: letter.date,
    caseId,
    questions,
    proposal,
    outcome: (decided?.answer as Outcome | undefined) ?? proposal,
    decision: decided ? decision(decided, proposal) : null,
  }
}

/** A question that the ministry did not ask is no reason to ask again. */
export function outcomeOf(questions: Pick<QuestionAssessment, 'answer' | 'asked'>[]): Outcome {
  return questions.every(({ answer, asked }) => answer === 'answered' || asked === 'no')
    ? 'sufficient'
    : 'ask-again'
}

const decision = ({ who, at, reason, proposal: then }: AssessmentDecision, now: string) => ({
  who,
  at,
  reason,
  proposalChanged: then !== now,
})

/** Which questions were asked, and whether that is all that was asked. */
type Asking = { all: boolean; by: Map<string, { letterId: string; quote: string }> }

function assessQuestion(
  question: Question,
  letter: StoredLetter,
  asking: Asking,
  decisions: AssessmentDecision[],
): QuestionAssessment {
  const points = letter.commitments
    .filter(({ review, kind }) => review !== 'rejected' && question.kinds.includes(kind))
    .map((commitment) => judgePoint(question, commitment, letter))
  const good = points.filter((point) => point.answers).length
  const proposal: Answer = points.length === 0 ? 'missing' : good === 0 ? 'vague' : 'answered'
  const askedIn = asking.by.get(question.code) ?? null
  const decided = decisions.find((one) => one.question === question.code)
  return {
    question: question.code,
    text: question.text,
    asked: askedIn ? 'yes' : asking.all ? 'no' : 'unknown',
    askedIn,
    proposal,
    reason: proposal === 'answered' ? `${good} af ${points.length} tilsagn svarer.` : question[proposal],
    points,
    answer: (decided?.answer as Answer | undefined) ?? proposal,
    decision: decided ? decision(decided, proposal) : null,
  }
}

/**
 * The questions that letters say were asked, each with the words. A request is read whole, of other letters what they
 * say was asked. When no question is found, or a letter says "among other things", it is not known what else was asked.
 */
function askedQuestions(letters: CaseLetter[]): Asking {
  const { questions, recital, partial } = assessmentWords()
  const by: Asking['by'] = new Map()
  let all = true
  for (const { letter, text } of letters) {
    let at = 0
    for (const line of text.split('\n')) {
      if (letter.kind === 'request' || recital.test(line))
        for (const { code, asked } of questions) {
          const found = asked.exec(line)
          if (!found) continue
          const quote = sentenceAt(text, at + found.index)
          if (letter.kind !== 'request' && partial.test(quote)) all = false
          if (!by.has(code)) by.set(code, { letterId: letter.id, quote })
        }
      at += line.length + 1
    }
  }
  return { all: all && by.size > 0, by }
}
