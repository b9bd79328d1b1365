import { type Context, Hono } from 'hono'
import { rememberedChecklist } from '../../followup/browse/remembered-checklist.ts'
import { verdictPeriods } from '../../followup/browse/verdict-periods.ts'
import { checklistDocument } from '../../followup/checklist-pages/checklist-document.ts'
import { municipalityPage } from '../../followup/checklist-pages/municipality.ts'
import { overviewPage } from '../../followup/checklist-pages/overview.ts'
import { checklistDocx } from '../../followup/docx/checklist.ts'
import { checklistHtml } from '../../followup/html/checklist.ts'
import { noteReliance } from '../../followup/read-checklist.ts'
import { danishDataPeriod } from '../../followup/verdicts/figure-words.ts'
import { proposalOf } from '../../followup/verdicts/verdicts-for.ts'
import { checklistSheets } from '../../followup/xlsx/checklist-sheets.ts'
import { workbook } from '../../followup/xlsx/workbook.ts'
import type { MunicipalityChecklist } from '../../schemas/checklist.ts'
import { monthOf, type Period, parsePeriod } from '../../schemas/period.ts'
import { type Verdict, verdictValueSchema, verdictValues } from '../../schemas/verdict.ts'
import { readChecklistNote, saveChecklistNote } from '../../store/checklist-notes.ts'
import { decideVerdict } from '../../store/verdict-decisions.ts'
import type { Asked, Web } from '../context.ts'
import { textOf } from '../forms/fields.ts'
import { PageError } from '../page-error.ts'
import { ChecklistBlocks } from '../parts/checklist-blocks.tsx'
import { ErrorSummary, Field, Select } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { counted, moment, verdictWord } from '../parts/words.ts'
import { requireWho } from '../safety/who.ts'

/** The follow-up of a data period: overview, a page for each municipality, its verdicts, and all of it as a file. */
export function checklistPages(web: Web): Hono<Asked> {
  const usual = () => verdictPeriods(web.store).usual ?? monthOf(web.now().slice(0, 10), -1)
  return new Hono<Asked>()
    .get('/', (c) => {
      const typed = c.req.query('periode')
      const period = typed === undefined ? usual() : parsePeriod(typed)
      if (!period) return c.html(<Wrong web={web} who={c.var.who} typed={typed ?? ''} />, 422)
      return c.html(<OverviewPage web={web} who={c.var.who} period={period} />)
    })
    .get('/:period/fil/:file{tjekliste\\.(?:html|docx|xlsx)}', async (c) => {
      const checklist = rememberedChecklist(web.store, periodOf(c))
      noteReliance(web.store, checklist, web.now())
      const file = c.req.param('file')
      c.header(
        'Content-Disposition',
        `attachment; filename="tjekliste-${checklist.period.code}.${file.split('.')[1]}"`,
      )
      if (file.endsWith('.html'))
        return c.body(checklistHtml(checklistDocument(checklist)), 200, {
          'Content-Type': 'text/html; charset=utf-8',
        })
      const made = file.endsWith('.docx')
        ? await checklistDocx(checklistDocument(checklist))
        : await workbook(checklistSheets(checklist))
      return c.body(new Uint8Array(made), 200, { 'Content-Type': 'application/octet-stream' })
    })
    .get('/:period/:code', (c) =>
      c.html(<MunicipalityPage web={web} who={c.var.who} period={periodOf(c)} code={c.req.param('code')} />),
    )
    .post('/:period/:code/noter', async (c) => {
      const who = requireWho(c.var.who)
      const [period, code] = [periodOf(c), c.req.param('code')]
      municipalityOf(web, period, code)
      const form = await c.req.formData()
      const ticked = form.getAll('punkt').filter((one): one is string => typeof one === 'string')
      const note = textOf(form, 'note').slice(0, 5000)
      saveChecklistNote(web.store, period.code, code, { ticked, note, who, at: web.now() })
      return c.redirect(`/tjekliste/${period.code}/${code}#noter`, 303)
    })
    .post('/:period/:code/afgoerelse/:commitment', async (c) => {
      const who = requireWho(c.var.who)
      const [period, code, id] = [periodOf(c), c.req.param('code'), c.req.param('commitment')]
      const verdict = verdictsOf(municipalityOf(web, period, code)).find(
        ({ commitmentId }) => commitmentId === id,
      )
      if (!verdict) throw new PageError(404, 'Der er ikke noget at afgøre', 'Gå tilbage til tjeklisten.')
      const form = await c.req.formData()
      const seen = textOf(form, 'version')
      const show = (error: string, status: 409 | 422) =>
        c.html(
          <MunicipalityPage web={web} who={who} period={period} code={code} error={{ id, message: error }} />,
          status,
        )
      if (seen !== versionOf(verdict))
        return show(
          'Afgørelsen eller dens tal blev ændret, mens du så på den. Intet er gemt. Se efter, og afgør den igen.',
          409,
        )
      const reason = textOf(form, 'grund').slice(0, 500)
      const set =
        textOf(form, 'gem') === 'saet' ? verdictValueSchema.safeParse(textOf(form, 'afgoerelse')) : null
      if (set && !set.success) return show('Vælg en afgørelse', 422)
      if (set && reason === '')
        return show('Skriv en begrundelse for at afgøre det anderledes end foreslået', 422)
      decideVerdict(web.store, {
        verdict: set?.data ?? verdict.proposed,
        action: set ? 'set' : 'confirmed',
        proposal: proposalOf(verdict),
        who,
        at: web.now(),
        reason,
      })
      return c.redirect(`/tjekliste/${period.code}/${code}#v-${id}`, 303)
    })
}

const versionOf = ({ proposed, decision, value }: Verdict): string =>
  [proposed, decision?.verdict, decision?.at, value?.observationId].join('|')

function periodOf(c: Context): Period {
  const period = parsePeriod(c.req.param('period') ?? '')
  if (!period)
    throw new PageError(
      404,
      'Perioden findes ikke',
      'Skriv den som 2018M12 (måned), 2018Q04 (kvartal) eller 2018Y01 (år).',
    )
  return period
}

function municipalityOf(web: Web, period: Period, code: string) {
  const { municipalities } = rememberedChecklist(web.store, period)
  const found = municipalities.find(({ municipality }) => municipality.code === code)
  if (!found)
    throw new PageError(404, 'Kommunen er ikke på tjeklisten', 'Vælg en anden i tjeklistens overblik.')
  return found
}

/** Verdicts on the latest statement's promises, then on those of plans. */
const verdictsOf = ({ verdicts, planVerdicts }: MunicipalityChecklist): Verdict[] => [
  ...verdicts,
  ...planVerdicts,
]

function PeriodForm({ web, period, error }: { web: Web; period: string; error?: string }) {
  return (
    <form class="inline-form" method="get" action="/tjekliste">
      <Field
        id="periode"
        label="Dataperiode"
        hint="Måned 2018M12, kvartal 2018Q04 eller år 2018Y01"
        error={error}
      >
        <input
          class="form-input"
          id="periode"
          name="periode"
          value={period}
          aria-describedby="periode-hjaelp"
          list="perioder"
        />
        <datalist id="perioder">
          {verdictPeriods(web.store).all.map(({ code }) => (
            <option value={code}>{danishDataPeriod(code)}</option>
          ))}
        </datalist>
      </Field>
      <button class="button button-secondary" type="submit">
        Vis
      </button>
    </form>
  )
}

function Wrong({ web, who, typed }: { web: Web; who: string | null; typed: string }) {
  const error = 'Perioden er ikke forstået'
  return (
    <Layout title="Tjekliste" section="/tjekliste" who={who} here="/tjekliste">
      <h1>Tjekliste</h1>
      <ErrorSummary errors={[{ field: 'periode', message: error }]} />
      <PeriodForm web={web} period={typed} error={error} />
    </Layout>
  )
}

function OverviewPage({ web, who, period }: { web: Web; who: string | null; period: Period }) {
  const checklist = rememberedChecklist(web.store, period)
  const title = `Tjekliste for ${danishDataPeriod(period.code)}`
  const files = `/tjekliste/${period.code}/fil/tjekliste`
  return (
    <Layout title={title} section="/tjekliste" who={who} here={`/tjekliste?periode=${period.code}`}>
      <h1>{title}</h1>
      <PeriodForm web={web} period={period.code} />
      <p class="exports">
        Hent hele tjeklisten som <a href={`${files}.docx`}>Word</a> <a href={`${files}.xlsx`}>Excel</a>{' '}
        <a href={`${files}.html`}>HTML</a>
      </p>
      {checklist.municipalities.length > 0 && (
        <nav aria-label="Kommuner">
          <h2>Kommuner</h2>
          <ul class="municipality-links no-max-width">
            {checklist.municipalities.map(({ municipality: { code, name } }) => (
              <li>
                <a href={`/tjekliste/${period.code}/${code}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h2>Overblik</h2>
      <ChecklistBlocks blocks={overviewPage(checklist).blocks} ticked={[]} />
    </Layout>
  )
}

type MunicipalityProps = {
  web: Web
  who: string | null
  period: Period
  code: string
  error?: { id: string; message: string }
}

function MunicipalityPage({ web, who, period, code, error }: MunicipalityProps) {
  const of = municipalityOf(web, period, code)
  const page = municipalityPage(of)
  const verdicts = verdictsOf(of)
  const note = readChecklistNote(web.store, period.code, code)
  const here = `/tjekliste/${period.code}/${code}`
  const title = `${page.title}, tjekliste for ${danishDataPeriod(period.code)}`
  const unmeasurable = verdicts.filter(({ proposed }) => proposed === 'not-measurable')
  const cards = (of: Verdict[]) =>
    of.map((verdict) => (
      <VerdictCard verdict={verdict} who={who} path={`${here}/afgoerelse/${verdict.commitmentId}`} />
    ))
  return (
    <Layout title={title} section="/tjekliste" who={who} here={here}>
      <h1>{title}</h1>
      <p>
        <a href={`/tjekliste?periode=${period.code}`}>Alle kommuner</a> ·{' '}
        <a href={`/sager?kommune=${code}`}>Sager</a> · <a href={`/udkast?kommune=${code}`}>Skriv et brev</a>
      </p>
      {error && <ErrorSummary errors={[{ field: `grund-${error.id}`, message: error.message }]} />}
      {verdicts.length > 0 && (
        <section aria-labelledby="afgoerelser">
          <h2 id="afgoerelser">Afgørelser at bekræfte</h2>
          {cards(verdicts.filter(({ proposed }) => proposed !== 'not-measurable'))}
          {unmeasurable.length > 0 && (
            <details open={verdicts.length === unmeasurable.length}>
              <summary>
                {counted(unmeasurable.length, 'tilsagn kan ikke måles', 'tilsagn kan ikke måles')}
              </summary>
              {cards(unmeasurable)}
            </details>
          )}
        </section>
      )}
      <form method="post" action={`${here}/noter`}>
        <h2>Kommunens ark</h2>
        <ChecklistBlocks blocks={page.blocks} ticked={note?.ticked ?? []} />
        <section id="noter">
          <h2>Noter</h2>
          {note && (
            <p class="quiet">
              Gemt af {note.who}, {moment(note.at)}
            </p>
          )}
          <Field id="note" label="Note til denne kommune og periode">
            <textarea class="form-input" id="note" name="note" rows={4} maxlength={5000}>
              {note?.note ?? ''}
            </textarea>
          </Field>
          {who ? (
            <button class="button button-primary" type="submit">
              Gem noter og afkrydsning
            </button>
          ) : (
            <p>
              <a href={`/navn?tilbage=${encodeURIComponent(here)}`}>Skriv dit navn</a> for at kunne gemme.
            </p>
          )}
        </section>
      </form>
    </Layout>
  )
}

function VerdictCard({ verdict, who, path }: { verdict: Verdict; who: string | null; path: string }) {
  const { commitmentId: id, quote, reason, remarks, proposed, decision } = verdict
  return (
    <article
      class={`finding ${decision ? 'review-confirmed' : 'review-proposed'}`}
      id={`v-${id}`}
      aria-labelledby={`vn-${id}`}
    >
      <h3 id={`vn-${id}`}>
        {verdictWord(verdict.verdict)}{' '}
        <span class={`badge review-${decision ? 'confirmed' : 'proposed'}`}>
          {decision ? 'Afgjort' : 'Forslag'}
        </span>
      </h3>
      <blockquote>
        <a href={`/breve/${verdict.letterId}?tilsagn=${id}#t-${id}`}>{quote}</a>
      </blockquote>
      <p>{[reason, ...remarks].join(' ')}</p>
      {decision && (
        <p class="quiet">
          {decision.action === 'set' ? 'Sat' : 'Bekræftet'} af {decision.by}, {moment(decision.at)}
          {decision.reason && `: ${decision.reason}`}
          {decision.basisChanged && `. Siden er forslaget eller tallet ændret (nu: ${verdictWord(proposed)})`}
        </p>
      )}
      {who && (
        <form method="post" action={path}>
          <input type="hidden" name="version" value={versionOf(verdict)} />
          <div class="decisions">
            <button class="button button-primary" type="submit" name="gem" value="bekraeft">
              Bekræft »{verdictWord(proposed)}«
            </button>
          </div>
          <details>
            <summary>Afgør det anderledes</summary>
            <div class="pair">
              <Field id={`afgoerelse-${id}`} label="Afgørelse">
                <Select
                  id={`afgoerelse-${id}`}
                  name="afgoerelse"
                  value={verdict.verdict}
                  options={verdictValues.map((value) => [value, verdictWord(value)] as const)}
                />
              </Field>
              <Field id={`grund-${id}`} label="Begrundelse">
                <input class="form-input" id={`grund-${id}`} name="grund" maxlength={500} />
              </Field>
            </div>
            <div class="decisions">
              <button class="button button-secondary" type="submit" name="gem" value="saet">
                Gem afgørelsen
              </button>
            </div>
          </details>
        </form>
      )}
    </article>
  )
}
