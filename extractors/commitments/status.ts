import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { latin } from '../language/latin.ts'
import { baseLemma, readVerb } from '../language/verb-forms.ts'
import { anyWordSearch } from '../language/word-search.ts'
import type { Candidate } from './candidates.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import { clauseAt, type ReadSentence } from './sentence.ts'
import { isCounterfactual } from './times-beside.ts'

const inForce = latin(
  /(?<!\p{L})(?:er|forløb)\s+(?:i\s+gang|i\s+drift|igangsat|iværksat|påbegyndt|opstartet|etableret|sat\s+i\s+gang)(?!\p{L})/iu,
)
/** Words without which `inForce` cannot match. */
const mayBeInForce = anyWordSearch([
  'i gang',
  'i drift',
  'igangsat',
  'iværksat',
  'påbegyndt',
  'opstartet',
  'etableret',
])
const participleStart = latin(/^(?:er\s+)?(?:\p{L}+(?:et|t))(?!\p{L})/iu)

/** "Øget fokus på ...", "Etablering af ...": an item whose first clause is a noun phrase. */
function startsWithoutVerb({ sentences }: Candidate): boolean {
  return !sentences[0]?.acts.some((a) => a.clause === 'main')
}

const promising = new Set(['expectation', 'modal-future', 'modal-must', 'modal-can', 'compliance', 'content'])
const telling = new Set(['perfect', 'past-act'])

/** The state of a commitment at the letter's date: its own verb first, then its times, then what introduces it. */
export function statusOf(candidate: Candidate, quote: string, letterDate: string): CommitmentStatus {
  const { verdict, context, sentences } = candidate
  const times = sentences.flatMap((s) => s.times.filter((t) => !isCounterfactual(clauseAt(s, t.span))))
  const ahead = times.some((t) => t.start > letterDate && t.relation !== 'until')
  const behind = times.some((t) => t.end <= letterDate)
  const began = times.some((t) => t.relation === 'from' && t.start <= letterDate)
  if ((verdict?.rule === 'modal-future' || verdict?.rule === 'modal-can') && began && !ahead) return 'ongoing'
  if (verdict && promising.has(verdict.rule)) return verdict.rule === 'content' ? verdict.status : 'planned'
  const noun = startsWithoutVerb(candidate)
  const label = labelStatus(sentences)
  if (noun && label && (label === 'planned' || !ahead)) return label
  if (noun && !ahead && (context.status === 'done' || context.status === 'ongoing'))
    return startsWithInfinitive(sentences)
      ? infinitiveStatus(context)
      : (finishedParticiple(sentences) ?? context.status)
  // "Overflytning til teamet med virkning fra 15. januar" in a letter of February
  if (noun && !verdict && began && !ahead) return 'ongoing'
  if (verdict && telling.has(verdict.rule)) {
    if (ahead && !behind) return 'planned'
    // "er pr. 1. september ansat": that day it was done, "siden" it goes on
    if (began)
      return verdict.status === 'done' && times.every((t) => /^pr/i.test(t.quote)) ? 'done' : 'ongoing'
    return times.some((t) => (t.relation === 'during' || t.relation === 'between') && t.end <= letterDate)
      ? 'done'
      : verdict.status
  }
  if (ahead) return 'planned'
  if (mayBeInForce(quote) && inForce.test(quote)) return 'ongoing'

  if (noun && !context.status && commitmentLexicon().expecting.test(quote)) return 'planned'
  if (context.status)
    return context.status === 'done' && verdict?.rule === 'present' ? 'ongoing' : context.status
  if (verdict) return verdict.status
  return participleStart.test(quote) ? (finishedParticiple(sentences) ?? 'ongoing') : 'planned'
}

const firstWords = (sentences: ReadSentence[]) => sentences[0]?.clauses[0]?.tokens.map((t) => t.lower) ?? []

/** "Ansat: to rådgivere.", "Sagsstammer: omfordelt i uge 5.", "Planlagt til uge 12: ...": a participle beside a colon. */
function labelStatus(sentences: ReadSentence[]): CommitmentStatus | null {
  const [sentence] = sentences
  const [first, second] = sentence?.clauses ?? []
  if (!sentence || !first || !/^[^:]{3,40}:/.test(sentence.text) || first.tokens.length > 5) return null
  const { finished, expecting } = commitmentLexicon()
  for (const token of [first.tokens[0], second?.tokens[0]]) {
    const participle = token?.word.readings.find((r) => r.form === 'part')
    if (!token || !participle || participle.lemma === token.lower) continue
    if (expecting.test(token.lower) || token.lower === 'opslået') return 'planned'
    return finished.has(participle.lemma) || finished.has(baseLemma(participle.lemma)) ? 'done' : 'ongoing'
  }
  return null
}

/** "at samle alle medarbejdere", "ansætte to vejledere": what is to be done, after "har besluttet" or "er i færd med". */
function startsWithInfinitive(sentences: ReadSentence[]): boolean {
  const [first = '', second = ''] = firstWords(sentences)
  const verb = first === 'at' ? second : first
  return readVerb(verb).some((r) => r.form === 'inf') && !readVerb(verb).some((r) => r.form === 'part')
}

const infinitiveStatus = (context: Context): CommitmentStatus => (context.underway ? 'ongoing' : 'planned')

/** "... rykket indsatsen tilbage": after "har vi:" the item's participle tells whether the act is over. */
function finishedParticiple(sentences: ReadSentence[]): CommitmentStatus | null {
  const { finished } = commitmentLexicon()
  const main = sentences[0]?.clauses.filter((c) => c.type === 'main').flatMap((c) => c.tokens) ?? []
  for (const token of main) {
    const participle = readVerb(token.lower).find((r) => r.form === 'part')
    if (participle)
      return finished.has(participle.lemma) || finished.has(baseLemma(participle.lemma)) ? 'done' : 'ongoing'
  }
  return null
}
