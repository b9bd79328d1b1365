import type { CaseStep } from '../schemas/case.ts'
import type { Announced, ChecklistIssue, ChecklistLetter, MinistryAnswer } from '../schemas/checklist.ts'
import type { Issue } from '../schemas/letter.ts'
import type { Period } from '../schemas/period.ts'
import { letterWords } from './case/case-texts.ts'
import { type CaseLetter, wordsAt } from './case-letter.ts'
import { contradictions } from './checklist/contradictions.ts'
import { danishMonth } from './danish-words.ts'

type Case = {
  letters: CaseLetter[]
  statement: ChecklistLetter | null
  answer: MinistryAnswer | null
  announced: Announced
  period: Period
  earlierStatements: ChecklistLetter[]
  plans: ChecklistLetter[]
  /** The letters of the case. */
  steps: CaseStep[]
}

/** What a person should look at in a municipality's case: what the letters' own reading noticed, then the case itself. */
export function checklistIssues(of: Case): ChecklistIssue[] {
  return [...of.letters.flatMap(issuesOfLetter), ...issuesOfCase(of), ...contradictions(of), ...missing(of)]
}

function issuesOfLetter(from: CaseLetter): ChecklistIssue[] {
  const { id, issues } = from.letter
  // That the signer is assumed says too that the signature is missing.
  const assumed = issues.some(({ code }) => code === 'signer-assumed')
  return issues
    .filter(({ code }) => !(assumed && code === 'unsigned'))
    .map((issue) => {
      const { code, message, span } = issue
      const quoted = code === 'contradicting-targets' ? namedInstead(issue, from) : null
      return quoted ?? { code, message, quote: wordsAt(from, span), letterId: id }
    })
}

/** An issue whose message quotes commitments, with their ids for the quotes; null when it quotes none. */
function namedInstead({ code, message }: Issue, { letter }: CaseLetter): ChecklistIssue | null {
  const about = /^[^»]*(?=: »)/.exec(message)?.[0]
  const ids = letter.commitments.filter(({ quote }) => message.includes(`»${quote}«`)).map(({ id }) => id)
  if (about === undefined || ids.length === 0) return null
  return { code, message: `${about}: ${ids.join(' og ')}`, quote: null, letterId: letter.id }
}

function issuesOfCase({ statement, answer, announced, period }: Case): ChecklistIssue[] {
  const found: ChecklistIssue[] = []
  const note = (code: string, message: string, quote: string | null, letterId: string | null) =>
    found.push({ code, message, quote, letterId })
  if (!statement) note('no-statement', 'Der er ingen redegørelse fra kommunen her.', null, null)
  if (statement?.date && statement.date > period.end)
    note('statement-after-period', 'Redegørelsen er skrevet efter periodens udgang.', null, statement.id)
  if (statement && !answer)
    note('unanswered', 'Ministeriets svar på redegørelsen er ikke fundet her.', null, statement.id)
  const open = statement?.items.filter(({ state }) => state === 'no-deadline') ?? []
  if (statement && open.length > 0)
    note(
      'no-deadline',
      `${open.length} af redegørelsens ${statement.items.length} tilsagn er planlagt uden frist.`,
      null,
      statement.id,
    )
  if (answer?.noted && answer.verdict === 'differs')
    note(
      'noted-differs',
      'Ministeriet har noteret et andet tidspunkt end redegørelsen nævner.',
      answer.noted.quote,
      answer.letterId,
    )
  if (answer?.noted && answer.verdict === 'letter-undated')
    note(
      'noted-not-in-statement',
      'Ministeriet har noteret et tidspunkt, som redegørelsen ikke nævner.',
      answer.noted.quote,
      answer.letterId,
    )
  if (announced.month && announced.relation !== 'this')
    note(
      'announced-for-another-period',
      `Status er bebudet på data for ${danishMonth(announced.month)}, ikke på denne periode.`,
      announced.quote,
      announced.letterId,
    )
  return found
}

/** Letters of the case that others speak of and that are not here. */
function missing({ steps }: Case): ChecklistIssue[] {
  const gone = steps.filter(({ letterId }) => letterId === null)
  if (gone.length === 0) return []
  const message = `Breve i sagen, som ikke er her: ${gone.map(letterWords).join('; ')}.`
  return [{ code: 'missing-letters', message, quote: null, letterId: null }]
}
