import type { CaseAssessment, LetterAssessment } from '../../schemas/assessment.ts'
import type { Case } from '../../schemas/case.ts'
import { readAssessments } from '../../store/assessments.ts'
import type { Store } from '../../store/query.ts'
import { readLetters, readText } from '../../store/read-letters.ts'
import { stepIs } from '../case/build-steps.ts'
import { casesOfLetter } from '../case/read-cases.ts'
import type { CaseLetter } from '../case-letter.ts'
import { assessCase } from './assess-case.ts'
import { assessLetter } from './assess-letter.ts'

/** The assessment of all statements of a case, and where it stands after them. */
export function readCaseAssessment(store: Store, of: Case): CaseAssessment {
  const ids = of.steps.flatMap(({ letterId }) => letterId ?? [])
  const letters = new Map(readLetters(store, ids).map((letter) => [letter.id, caseLetter(store, letter)]))
  const decisions = readAssessments(store, ids)
  const statements = of.steps.flatMap(({ kind, letterId }, at) => {
    const statement = stepIs.statement(kind) ? letters.get(letterId ?? '') : undefined
    if (!statement) return []
    const request = of.steps.slice(0, at).findLast((step) => stepIs.request(step.kind))
    const answer = of.steps
      .slice(at + 1)
      .find((step) => step.kind === 'acknowledgement' || stepIs.request(step.kind))
    const around = [request, answer?.kind === 'acknowledgement' ? answer : undefined].flatMap(
      (step) => letters.get(step?.letterId ?? '') ?? [],
    )
    const mine = decisions.filter(({ letter }) => letter === statement.letter.id)
    return [assessLetter(statement, around, mine, of.id)]
  })
  return assessCase(of.id, statements)
}

/**
 * The assessment of one statement, with the case it stands in.
 * @returns null when the letter is no statement
 */
export function readLetterAssessment(
  store: Store,
  letterId: string,
): { letter: LetterAssessment; case: CaseAssessment | null } | null {
  const [letter] = readLetters(store, [letterId])
  if (letter?.kind !== 'statement') return null
  // What was asked and answered does not hang on the day.
  const [of] = casesOfLetter(store, letterId, letter.date ?? '9999-12-31')
  const assessed = of ? readCaseAssessment(store, of) : null
  const own = assessed?.letters.find((one) => one.letterId === letterId)
  if (own) return { letter: own, case: assessed }
  const decisions = readAssessments(store, [letterId])
  return { letter: assessLetter(caseLetter(store, letter), [], decisions, null), case: null }
}

const caseLetter = (store: Store, letter: CaseLetter['letter']): CaseLetter => ({
  letter,
  text: readText(store, letter.id)?.text ?? '',
})
