import type { DeadlineState } from '../../schemas/checklist.ts'
import type { Period } from '../../schemas/period.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { type CommitmentRow, commitmentRowsByLetter } from '../../store/commitment-rows.ts'
import { matchCommitments } from '../../store/match-commitments.ts'
import type { Store } from '../../store/query.ts'
import { whileSame } from '../../store/unchanged.ts'
import { commitmentState } from '../deadline-state.ts'
import { rememberedVerdicts } from './remembered-verdicts.ts'
import { verdictPeriods } from './verdict-periods.ts'

/** What a list of commitments can be narrowed by. */
export const facets = [
  'municipality',
  'letterKind',
  'kind',
  'status',
  'state',
  'verdict',
  'review',
  'responsible',
] as const
export type Facet = (typeof facets)[number]

export const sortings = ['municipality', 'due', 'letterDate', 'kind', 'status'] as const
export type Sorting = (typeof sortings)[number]

/** Stands for "none" in a facet: no municipality, nobody responsible. */
export const noValue = '-'

/**
 * What is asked for: of each facet some values (none: all), words, days between which it falls due (both inclusive),
 * and the order. Rejected commitments are left out unless the facet `review` asks for them.
 */
export type CommitmentQuery = {
  chosen: Partial<Record<Facet, string[]>>
  text: string
  dueFrom: string | null
  dueTo: string | null
  /** The data period whose verdicts are told; null for the one that applies when nobody chooses. */
  period: string | null
  sort: Sorting
  descending: boolean
}

export type BrowsedCommitment = CommitmentRow & { state: DeadlineState }
/** One value of a facet: how many there would be with it, the other facets as they are. */
export type FacetValue = { value: string; name: string; count: number; chosen: boolean }
/** With its verdict by the figures of a period; null for one that figures cannot tell about. */
export type JudgedCommitment = BrowsedCommitment & { verdict: Verdict | null }
/** `period`: the one the verdicts are of; null when there is none to tell them by. */
export type Browsed = { rows: JudgedCommitment[]; facets: Record<Facet, FacetValue[]>; period: Period | null }

const facetValue: Record<Facet, (row: JudgedCommitment) => string> = {
  municipality: ({ municipality }) => municipality?.code ?? noValue,
  letterKind: ({ letterKind }) => letterKind,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  state: ({ state }) => state,
  verdict: ({ verdict }) => verdict?.verdict ?? noValue,
  review: ({ review }) => review,
  responsible: ({ responsible }) => responsible ?? noValue,
}

/** What values are called that are not their own names. */
const nameOf: Partial<Record<Facet, (row: JudgedCommitment) => string>> = {
  municipality: ({ municipality }) => municipality?.name ?? '',
  responsible: ({ responsible }) => responsible ?? '',
}

/** All commitments with their state at the end of a day, a list for each letter. Shared: do not change it. */
export function statedByLetter(store: Store, day: string): BrowsedCommitment[][] {
  return commitmentRowsByLetter(store).map((rows) => stated(rows, day))
}

const stated = whileSame((rows: CommitmentRow[], day: string): BrowsedCommitment[] =>
  rows.map((row) => ({ ...row, state: commitmentState(row, row.letterDate, day) })),
)

/** The same with their verdicts by the figures of a period. */
function judgedByLetter(store: Store, day: string, period: Period | null): JudgedCommitment[][] {
  const verdicts = period && rememberedVerdicts(store, period)
  return statedByLetter(store, day).map((rows) =>
    judged(
      rows,
      rows.map(({ id }) => verdicts?.get(id) ?? null),
    ),
  )
}

const judged = whileSame((rows: BrowsedCommitment[], verdicts: (Verdict | null)[]): JudgedCommitment[] =>
  rows.map((row, at) => ({ ...row, verdict: verdicts[at] ?? null })),
)

/**
 * The commitments that are asked for, in order, and what each facet offers.
 * @param day the day at whose end the state of each is told
 */
export function browseCommitments(store: Store, asked: CommitmentQuery, day: string): Browsed {
  const matching = asked.text === '' ? null : (matchCommitments(store, asked.text) ?? new Set<string>())
  const period = periodOf(store, asked)
  const shown: JudgedCommitment[] = []
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()])) as Record<Facet, Counts>
  for (const row of judgedByLetter(store, day, period).flat()) {
    if ((matching !== null && !matching.has(row.id)) || !isDue(row, asked)) continue
    // a facet offers what there would be without its own choice: a row that fails another one is none of that
    const failed = facets.find((facet) => !passes(row, facet, asked))
    if (failed === undefined) {
      shown.push(row)
      for (const facet of facets) count(counts[facet], facet, row)
    } else if (facets.every((facet) => facet === failed || passes(row, facet, asked)))
      count(counts[failed], failed, row)
  }
  const values = facets.map((facet) => [facet, facetValues(counts[facet], asked.chosen[facet] ?? [])])
  return { rows: inOrder(shown, asked), facets: Object.fromEntries(values) as Browsed['facets'], period }
}

function periodOf(store: Store, asked: CommitmentQuery): Period | null {
  const { all, usual } = verdictPeriods(store)
  return all.find(({ code }) => code === asked.period) ?? usual
}

type Counts = Map<string, { name: string; count: number }>

function count(counts: Counts, facet: Facet, row: JudgedCommitment): void {
  const value = facetValue[facet](row)
  const known = counts.get(value)
  if (known) known.count++
  else counts.set(value, { name: nameOf[facet]?.(row) ?? value, count: 1 })
}

function facetValues(counts: Counts, chosen: string[]): FacetValue[] {
  for (const value of chosen) if (!counts.has(value)) counts.set(value, { name: value, count: 0 })
  return [...counts].map(([value, entry]) => ({ value, ...entry, chosen: chosen.includes(value) }))
}

function isDue({ due }: CommitmentRow, { dueFrom, dueTo }: CommitmentQuery): boolean {
  if (dueFrom === null && dueTo === null) return true
  return due.some((day) => (dueFrom === null || day >= dueFrom) && (dueTo === null || day <= dueTo))
}

function passes(row: JudgedCommitment, facet: Facet, { chosen }: CommitmentQuery): boolean {
  const values = chosen[facet] ?? []
  if (values.length > 0) return values.includes(facetValue[facet](row))
  return facet !== 'review' || row.review !== 'rejected'
}

const keys: Record<Sorting, (row: JudgedCommitment) => string | null> = {
  municipality: ({ municipality }) => municipality?.name ?? null,
  due: ({ due }) => due[0] ?? null,
  letterDate: ({ letterDate }) => letterDate,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
}

const danish = new Intl.Collator('da')

/** By the key asked for; rows without one stand last either way, and equal ones keep their order. */
function inOrder(rows: JudgedCommitment[], { sort, descending }: CommitmentQuery): JudgedCommitment[] {
  const key = keys[sort]
  const known = [...new Set(rows.map(key))].filter((one) => one !== null).sort(danish.compare)
  if (descending) known.reverse()
  // Comparing names by the rules of Danish is slow: each name is ranked once, and rows are compared by rank.
  const ranks = new Map<string | null, number>(known.map((one, rank) => [one, rank]))
  const rank = (row: JudgedCommitment) => ranks.get(key(row)) ?? known.length
  return rows.sort((a, b) => rank(a) - rank(b))
}
