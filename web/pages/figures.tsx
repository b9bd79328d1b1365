import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { indicator } from '../../data/indicators.ts'
import { areaName, municipalities } from '../../data/municipality-names.ts'
import { latestFigures } from '../../followup/browse/latest-figures.ts'
import { danishDataPeriod, danishFigure } from '../../followup/verdicts/figure-words.ts'
import {
  type ReadFigures,
  readFigureFile,
  storeFigures,
  summary,
} from '../../pipeline/figures/import-figures.ts'
import type { ValueChange } from '../../schemas/observation.ts'
import { readChanges } from '../../store/read-figures.ts'
import type { Asked, Web } from '../context.ts'
import { dayOf } from '../forms/day.ts'
import { textOf } from '../forms/fields.ts'
import { keepUpload } from '../inbox/keep-upload.ts'
import { PageError } from '../page-error.ts'
import { CourseChart } from '../parts/course-chart.tsx'
import { inDanish } from '../parts/danish-messages.ts'
import { FigureForm, tableAsked } from '../parts/figure-form.tsx'
import { ErrorSummary, Field, Select } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { counted, danishDate, shortDate } from '../parts/words.ts'

const figureBytes = 20 * 1024 * 1024
const mostPending = 20

type Pending = { id: string; read: ReadFigures }

/** Figures: taken in after a look at what was understood, shown against the country, and what was changed in them. */
export function figurePages(web: Web): Hono<Asked> {
  const pending: Pending[] = []
  let number = 0
  const tooLarge = () => {
    throw new PageError(
      413,
      'Filen er for stor',
      'Hent færre kommuner eller perioder ad gangen: højst 20 MB.',
    )
  }
  return new Hono<Asked>()
    .get('/', (c) =>
      c.html(
        <FiguresPage
          web={web}
          who={c.var.who}
          area={c.req.query('kommune') ?? ''}
          stored={c.req.query('gemt')}
        />,
      ),
    )
    .post('/laes', bodyLimit({ maxSize: figureBytes, onError: tooLarge }), async (c) => {
      const form = await c.req.formData()
      const file = form.get('fil')
      const show = (error: string) =>
        c.html(<FiguresPage web={web} who={c.var.who} area="" error={error} typed={form} />, 422)
      if (file === null || typeof file === 'string' || file.size === 0) return show('Vælg en fil med tal')
      const retrieved = dayOf(textOf(form, 'hentet')) ?? undefined
      number++
      const content = new Uint8Array(await file.arrayBuffer())
      const path = keepUpload(web.uploads, `${web.now()}-0-${number}`, { name: file.name, content })
      const today = web.now().slice(0, 10)
      const read = await readFigureFile(path, {
        ...tableAsked(form),
        retrieved,
        source: textOf(form, 'kilde').slice(0, 200) || undefined,
        today,
      }).catch((error: Error) => (error.name === 'BadFigures' ? error.message : Promise.reject(error)))
      if (typeof read === 'string')
        return show(`${file.name} kunne ikke forstås, og intet er gemt: ${inDanish(read)}`)
      const id = String(number)
      pending.push({ id, read })
      if (pending.length > mostPending) pending.shift()
      return c.html(<PreviewPage who={c.var.who} id={id} read={read} />)
    })
    .post('/gem', bodyLimit({ maxSize: figureBytes, onError: tooLarge }), async (c) => {
      const id = textOf(await c.req.formData(), 'id')
      const at = pending.findIndex((one) => one.id === id)
      const [found] = at < 0 ? [] : pending.splice(at, 1)
      if (!found)
        throw new PageError(404, 'Tallene er ikke længere i hukommelsen', 'Vælg filen igen under Data.')
      return c.redirect(`/data?gemt=${storeFigures(web.store, found.read, web.now())}`, 303)
    })
}

type PageProps = {
  web: Web
  who: string | null
  area: string
  stored?: string | undefined
  error?: string
  typed?: FormData
}

function FiguresPage({ web, who, area, stored, error, typed = new FormData() }: PageProps) {
  const { areas, courses, shown } = latestFigures(web.store, area)
  return (
    <Layout title="Data" section="/data" who={who} here="/data">
      <h1>Data</h1>
      {stored !== undefined && (
        <div class="alert alert-success" role="status">
          <div>
            <p class="alert-text">
              {stored === '0'
                ? 'Tallene var her i forvejen.'
                : `${counted(Number(stored) || 0, 'tal', 'tal')} er gemt.`}
            </p>
          </div>
        </div>
      )}
      {error && <ErrorSummary errors={[{ field: 'fil', message: error }]} />}
      <section aria-labelledby="tal">
        <h2 id="tal">Udvikling</h2>
        {shown === null ? (
          <p>Der er ingen tal endnu. Hent dem fra jobindsats.dk, og læg filen ind nedenfor.</p>
        ) : (
          <>
            <form class="inline-form" method="get" action="/data">
              <Field id="kommune" label="Kommune">
                <Select
                  id="kommune"
                  name="kommune"
                  value={shown}
                  options={municipalities()
                    .filter(({ code }) => areas.includes(code))
                    .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
                    .map(({ code, name }) => [code, name] as const)}
                />
              </Field>
              <button class="button button-secondary" type="submit">
                Vis
              </button>
            </form>
            {courses.map((course) => (
              <CourseChart course={course} area={areaName(shown)} />
            ))}
          </>
        )}
      </section>
      <section aria-labelledby="ind">
        <h2 id="ind">Læg tal ind</h2>
        <FigureForm typed={typed} isRefused={error !== undefined} />
      </section>
      <Changes changes={readChanges(web.store)} />
    </Layout>
  )
}

function PreviewPage({ who, id, read }: { who: string | null; id: string; read: ReadFigures }) {
  const of = summary(read)
  const how = { person: 'som du skrev', file: 'som filen siger', today: 'i dag, da filen ikke siger andet' }
  return (
    <Layout title="Tallene, som de er forstået" section="/data" who={who} here="/data">
      <h1>Tallene, som de er forstået</h1>
      <dl class="facts">
        <dt>Fil</dt>
        <dd>
          {of.file} {of.table && `(tabel ${of.table})`}
        </dd>
        <dt>Kilde</dt>
        <dd>{of.source}</dd>
        <dt>Hentet</dt>
        <dd>
          {danishDate(of.retrieved)} ({how[of.retrievedBy]})
        </dd>
        {of.columns.map((column) => (
          <>
            <dt>Indikator</dt>
            <dd>
              {indicator(column.indicator)?.name ?? column.indicator}{' '}
              <span class="quiet">kolonne »{column.label}«</span>
            </dd>
          </>
        ))}
        <dt>Perioder</dt>
        <dd>{of.periods.map(danishDataPeriod).join(', ')}</dd>
        <dt>Områder</dt>
        <dd>
          {counted(of.municipalities, 'kommune', 'kommuner')}
          {of.country ? ' og hele landet' : ', uden hele landet'}
        </dd>
        <dt>Tal</dt>
        <dd>
          {of.values} værdier, {of.missing} mangler, {of.withheld} tilbageholdt
        </dd>
      </dl>
      {(of.leftOut.length > 0 || of.notes.length > 0) && (
        <section>
          <h2>Udeladt og bemærket</h2>
          <ul>
            {of.leftOut.map(({ what, why, rows }) => (
              <li>
                {inDanish(what)}: {inDanish(why)} {rows ? `(${counted(rows, 'række', 'rækker')})` : ''}
              </li>
            ))}
            {of.notes.map((note) => (
              <li>{inDanish(note)}</li>
            ))}
          </ul>
        </section>
      )}
      <h2>De første tal</h2>
      <ScrollTable label="De første tal">
        <thead>
          <tr>
            <th scope="col">Indikator</th>
            <th scope="col">Område</th>
            <th scope="col">Periode</th>
            <th scope="col" class="number">
              Tal
            </th>
          </tr>
        </thead>
        <tbody>
          {read.observations.slice(0, 12).map((one) => (
            <tr>
              <td>{indicator(one.indicator)?.shortName ?? one.indicator}</td>
              <td>{areaName(one.area)}</td>
              <td>{danishDataPeriod(one.period)}</td>
              <td class="number">{danishFigure(one)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <form method="post" action="/data/gem" class="decisions">
        <input type="hidden" name="id" value={id} />
        <button class="button button-primary" type="submit">
          Gem tallene
        </button>
        <a class="button button-tertiary" href="/data">
          Annuller
        </a>
      </form>
    </Layout>
  )
}

function Changes({ changes }: { changes: ValueChange[] }) {
  return (
    <section aria-labelledby="aendret">
      <h2 id="aendret">Ændrede tal</h2>
      {changes.length === 0 ? (
        <p>Ingen tal er ændret ved en senere hentning.</p>
      ) : (
        <ScrollTable label="Ændrede tal">
          <thead>
            <tr>
              <th scope="col">Indikator</th>
              <th scope="col">Område</th>
              <th scope="col">Periode</th>
              <th scope="col">Før</th>
              <th scope="col">Nu</th>
              <th scope="col">Bruges i</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, 100).map(({ before, after, reliedOn }) => (
              <tr>
                <td>{indicator(after.indicator)?.shortName ?? after.indicator}</td>
                <td>{areaName(after.area)}</td>
                <td>{danishDataPeriod(after.period)}</td>
                <td>
                  {danishFigure(before)} <span class="quiet">hentet {shortDate(before.from.retrieved)}</span>
                </td>
                <td>
                  {danishFigure(after)} <span class="quiet">hentet {shortDate(after.from.retrieved)}</span>
                </td>
                <td>
                  {reliedOn.length === 0
                    ? 'Intet'
                    : counted(reliedOn.length, 'afgørelse eller skrivelse', 'afgørelser og skrivelser')}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  )
}
