import { indicators } from '../../data/indicators.ts'
import { municipalities } from '../../data/municipality-names.ts'
import type { Indicator } from '../../schemas/indicator.ts'
import { country } from '../../schemas/observation.ts'
import type { Period } from '../../schemas/period.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { Figure, ProposedVerdict, Verdict } from '../../schemas/verdict.ts'
import { type LetterRecord, letterRecords } from '../../store/letter-records.ts'
import type { Store } from '../../store/query.ts'
import { lastObservation, readObservations } from '../../store/read-figures.ts'
import { whileSame, whileUnchanged } from '../../store/unchanged.ts'
import type { VerdictDecision } from '../../store/verdict-decisions.ts'
import { currentFigures, type Figures } from './figures.ts'
import { judge } from './judge.ts'
import { letterWords } from './which-indicator.ts'

/** Whether figures can tell about a commitment: an expectation of compliance, or a goal that can be measured. */
function isJudged({ kind, target, review }: StoredCommitment): boolean {
  return review !== 'rejected' && (kind === 'compliance' || kind === 'target' || target !== null)
}

/**
 * The verdicts of a period on every expectation of compliance and measurable goal, by municipality, letter and place in
 * it. They are proposals, but for those a person has decided on.
 * @param municipality the code of one; without it all
 */
export function verdictsFor(store: Store, period: Period, municipality?: string): Verdict[] {
  const figures = figuresNow(store)
  const nameOf = ({ letter }: LetterRecord) => letter.municipality?.name ?? ''
  return letterRecords(store)
    .filter(({ letter }) => municipality === undefined || letter.municipality?.code === municipality)
    .toSorted((a, b) => danish.compare(nameOf(a), nameOf(b)))
    .flatMap((entry) => verdictsOnLetter(entry, period, figures))
}

const danish = new Intl.Collator('da')

/** The current figures of all that was imported. */
export const figuresNow = whileUnchanged(
  (store: Store): Figures => currentFigures(readObservations(store)),
  lastObservation,
)

/** The verdicts of a period on the promises of one letter, in the order of its text. */
export const verdictsOnLetter = whileSame(
  ({ letter, text, verdicts }: LetterRecord, period: Period, figures: Figures): Verdict[] => {
    const { municipality, date } = letter
    const promises = letter.commitments.filter(isJudged)
    if (!municipality || promises.length === 0) return []
    const words = letterWords(text)
    const decided = new Map(
      verdicts
        .filter(({ proposal }) => proposal.period === period.code)
        .map((decision) => [decision.proposal.commitmentId, decision]),
    )
    return promises.map((commitment) =>
      withDecision(
        judge({ commitment, municipality, date, words }, period, figures),
        decided.get(commitment.id),
      ),
    )
  },
)

function withDecision(proposal: ProposedVerdict, decision: VerdictDecision | undefined): Verdict {
  if (!decision) return { ...proposal, verdict: proposal.proposed, decision: null }
  const { action, verdict, who: by, at, reason } = decision
  const basisChanged = basis(decision.proposal) !== basis(proposal)
  return { ...proposal, verdict, decision: { action, verdict, by, at, reason, basisChanged } }
}

/** A verdict as the rules propose it, without what was decided. */
export function proposalOf({ verdict: _, decision: __, ...proposal }: Verdict): ProposedVerdict {
  return proposal
}

/** What a decision was made on. */
function basis({ proposed, rule, indicator, criterion, value }: ProposedVerdict): string {
  return JSON.stringify([proposed, rule, indicator?.id, criterion, value?.state, value?.value])
}

/** An indicator's current figures up to a period, for one municipality and beside it for the country. */
export type Course = { indicator: Indicator; figures: Figure[]; country: Figure[] }

/** The courses of the figures that are there for each municipality, up to a period and of its kind (months with months). */
export function coursesFor(store: Store, period: Period): Map<string, Course[]> {
  return courses(figuresNow(store), period)
}

const courses = whileSame((current: Figures, period: Period): Map<string, Course[]> => {
  const upTo = (indicator: string, area: string) =>
    current.course(indicator, area, period).filter((figure) => figure.period <= period.code)
  const ofCountry = new Map(indicators().map(({ id }) => [id, upTo(id, country)]))
  const found = new Map<string, Course[]>()
  for (const { code } of municipalities()) {
    const courses = indicators()
      .map((indicator) => ({
        indicator,
        figures: upTo(indicator.id, code),
        country: ofCountry.get(indicator.id) ?? [],
      }))
      .filter(({ figures }) => figures.length > 0)
    if (courses.length > 0) found.set(code, courses)
  }
  return found
})
