import { saveAuditEntry } from './decide.ts'
import { all, inTransaction, query, run, type Store } from './query.ts'
import { inPortions } from './read-commitments.ts'

/** What a person decided about a statement: of one question, or, with `question` null, of the statement as a whole. */
export type AssessmentDecision = {
  letter: string
  question: string | null
  answer: string
  /** What the program proposed when the person decided. */
  proposal: string
  who: string
  /** ISO 8601. */
  at: string
  reason: string
}

/** The decisions about some statements, or without ids about all. */
export function readAssessments(store: Store, letters?: string[]): AssessmentDecision[] {
  const assessments = query.selectFrom('assessment').selectAll().orderBy('letter_id').orderBy('question')
  const rows = letters
    ? inPortions(letters, (portion) => all(store, assessments.where('letter_id', 'in', portion)))
    : all(store, assessments)
  return rows.map(({ letter_id, question, ...rest }) => ({
    letter: letter_id,
    question: question === '' ? null : question,
    ...rest,
  }))
}

/** Records a decision in place of the one before it, and in the audit log both. */
export function decideAssessment(store: Store, decision: AssessmentDecision): void {
  inTransaction(store, () => {
    const { letter, question, ...rest } = decision
    const before = readAssessments(store, [letter]).find((one) => one.question === question) ?? null
    const values = { letter_id: letter, question: question ?? '', ...rest }
    const { letter_id, question: _, ...changed } = values
    run(
      store,
      query
        .insertInto('assessment')
        .values(values)
        .onConflict((conflict) => conflict.columns(['letter_id', 'question']).doUpdateSet(changed)),
    )
    const { who, at, reason } = decision
    saveAuditEntry(store, { at, who, action: 'assessed', recordId: letter, before, after: decision, reason })
  })
}
