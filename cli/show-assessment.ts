import { shorten } from '../followup/markdown/shorten.ts'
import type { CaseAssessment, LetterAssessment, QuestionAssessment } from '../schemas/assessment.ts'
import { danish } from '../schemas/glossary.ts'
import { plain } from './output.ts'

const quoteLength = 160
const mostAnswers = 4
const mostOthers = 4

/** The assessment of a statement for a person to read, and where its case stands after all statements. */
export function assessmentLines(letter: LetterAssessment, of: CaseAssessment | null): string[] {
  const lines = [
    `${letter.municipality?.name ?? 'Ukendt kommune'}: redegørelse ${letter.date ?? 'uden dato'} (${letter.letterId})`,
    '',
    ...letter.questions.flatMap(questionLines),
    `Forslag: ${danish('outcome of an assessment', letter.proposal)}`,
    ...decisionLines(letter.decision, danish('outcome of an assessment', letter.outcome)),
  ]
  if (!of || of.letters.length < 2) return lines
  const asks = of.questions.flatMap(({ ask }) => (ask ? [`  mangler: ${ask}`] : []))
  const after = `Sagen efter ${of.letters.length} redegørelser: ${danish('outcome of an assessment', of.outcome)}`
  return [...lines, '', after, ...asks]
}

function questionLines(of: QuestionAssessment): string[] {
  const { text, proposal, reason, points, asked, askedIn, decision, answer } = of
  const good = points.filter((point) => point.answers).slice(0, mostAnswers)
  const others = points
    .filter((point) => !point.answers)
    .sort((a, b) => b.notes.length - a.notes.length)
    .slice(0, mostOthers)
  const left = points.length - good.length - others.length
  const lines = [`${text}  ${danish('answer to a question', proposal).toUpperCase()}`, `  ${reason}`]
  if (askedIn)
    lines.push(`  ${plain(`spurgt i ${askedIn.letterId}: »${shorten(askedIn.quote, quoteLength)}«`)}`)
  if (asked === 'no') lines.push('  Ikke blandt det, ministeriet spurgte om, så vidt brevene viser.')
  for (const { commitmentId, quote, page, answers, notes } of [...good, ...others]) {
    const said = notes.map(
      ({ code, words }) => `${danish('note on an answer', code)}${words ? ` (»${words}«)` : ''}`,
    )
    const remark = said.length > 0 ? ` [${said.join('; ')}]` : ''
    const sign = answers ? '+' : '-'
    lines.push(`  ${plain(`${sign} ${commitmentId} s. ${page}: »${shorten(quote, quoteLength)}«${remark}`)}`)
  }
  if (left > 0) lines.push(`  … og ${left} flere (--json viser alle)`)
  return [...lines, ...decisionLines(decision, danish('answer to a question', answer)), '']
}

function decisionLines(decision: QuestionAssessment['decision'], answer: string): string[] {
  if (!decision) return []
  const { who, at, reason, proposalChanged } = decision
  const changed = proposalChanged ? ' (forslaget er et andet nu end da)' : ''
  return [`  ${plain(`Afgjort: ${answer}, ${who} ${at.slice(0, 10)}: ${reason}${changed}`)}`]
}
