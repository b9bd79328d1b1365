import type { Commitment, CommitmentStatus } from '../../schemas/commitment.ts'
import type { LetterFacts } from '../../schemas/letter.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { FoundTimes } from '../../schemas/time.ts'
import { referenceDate } from '../reference-date.ts'
import { type Candidate, findCandidates, type Weigh } from './candidates.ts'
import { everyOf, timesOf } from './deadlines.ts'
import { type Judged, judgeUnits } from './judge-unit.ts'
import { kindOf } from './kind.ts'
import { featureReader } from './learned/features.ts'
import { commitmentModel, type Model, type Reading } from './learned/model.ts'
import { findQuotations } from './quotations.ts'
import { responsibleIn } from './responsible.ts'
import { rowFacts } from './rows.ts'
import { statusOf } from './status.ts'
import { kindOfTable } from './tables.ts'
import { findTarget } from './target.ts'
import { findUnits } from './units.ts'

function quoteOf(letter: LetterText, span: Span): string {
  const words = letter.text.slice(span.start, span.end)
  return (/[^\S ]| {2}/.test(words) ? words.replace(/\s+/g, ' ') : words).trim()
}

/** What a person should know of a commitment that no construction found. */
function likenessOf({ rule }: Candidate, reading: Reading | null): string[] {
  const words = rule === 'likeness' ? (reading?.telling() ?? []) : []
  return words.length > 0 ? [`a commitment by its words: "${words.join('", "')}"`] : []
}

/** By how much another kind must be likelier to be taken where the construction says follow-up, which has words of its own. */
const muchClearer = 3

const ofFigures = /^for\s|^over\s.*(?:kvartal|halvår)/i

function describe(
  letter: LetterText,
  candidate: Candidate,
  reading: Reading | null,
  letterDate: string,
  excluded: Span[],
): Commitment {
  const { span, sentences, context, verdict } = candidate
  const quote = quoteOf(letter, span)
  const row = candidate.table ? rowFacts(letter, candidate, candidate.table, letterDate) : null
  const status: CommitmentStatus = row?.status ?? reading?.status() ?? statusOf(candidate, quote, letterDate)
  const found = row?.times ?? timesOf(sentences, candidate.acting, { status, letterDate }, excluded)
  const recurrence = everyOf(sentences, excluded)
  const target = findTarget(quote)
  const recurring = sentences.some((s) => s.recurrences.length > 0)
  const constructed = kindOf({
    text: row?.action ?? quote,
    context,
    verdict,
    times: found,
    recurring,
    target,
    table: candidate.table && kindOfTable(candidate.table),
    ahead: found.some((t) => t.end >= letterDate),
  })
  const kind = reading?.kind(constructed === 'monitoring' ? muchClearer : undefined) ?? constructed
  // "en status med tal for 3. kvartal": only a result is promised for a period
  const times =
    kind === 'compliance' || kind === 'target' ? found : found.filter((t) => !ofFigures.test(t.quote))
  return {
    quote,
    span,
    kind,
    status,
    times,
    every: recurrence?.every ?? null,
    responsible: row
      ? row.responsible
      : responsibleIn(
          sentences.filter((_, i) => candidate.acting[i]),
          quote,
        ),
    target: kind === 'compliance' || kind === 'target' ? target : null,
    rule: candidate.rule,
    assumed: [...new Set([...likenessOf(candidate, reading), ...times.flatMap((t) => t.assumed)])],
  }
}

/** An undated letter was written after those that it answers; else nothing is known to be past. */
const earliestDate = ({ refersTo }: LetterFacts): string =>
  refersTo
    .map(({ value }) => value.date)
    .sort()
    .at(-1) ?? '0000-01-01'

/** Weighs passages of a letter by a model, each once. */
function weigher(letter: LetterText, judged: Judged[], letterDate: string, model: Model): Weigh {
  const featuresOf = featureReader(letter, judged, letterDate)
  const known = new Map<Judged, Reading>()
  return (passage) => {
    const reading = known.get(passage) ?? model(featuresOf(passage))
    known.set(passage, reading)
    return reading
  }
}

/**
 * Everything that the sender of a statement or plan says it has done, is doing or will do about the matter, and when
 * it expects it to be solved, in the order of the letter. Letters of other kinds have no commitments.
 * @param times the time expressions of `letter.text`, resolved at the letter's date
 */
export function findCommitments(
  letter: LetterText,
  facts: LetterFacts,
  times: FoundTimes,
  model: Model | null = commitmentModel(),
): Commitment[] {
  if (facts.kind.value !== 'statement' && facts.kind.value !== 'plan') return []
  const letterDate = referenceDate(letter, facts) ?? earliestDate(facts)
  const quotations = findQuotations(letter)
  const references = facts.refersTo.flatMap((r) => (r.span ? [r.span] : []))
  const sender = facts.municipality?.value ?? null
  const judged = judgeUnits(letter, findUnits(letter), times, letterDate, quotations, sender)
  // plans are written otherwise than the statements that the model was learnt from
  const weigh = model && facts.kind.value === 'statement' ? weigher(letter, judged, letterDate, model) : null
  return findCandidates(letter, judged, letterDate, weigh).map((candidate) =>
    describe(letter, candidate, weigh?.(candidate.judged) ?? null, letterDate, [
      ...quotations,
      ...references,
    ]),
  )
}
