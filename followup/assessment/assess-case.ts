import type { Answer, CaseAssessment, LetterAssessment } from '../../schemas/assessment.ts'
import { outcomeOf } from './assess-letter.ts'
import { assessmentWords } from './questions.ts'

const better: Answer[] = ['answered', 'vague', 'missing']

/**
 * Where a case stands after all its statements: of each question the best answer that any of them gives, the later one
 * of two that are as good.
 * @param letters the statements' assessments in order of time
 */
export function assessCase(caseId: string, letters: LetterAssessment[]): CaseAssessment {
  const questions = assessmentWords().questions.map(({ code, text, ask }) => {
    const given = letters.flatMap(({ letterId, questions }) =>
      questions.filter(({ question }) => question === code).map((of) => ({ ...of, letterId })),
    )
    const answer = better.find((one) => given.some((of) => of.answer === one)) ?? 'missing'
    const askedOf = given.map(({ asked }) => asked)
    const asked = askedOf.includes('yes') ? 'yes' : askedOf.includes('unknown') ? 'unknown' : askedOf[0]
    return {
      question: code,
      text,
      answer,
      letterId: given.findLast((of) => of.answer === answer)?.letterId ?? null,
      ask: answer === 'answered' || asked === 'no' ? null : ask,
      asked: asked ?? ('unknown' as const),
    }
  })
  // A person who found the last statement sufficient, or not, decided about the case as it then stood.
  const last = letters.at(-1)
  const outcome = last?.decision ? last.outcome : outcomeOf(questions)
  return { caseId, letters, questions: questions.map(({ asked: _, ...question }) => question), outcome }
}
