import {
  type CommitmentQuery,
  type Facet,
  facets,
  type Sorting,
  sortings,
} from '../../followup/browse/browse-commitments.ts'
import { parsePeriod } from '../../schemas/period.ts'
import { dayOf } from './day.ts'

/** The name of each facet in an address. */
export const facetNames: Record<Facet, string> = {
  municipality: 'kommune',
  letterKind: 'brev',
  kind: 'art',
  status: 'status',
  state: 'tilstand',
  verdict: 'afgoerelse',
  review: 'gennemgang',
  responsible: 'ansvarlig',
}

const mostValues = 100
const longestText = 300

/** What an address asks for; what is not known in it is left out. */
export function readCommitmentQuery(address: URLSearchParams): CommitmentQuery {
  const sort = sortings.find((one): one is Sorting => one === address.get('sortering')) ?? 'municipality'
  const chosen = facets.map((facet) => [
    facet,
    address
      .getAll(facetNames[facet])
      .filter((value) => value !== '')
      .slice(0, mostValues),
  ])
  return {
    chosen: Object.fromEntries(chosen),
    text: (address.get('ord') ?? '').trim().slice(0, longestText),
    dueFrom: dayOf(address.get('fra') ?? undefined),
    dueTo: dayOf(address.get('til') ?? undefined),
    period: parsePeriod(address.get('tal') ?? '')?.code ?? null,
    sort,
    descending: address.get('retning') === 'ned',
  }
}

/** The address of a query, without the question mark. What is as usual is left out. */
export function commitmentAddress(query: CommitmentQuery): string {
  const address = new URLSearchParams()
  for (const facet of facets)
    for (const value of query.chosen[facet] ?? []) address.append(facetNames[facet], value)
  if (query.text !== '') address.set('ord', query.text)
  if (query.dueFrom !== null) address.set('fra', query.dueFrom)
  if (query.dueTo !== null) address.set('til', query.dueTo)
  if (query.period !== null) address.set('tal', query.period)
  if (query.sort !== 'municipality') address.set('sortering', query.sort)
  if (query.descending) address.set('retning', 'ned')
  return address.toString()
}
