import { Hono } from 'hono'
import {
  type Browsed,
  browseCommitments,
  type CommitmentQuery,
  type Sorting,
} from '../../followup/browse/browse-commitments.ts'
import { verdictPeriods } from '../../followup/browse/verdict-periods.ts'
import { commitmentCalendar } from '../../followup/calendar/commitment-calendar.ts'
import { commitmentSheet } from '../../followup/export/commitment-sheet.ts'
import { exportedVerdicts, verdictColumns, withVerdicts } from '../../followup/export/commitment-verdicts.ts'
import { commitmentsCsv } from '../../followup/export/commitments-csv.ts'
import { readCommitmentExport } from '../../followup/export/read-commitment-export.ts'
import { danishDataPeriod } from '../../followup/verdicts/figure-words.ts'
import { workbook } from '../../followup/xlsx/workbook.ts'
import type { Period } from '../../schemas/period.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { readSavedView, readSavedViews, removeView, saveView } from '../../store/saved-views.ts'
import type { Asked, Web } from '../context.ts'
import { commitmentAddress, readCommitmentQuery } from '../forms/commitment-query.ts'
import { textOf } from '../forms/fields.ts'
import { viewSlug } from '../forms/view-slug.ts'
import { PageError } from '../page-error.ts'
import { Facets } from '../parts/facets.tsx'
import { Layout } from '../parts/layout.tsx'
import { Pages, pageOf } from '../parts/pages.tsx'
import { SavedViews } from '../parts/saved-views.tsx'
import { ScrollTable } from '../parts/table.tsx'
import {
  capital,
  counted,
  danishRecurrence,
  kindWord,
  opening,
  reviewWord,
  shortDate,
  stateWord,
  statusWord,
  verdictWord,
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
            <Browse
              query={query}
              found={browse(query)}
              periods={verdictPeriods(web.store).all}
              page={pageOf(address.get('side') ?? undefined)}
            />
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
      const verdicts = exportedVerdicts(rows)
      if (file.endsWith('.xlsx')) {
        const made = new Uint8Array(await workbook([commitmentSheet(letters, verdictColumns(verdicts))]))
        return c.body(made, 200, { 'Content-Type': 'application/octet-stream' })
      }
      if (file.endsWith('.json')) return c.json({ letters: withVerdicts(letters, verdicts) })
      // Excel reads a CSV as UTF-8 only when it begins with a byte order mark
      return c.body(`\ufeff${commitmentsCsv(letters, verdictColumns(verdicts))}`, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
      })
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

type BrowseProps = { query: CommitmentQuery; found: Browsed; periods: Period[]; page: number }

function Browse({ query, found, periods, page }: BrowseProps) {
  const address = commitmentAddress(query)
  const rows = found.rows.slice((page - 1) * rowsAPage, page * rowsAPage)
  return (
    <>
      <p class="narrow-only">
        <a href="#fundne">Gå til listen: {counted(found.rows.length, 'tilsagn', 'tilsagn')}</a>
      </p>
      <Facets query={query} found={found} periods={periods} />
      <section class="browsed" aria-labelledby="fundne">
        <div class="browsed-head">
          <h2 id="fundne">{counted(found.rows.length, 'tilsagn', 'tilsagn')}</h2>
          {found.period && <p>Afgørelser efter tallene for {danishDataPeriod(found.period.code)}</p>}
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
                <th scope="col">Afgørelse</th>
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
                    <p>
                      <span class={`badge review-${row.review}`}>{capital(reviewWord(row.review))}</span>
                    </p>
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
                  <td>{row.verdict && <VerdictCell verdict={row.verdict} />}</td>
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

function VerdictCell({ verdict }: { verdict: Verdict }) {
  const { commitmentId: id, period, municipality, decision } = verdict
  return (
    <>
      <a href={`/tjekliste/${period}/${municipality.code}#v-${id}`}>{verdictWord(verdict.verdict)}</a>
      <p class="quiet">{decision ? 'Afgjort' : 'Forslag'}</p>
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
