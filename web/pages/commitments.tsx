import { Hono } from 'hono'
import {
  type Browsed,
  browseCommitments,
  type CommitmentQuery,
  type Facet,
  type FacetValue,
  facets,
  noValue,
  type Sorting,
} from '../../followup/browse/browse-commitments.ts'
import { commitmentCalendar } from '../../followup/calendar/commitment-calendar.ts'
import { commitmentSheet } from '../../followup/export/commitment-sheet.ts'
import { commitmentsCsv } from '../../followup/export/commitments-csv.ts'
import { readCommitmentExport } from '../../followup/export/read-commitment-export.ts'
import { workbook } from '../../followup/xlsx/workbook.ts'
import { readSavedView, readSavedViews, removeView, saveView } from '../../store/saved-views.ts'
import type { Asked, Web } from '../context.ts'
import { commitmentAddress, facetNames, readCommitmentQuery } from '../forms/commitment-query.ts'
import { textOf } from '../forms/fields.ts'
import { viewSlug } from '../forms/view-slug.ts'
import { PageError } from '../page-error.ts'
import { Field } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { Pages, pageOf } from '../parts/pages.tsx'
import { SavedViews } from '../parts/saved-views.tsx'
import { ScrollTable } from '../parts/table.tsx'
import {
  capital,
  counted,
  danishRecurrence,
  kindWord,
  letterWord,
  opening,
  reviewWord,
  shortDate,
  stateWord,
  statusWord,
} from '../parts/words.ts'

const rowsAPage = 50

/** All commitments: narrowed by facets, sorted, saved as views, and taken out as files. */
export function commitmentPages(web: Web): Hono<Asked> {
  const browse = (query: CommitmentQuery) => browseCommitments(web.store, query, web.now().slice(0, 10))
  return new Hono<Asked>()
    .get('/', (c) => {
      const address = new URL(c.req.url).searchParams
      const query = readCommitmentQuery(address)
      return c.html(
        <Layout
          title="Tilsagn"
          section="/tilsagn"
          who={c.var.who}
          here={`/tilsagn?${commitmentAddress(query)}`}
          wide
        >
          <h1>Tilsagn</h1>
          <SavedViews views={readSavedViews(web.store)} address={commitmentAddress(query)} />
          <div class="browse">
            <Browse query={query} found={browse(query)} page={pageOf(address.get('side') ?? undefined)} />
          </div>
        </Layout>,
      )
    })
    .get('/eksport/:file{tilsagn\\.(?:csv|json|xlsx|ics)}', async (c) => {
      const { rows } = browse(readCommitmentQuery(new URL(c.req.url).searchParams))
      const file = c.req.param('file')
      c.header('Content-Disposition', `attachment; filename="${file}"`)
      if (file.endsWith('.ics')) {
        const calendar = commitmentCalendar(web.store, rows, web.now())
        return c.body(calendar, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
      }
      const letters = readCommitmentExport(web.store, rows)
      if (file.endsWith('.xlsx')) {
        const made = new Uint8Array(await workbook([commitmentSheet(letters)]))
        return c.body(made, 200, { 'Content-Type': 'application/octet-stream' })
      }
      if (file.endsWith('.json')) return c.json({ letters })
      // Excel reads a CSV as UTF-8 only when it begins with a byte order mark
      return c.body(`\ufeff${commitmentsCsv(letters)}`, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .get('/visning/:slug', (c) => {
      const view = readSavedView(web.store, c.req.param('slug'))
      if (!view) throw new PageError(404, 'Visningen findes ikke', 'Vælg en anden under Tilsagn.')
      return c.redirect(`/tilsagn?${view.address}`, 303)
    })
    .post('/visning', async (c) => {
      const form = await c.req.formData()
      const name = textOf(form, 'navn').slice(0, 80)
      const slug = viewSlug(name)
      if (slug === '')
        throw new PageError(422, 'Visningen mangler et navn', 'Gå tilbage, og skriv et navn til visningen.')
      const address = commitmentAddress(readCommitmentQuery(new URLSearchParams(textOf(form, 'adresse'))))
      saveView(web.store, { slug, name, address, who: c.var.who ?? '', at: web.now() })
      return c.redirect(`/tilsagn/visning/${slug}`, 303)
    })
    .post('/visning/:slug/slet', (c) => {
      removeView(web.store, c.req.param('slug'))
      return c.redirect('/tilsagn', 303)
    })
}

type BrowseProps = { query: CommitmentQuery; found: Browsed; page: number }

function Browse({ query, found, page }: BrowseProps) {
  const address = commitmentAddress(query)
  const rows = found.rows.slice((page - 1) * rowsAPage, page * rowsAPage)
  return (
    <>
      <Facets query={query} found={found} />
      <section class="browsed" aria-labelledby="fundne">
        <div class="browsed-head">
          <h2 id="fundne">{counted(found.rows.length, 'tilsagn', 'tilsagn')}</h2>
          <p class="exports">
            Hent det viste som <a href={`/tilsagn/eksport/tilsagn.csv?${address}`}>CSV</a>{' '}
            <a href={`/tilsagn/eksport/tilsagn.xlsx?${address}`}>Excel</a>{' '}
            <a href={`/tilsagn/eksport/tilsagn.ics?${address}`}>kalender</a>{' '}
            <a href={`/tilsagn/eksport/tilsagn.json?${address}`}>JSON</a>
          </p>
        </div>
        {rows.length === 0 ? (
          <p>
            Ingen tilsagn passer. Fjern nogle af valgene, eller <a href="/tilsagn">vis alle</a>.
          </p>
        ) : (
          <ScrollTable label="Tilsagn">
            <thead>
              <tr>
                <SortHead query={query} sort="municipality" label="Kommune" />
                <SortHead query={query} sort="letterDate" label="Brev" />
                <th scope="col">Tilsagn</th>
                <SortHead query={query} sort="kind" label="Slags" />
                <SortHead query={query} sort="due" label="Frist" />
                <SortHead query={query} sort="status" label="Status" />
                <th scope="col">Gennemgang</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <td>{row.municipality?.name ?? 'Ukendt'}</td>
                  <td class="nowrap">{row.letterDate ? shortDate(row.letterDate) : 'Uden dato'}</td>
                  <td class="quote">
                    <a href={`/breve/${row.letterId}?tilsagn=${row.id}#t-${row.id}`}>
                      {opening(row.quote, 180)}
                    </a>
                    {row.responsible && <p class="quiet">Ansvarlig: {opening(row.responsible, 80)}</p>}
                  </td>
                  <td>{capital(kindWord(row.kind))}</td>
                  <td>
                    {row.due.map(shortDate).join(', ') ||
                      (row.every ? capital(danishRecurrence(row.every)) : 'Ingen')}
                  </td>
                  <td>
                    {capital(statusWord(row.status))} i brevet
                    <p class="quiet">I dag: {stateWord(row.state)}</p>
                  </td>
                  <td>
                    <span class={`badge review-${row.review}`}>{capital(reviewWord(row.review))}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
        <Pages
          label="Sider med tilsagn"
          page={page}
          pages={Math.ceil(found.rows.length / rowsAPage)}
          address={(to) => `/tilsagn?${address}${address === '' ? '' : '&'}side=${to}`}
        />
      </section>
    </>
  )
}

function SortHead({ query, sort, label }: { query: CommitmentQuery; sort: Sorting; label: string }) {
  const isSorted = query.sort === sort
  const to = commitmentAddress({ ...query, sort, descending: isSorted && !query.descending })
  return (
    <th scope="col" aria-sort={isSorted ? (query.descending ? 'descending' : 'ascending') : undefined}>
      <a href={`/tilsagn?${to}`} class="sort">
        {label}
        {isSorted && <span aria-hidden="true">{query.descending ? ' ↓' : ' ↑'}</span>}
      </a>
    </th>
  )
}

const facetTitles: Record<Facet, string> = {
  municipality: 'Kommune',
  letterKind: 'Slags brev',
  kind: 'Slags tilsagn',
  status: 'Status i brevet',
  state: 'Tilstand i dag',
  review: 'Gennemgang',
  responsible: 'Ansvarlig',
}

const missing: Partial<Record<Facet, string>> = { municipality: 'Ukendt', responsible: 'Ingen nævnt' }

const facetWord = (facet: Facet, { value, name }: FacetValue): string => {
  if (value === noValue) return missing[facet] ?? 'Ingen'
  const words: Partial<Record<Facet, (value: never) => string>> = {
    letterKind: letterWord,
    kind: kindWord,
    status: statusWord,
    state: stateWord,
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

function Facets({ query, found }: { query: CommitmentQuery; found: Browsed }) {
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
      <div class="facet-actions">
        <button class="button button-primary" type="submit">
          Vis
        </button>
        <a href="/tilsagn">Nulstil</a>
      </div>
      {facets.map((facet) => (
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
