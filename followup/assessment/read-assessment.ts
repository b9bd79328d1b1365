import type { CaseAssessment, LetterAssessment } from '../../schemas/assessment.ts'
import type { Case } from '../../schemas/case.ts'
import { type LetterRecord, readLetterRecords } from '../../store/letter-records.ts'
import type { Store } from '../../store/query.ts'
import { whileSame } from '../../store/unchanged.ts'
import { stepIs } from '../case/build-steps.ts'
import { casesOfLetter } from '../case/read-cases.ts'
import { assessCase } from './assess-case.ts'
import { assessLetter } from './assess-letter.ts'

/** The assessment of all statements of a case, and where it stands after them. */
export function readCaseAssessment(store: Store, of: Case): CaseAssessment {
  return assessmentOf(of, readLetterRecords(store, lettersOf(of)))
}

/** The assessments of some cases, by their ids. @param letters those of the cases, and any others */
export function caseAssessments(
  cases: Case[],
  letters: readonly LetterRecord[],
): Map<string, CaseAssessment> {
  const byId = new Map(letters.map((entry) => [entry.letter.id, entry]))
  const own = (of: Case) => lettersOf(of).flatMap((id) => byId.get(id) ?? [])
  return new Map(cases.map((of) => [of.id, assessmentOf(of, own(of))]))
}

const lettersOf = ({ steps }: Case): string[] => steps.flatMap(({ letterId }) => letterId ?? [])

const assessmentOf = whileSame((of: Case, own: LetterRecord[]): CaseAssessment => {
  const letters = new Map(own.map((entry) => [entry.letter.id, entry]))
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
    return [assessLetter(statement, around, statement.assessments, of.id)]
  })
  return assessCase(of.id, statements)
})

/**
 * The assessment of one statement, with the case it stands in.
 * @returns null when the letter is no statement
 */
export function readLetterAssessment(
  store: Store,
  letterId: string,
): { letter: LetterAssessment; case: CaseAssessment | null } | null {
  const [entry] = readLetterRecords(store, [letterId])
  if (entry?.letter.kind !== 'statement') return null
  // What was asked and answered does not hang on the day.
  const [of] = casesOfLetter(store, letterId, entry.letter.date ?? '9999-12-31')
  const assessed = of ? readCaseAssessment(store, of) : null
  const own = assessed?.letters.find((one) => one.letterId === letterId)
  if (own) return { letter: own, case: assessed }
  return { letter: assessLetter(entry, [], entry.assessments, null), case: null }
}
