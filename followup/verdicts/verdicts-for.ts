import { indicators } from '../../data/indicators.ts'
import { municipalities } from '../../data/municipality-names.ts'
import type { Indicator } from '../../schemas/indicator.ts'
import { country } from '../../schemas/observation.ts'
import type { Period } from '../../schemas/period.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { Figure, ProposedVerdict, Verdict } from '../../schemas/verdict.ts'
import type { Store } from '../../store/query.ts'
import { readObservations } from '../../store/read-figures.ts'
import { readLetters, readText } from '../../store/read-letters.ts'
import { readVerdictDecisions, type VerdictDecision } from '../../store/verdict-decisions.ts'
import { currentFigures } from './figures.ts'
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
  const letters = readLetters(store).filter(
    ({ municipality: of, commitments }) =>
      of && commitments.some(isJudged) && (municipality === undefined || of.code === municipality),
  )
  const areas = new Set(letters.map((letter) => letter.municipality?.code ?? country))
  const figures = currentFigures(readObservations(store, { areas: [...areas, country] }))
  const decisions = readVerdictDecisions(store, period.code)
  return letters
    .flatMap(({ municipality: of, date, commitments, ...letter }) => {
      if (!of) return []
      const words = letterWords(readText(store, letter.id)?.text ?? '')
      return commitments
        .filter(isJudged)
        .map((commitment) =>
          withDecision(
            judge({ commitment, municipality: of, date, words }, period, figures),
            decisions.get(commitment.id),
          ),
        )
    })
    .sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'da'))
}

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

/**
 * The courses of the figures that are there for each municipality, up to a period and of its kind (months with months).
 * @param municipality the code of one; without it all
 */
export function coursesFor(store: Store, period: Period, municipality?: string): Map<string, Course[]> {
  const areas = municipality === undefined ? {} : { areas: [municipality, country] }
  const current = currentFigures(readObservations(store, areas))
  const upTo = (indicator: string, area: string) =>
    current.course(indicator, area, period).filter((figure) => figure.period <= period.code)
  const codes = municipality === undefined ? municipalities().map(({ code }) => code) : [municipality]
  const found = new Map<string, Course[]>()
  for (const code of codes) {
    const courses = indicators()
      .map((indicator) => ({
        indicator,
        figures: upTo(indicator.id, code),
        country: upTo(indicator.id, country),
      }))
      .filter(({ figures }) => figures.length > 0)
    if (courses.length > 0) found.set(code, courses)
  }
  return found
}
