import type { CommitmentStatus } from '../../schemas/commitment.ts'

import type { Candidate } from './candidates.ts'
import { commitmentLexicon } from './lexicon.ts'

const inForce =
  /(?<!\p{L})(?:er|forløb)\s+(?:i\s+gang|i\s+drift|igangsat|iværksat|påbegyndt|opstartet|etableret|sat\s+i\s+gang)(?!\p{L})/iu
const participleStart = /^(?:er\s+)?(?:\p{L}+(?:et|t))(?!\p{L})/iu

/** "Øget fokus på ...", "Etablering af ...": an item whose first clause is a noun phrase. */
function startsWithoutVerb({ sentences }: Candidate): boolean {
  return !sentences[0]?.acts.some((a) => a.clause === 'main')
}

/** The state of a commitment at the letter's date: its own verb first, then what introduces it, then its times. */
export function statusOf(candidate: Candidate, quote: string, letterDate: string): CommitmentStatus {
  const { verdict, context, sentences } = candidate
  const times = sentences.flatMap((s) => s.times)
  const toCome = times.some((t) => t.start > letterDate)

  const past = times.length > 0 && times.every((t) => t.start <= letterDate)
  if (verdict?.rule === 'modal-future' && past && times.some((t) => t.relation === 'from')) return 'ongoing'
  if (startsWithoutVerb(candidate) && context.status && !inForce.test(quote)) return context.status
  if (
    verdict &&
    ['expectation', 'modal-future', 'modal-must', 'modal-can', 'compliance'].includes(verdict.rule)
  )
    return 'planned'
  if (verdict && ['perfect', 'past-act'].includes(verdict.rule)) {
    const began = times.some((t) => t.relation === 'from' && t.start <= letterDate)
    return toCome && !times.some((t) => t.end <= letterDate) ? 'planned' : began ? 'ongoing' : verdict.status
  }
  if (inForce.test(quote)) return 'ongoing'
  if (toCome) return 'planned'
  if (!verdict && commitmentLexicon().expecting.test(quote)) return 'planned'
  if (context.status)
    return context.status === 'done' && verdict?.rule === 'present' ? 'ongoing' : context.status
  if (verdict) return verdict.status
  if (participleStart.test(quote)) return 'ongoing'
  return 'planned'
}
