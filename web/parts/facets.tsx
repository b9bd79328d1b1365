import {
  type Browsed,
  type CommitmentQuery,
  type Facet,
  type FacetValue,
  facets,
  noValue,
} from '../../followup/browse/browse-commitments.ts'
import { danishDataPeriod } from '../../followup/verdicts/figure-words.ts'
import type { Period } from '../../schemas/period.ts'
import { facetNames } from '../forms/commitment-query.ts'
import { Field, Select } from './form.tsx'
import { capital, kindWord, letterWord, reviewWord, stateWord, statusWord, verdictWord } from './words.ts'

const facetTitles: Record<Facet, string> = {
  municipality: 'Kommune',
  letterKind: 'Slags brev',
  kind: 'Slags tilsagn',
  status: 'Status i brevet',
  state: 'Tilstand i dag',
  verdict: 'Afgørelse',
  review: 'Gennemgang',
  responsible: 'Ansvarlig',
}

const missing: Partial<Record<Facet, string>> = {
  municipality: 'Ukendt',
  verdict: 'Holdes ikke op mod tal',
  responsible: 'Ingen nævnt',
}

const facetWord = (facet: Facet, { value, name }: FacetValue): string => {
  if (value === noValue) return missing[facet] ?? 'Ingen'
  const words: Partial<Record<Facet, (value: never) => string>> = {
    letterKind: letterWord,
    kind: kindWord,
    status: statusWord,
    state: stateWord,
    verdict: verdictWord,
    review: reviewWord,
  }
  return name === value && words[facet]
    ? capital(safely(words[facet] as (value: string) => string, value))
    : name
}

/** A value that came from an address may be none of ours: it stands as it is. */
function safely(word: (value: string) => string, value: string): string {
  try {
    return word(value)
  } catch {
    return value
  }
}

const facetsShown = 8
const mostShown = 100

type FacetsProps = { query: CommitmentQuery; found: Browsed; periods: Period[] }

/** The form by which commitments are chosen: words, days, the period of the verdicts, and facets with their counts. */
export function Facets({ query, found, periods }: FacetsProps) {
  return (
    <form class="facets" method="get" action="/tilsagn" aria-label="Vælg tilsagn">
      <Field id="ord" label="Ord i tilsagnet">
        <input class="form-input" type="search" id="ord" name="ord" value={query.text} />
      </Field>
      <fieldset>
        <legend>Frist</legend>
        <Field id="fra" label="Fra og med">
          <input class="form-input" type="date" id="fra" name="fra" value={query.dueFrom ?? ''} />
        </Field>
        <Field id="til" label="Til og med">
          <input class="form-input" type="date" id="til" name="til" value={query.dueTo ?? ''} />
        </Field>
      </fieldset>
      {periods.length > 1 && (
        <Field id="tal" label="Afgørelser efter tallene for">
          <Select
            id="tal"
            name="tal"
            value={query.period ?? ''}
            options={[
              ['', 'De seneste'],
              ...periods.map(({ code }) => [code, capital(danishDataPeriod(code))] as const),
            ]}
          />
        </Field>
      )}
      <div class="facet-actions">
        <button class="button button-primary" type="submit">
          Vis
        </button>
        <a href="/tilsagn">Nulstil</a>
      </div>
      {facets
        .filter((facet) => facet !== 'verdict' || found.period !== null)
        .map((facet) => (
          <FacetChoices facet={facet} values={found.facets[facet]} />
        ))}
      {query.sort !== 'municipality' && <input type="hidden" name="sortering" value={query.sort} />}
      {query.descending && <input type="hidden" name="retning" value="ned" />}
    </form>
  )
}

function FacetChoices({ facet, values }: { facet: Facet; values: FacetValue[] }) {
  const sorted = values
    .map((entry) => ({ ...entry, word: facetWord(facet, entry) }))
    .sort(
      (a, b) =>
        Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.word.localeCompare(b.word, 'da'),
    )
  if (sorted.length === 0) return null
  const choice = (entry: (typeof sorted)[number], index: number) => (
    <div class="choice">
      <input
        class="form-checkbox"
        type="checkbox"
        id={`${facetNames[facet]}-${index}`}
        name={facetNames[facet]}
        value={entry.value}
        checked={entry.chosen}
      />
      <label for={`${facetNames[facet]}-${index}`}>
        {entry.word} <span class="count">({entry.count.toLocaleString('da')})</span>
      </label>
    </div>
  )
  const more = sorted.slice(facetsShown, mostShown)
  return (
    <details open={facet !== 'responsible' || sorted.some(({ chosen }) => chosen)}>
      <summary>{facetTitles[facet]}</summary>
      <fieldset>
        <legend class="sr-only">{facetTitles[facet]}</legend>
        {sorted.slice(0, facetsShown).map(choice)}
        {more.length > 0 && (
          <details>
            <summary>{more.length.toLocaleString('da')} mere</summary>
            {more.map((entry, index) => choice(entry, index + facetsShown))}
          </details>
        )}
      </fieldset>
    </details>
  )
}
