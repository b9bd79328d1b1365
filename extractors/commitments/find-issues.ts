import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Commitment } from '../../schemas/commitment.ts'
import type { Issue, LetterKind } from '../../schemas/letter.ts'
import { type PhraseTest, phraseTest } from '../language/phrases.ts'

let vague: PhraseTest | undefined
const isVague = (text: string): boolean => {
  vague ??= phraseTest(loadData('commitments/vague.json', z.object({ words: z.array(z.string()) })).words)
  return vague.test(text)
}

const goalText = ({ target }: Commitment) =>
  [target?.comparator, target?.value, target?.unit, target?.reference].filter((x) => x !== null).join(' ')

/** Two goals of one letter for the same indicator that are not the same goal. */
function contradictions(commitments: Commitment[]): Issue[] {
  const byIndicator = new Map<string, Commitment[]>()
  for (const commitment of commitments) {
    const key = commitment.target?.indicator?.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '')
    if (key) byIndicator.set(key, [...(byIndicator.get(key) ?? []), commitment])
  }
  return [...byIndicator.values()].flatMap((group) => {
    const [first, ...rest] = group
    return rest
      .filter((other) => first && goalText(other) !== goalText(first))
      .map((other) => ({
        code: 'contradicting-targets',
        message: `To forskellige mål for ${other.target?.indicator}: »${first?.quote}« og »${other.quote}«`,
        span: other.span,
      }))
  })
}

/** What a person should look at among the commitments: contradictions, vague deadlines, no date for meeting the law. */
export function findCommitmentIssues(kind: LetterKind, commitments: Commitment[]): Issue[] {
  const issues = contradictions(commitments)
  for (const { quote, times, span, status } of commitments) {
    if (status === 'planned' && times.length === 0 && isVague(quote))
      issues.push({ code: 'vague-deadline', message: 'Fristen kan ikke efterprøves som skrevet', span })
  }
  const dated = commitments.some((c) => c.kind === 'compliance' && c.times.length > 0)
  if (kind === 'statement' && !dated)
    issues.push({
      code: 'no-compliance-date',
      message: 'Brevet siger ikke, hvornår lovens krav er opfyldt',
      span: null,
    })
  return issues
}
