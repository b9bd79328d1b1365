import { Hono } from 'hono'
import { municipalities } from '../../data/municipality-names.ts'
import { rememberedCases } from '../../followup/browse/remembered-cases.ts'
import { annexTemplate, draftLetter, usualReplyDays } from '../../followup/replies/draft-letter.ts'
import { annexFile, letterFile, type To } from '../../followup/replies/make-draft.ts'
import { openVerdicts } from '../../followup/replies/open-verdicts.ts'
import { readDocxText } from '../../pipeline/read-docx-text.ts'
import { monthOf, parsePeriod } from '../../schemas/period.ts'
import { replyKindSchema, replyKinds, type StoredReply } from '../../schemas/reply.ts'
import { approveReply, readReplies, readReply } from '../../store/replies.ts'
import type { Asked, Web } from '../context.ts'
import { dayOf } from '../forms/day.ts'
import { type FieldError, textOf } from '../forms/fields.ts'
import { markSent } from '../letters-out/mark-sent.ts'
import { PageError } from '../page-error.ts'
import { inDanish } from '../parts/danish-messages.ts'
import { DraftPage, kindWord, stateWords } from '../parts/draft-page.tsx'
import { ErrorSummary, Field, Select } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { capital, moment, opening, shortDate } from '../parts/words.ts'
import { requireWho } from '../safety/who.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Drafts of the ministry's letters: made, looked at, approved, and noted as sent. Nothing is sent from here. */
export function draftPages(web: Web): Hono<Asked> {
  const found = (id: string): StoredReply => {
    const reply = readReply(web.store, id)
    if (!reply) throw new PageError(404, 'Udkastet findes ikke', 'Vælg et andet under Breve.')
    return reply
  }
  const draftPage = async (reply: StoredReply, who: string | null, errors: FieldError[]) => {
    const open = reply.state === 'draft' ? openVerdicts(web.store, reply) : []
    const pages = await readDocxText(new Uint8Array(letterFile(reply)))
    return <DraftPage {...{ reply, who, pages, open, errors }} />
  }
  return new Hono<Asked>()
    .get('/', (c) =>
      c.html(
        <ListPage web={web} who={c.var.who} typed={new FormData()} only={c.req.query('kommune') ?? ''} />,
      ),
    )
    .post('/', async (c) => {
      const who = requireWho(c.var.who)
      const form = await c.req.formData()
      const show = (errors: FieldError[]) =>
        c.html(<ListPage web={web} who={who} typed={form} only="" errors={errors} />, 422)
      const read = readDraftForm(web, form)
      if ('errors' in read) return show(read.errors)
      try {
        const { id } = draftLetter(web.store, read.kind, read.to, read.options, web.now())
        return c.redirect(`/udkast/${id}`, 303)
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'BadTemplate') throw error
        return show([
          {
            field: 'slags',
            message: `Brevet kan ikke skrives, og intet er gemt: ${inDanish(error.message)}`,
          },
        ])
      }
    })
    .get('/:id', async (c) => c.html(await draftPage(found(c.req.param('id')), c.var.who, [])))
    .get('/:id/:file{(?:brev|internt-bilag)\\.docx}', (c) => {
      const reply = found(c.req.param('id'))
      const isLetter = c.req.param('file') === 'brev.docx'
      const file = isLetter ? letterFile(reply) : annexFile(reply, annexTemplate())
      const name = [
        reply.state === 'draft' ? 'udkast' : 'brev',
        reply.kind,
        reply.municipality?.code,
        reply.id,
      ]
      const end = isLetter ? '' : '-internt-bilag'
      const disposition = `attachment; filename="${name.filter(Boolean).join('-')}${end}.docx"`
      return c.body(new Uint8Array(file), 200, {
        'Content-Type': wordType,
        'Content-Disposition': disposition,
      })
    })
    .post('/:id/godkend', async (c) => {
      const who = requireWho(c.var.who)
      const reply = found(c.req.param('id'))
      if (reply.state !== 'draft') throw already(reply)
      const form = await c.req.formData()
      const proposals = openVerdicts(web.store, reply).map(({ commitmentId }) => commitmentId)
      if (proposals.length > 0 && textOf(form, 'forslag') !== 'ja') {
        const message = 'Sæt kryds ved, at brevet godkendes med afgørelser, som ingen har bekræftet'
        return c.html(await draftPage(reply, who, [{ field: 'forslag', message }]), 422)
      }
      const reason = textOf(form, 'grund').slice(0, 300)
      approveReply(web.store, reply.id, { by: who, at: web.now(), reason, proposals })
      return c.redirect(`/udkast/${reply.id}`, 303)
    })
    .post('/:id/sendt', async (c) => {
      const who = requireWho(c.var.who)
      const reply = found(c.req.param('id'))
      if (reply.state !== 'approved') throw already(reply)
      const form = await c.req.formData()
      const date = dayOf(textOf(form, 'dato'))
      const caseNumber = textOf(form, 'sagsnummer').slice(0, 60)
      const errors = [
        ...(date === null ? [{ field: 'dato', message: 'Skriv den dag, brevet blev sendt' }] : []),
        ...(caseNumber === '' ? [{ field: 'sagsnummer', message: 'Skriv ministeriets sagsnummer' }] : []),
      ]
      const show = async (wrong: FieldError[]) => c.html(await draftPage(reply, who, wrong), 422)
      if (date === null || errors.length > 0) return show(errors)
      const letter = await markSent(web, reply, { date, caseNumber, who })
      if (letter === null)
        return show([
          {
            field: 'dato',
            message: 'Brevet kunne ikke læses tilbage som ét brev og er ikke markeret som sendt',
          },
        ])
      return c.redirect(`/udkast/${reply.id}`, 303)
    })
}

const already = ({ state }: StoredReply) =>
  new PageError(
    409,
    `Brevet er allerede ${stateWords[state]}`,
    'En anden kan have gjort det imens. Åbn brevet igen for at se, hvordan det står.',
  )

/** What a form asks to have drafted, or what is wrong with it. */
function readDraftForm(web: Web, form: FormData) {
  const errors: FieldError[] = []
  const kind = replyKindSchema.safeParse(textOf(form, 'slags'))
  if (!kind.success) errors.push({ field: 'slags', message: 'Vælg en slags brev' })
  const date = dayOf(textOf(form, 'dato'))
  if (date === null) errors.push({ field: 'dato', message: 'Skriv brevets dato' })
  const period = (name: string) => (textOf(form, name) === '' ? null : parsePeriod(textOf(form, name)))
  for (const name of ['periode', 'statusperiode'])
    if (textOf(form, name) !== '' && period(name) === null)
      errors.push({ field: name, message: 'Skriv perioden som 2018M12, 2018Q04 eller 2018Y01' })
  const needsPeriod = kind.success && (kind.data === 'status' || kind.data === 'orientation')
  if (needsPeriod && textOf(form, 'periode') === '')
    errors.push({ field: 'periode', message: 'Skriv dataperioden' })
  const days = Number(textOf(form, 'svardage') || usualReplyDays)
  if (!Number.isInteger(days) || days < 1 || days > 250)
    errors.push({ field: 'svardage', message: 'Skriv et antal arbejdsdage fra 1 til 250' })
  const to = addressee(web, textOf(form, 'til'))
  if (to === null && !(kind.success && kind.data === 'orientation'))
    errors.push({ field: 'til', message: 'Vælg en sag eller en kommune' })
  if (errors.length > 0 || !kind.success || date === null) return { errors }
  const options = {
    date,
    limit: { workingDays: days },
    period: period('periode'),
    statusPeriod: period('statusperiode'),
    received: dayOf(textOf(form, 'modtaget')),
    signer: textOf(form, 'underskriver').slice(0, 100) || null,
    subject: textOf(form, 'emne').slice(0, 300) || null,
  }
  return { kind: kind.data, to: kind.data === 'orientation' ? null : to, options }
}

function addressee(web: Web, typed: string): To {
  const of = rememberedCases(web.store, web.now().slice(0, 10)).cases.find(({ id }) => id === typed)
  if (of) return { municipality: of.municipality, case: of }
  const found = municipalities().find(({ code }) => code === typed)
  return found ? { municipality: { code: found.code, name: found.name }, case: null } : null
}

type ListProps = { web: Web; who: string | null; typed: FormData; only: string; errors?: FieldError[] }

function ListPage({ web, who, typed, only, errors = [] }: ListProps) {
  const replies = readReplies(web.store).toReversed()
  return (
    <Layout title="Breve" section="/udkast" who={who} here="/udkast">
      <h1>Breve</h1>
      <p>
        Udkast til ministeriets breve. Intet sendes herfra: et menneske godkender, sender og noterer, at det
        er sendt.
      </p>
      <ErrorSummary errors={errors} />
      {replies.length > 0 && (
        <ScrollTable label="Breve">
          <thead>
            <tr>
              <th scope="col">Brev</th>
              <th scope="col">Til</th>
              <th scope="col">Dato</th>
              <th scope="col">Tilstand</th>
              <th scope="col">Skrevet</th>
            </tr>
          </thead>
          <tbody>
            {replies.map(({ id, kind, municipality, date, state, createdAt }) => (
              <tr>
                <th scope="row">
                  <a href={`/udkast/${id}`}>{kindWord(kind)}</a>
                </th>
                <td>{municipality?.name ?? 'Folketingets udvalg'}</td>
                <td class="nowrap">{shortDate(date)}</td>
                <td>{capital(stateWords[state])}</td>
                <td class="nowrap">{moment(createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <h2>Skriv et udkast</h2>
      {who ? (
        <DraftForm web={web} typed={typed} only={only} errors={errors} />
      ) : (
        <p>
          <a href="/navn?tilbage=/udkast">Skriv dit navn</a> for at kunne skrive et udkast.
        </p>
      )}
    </Layout>
  )
}

function DraftForm({
  web,
  typed,
  only,
  errors,
}: Omit<ListProps, 'who' | 'errors'> & { errors: FieldError[] }) {
  const today = web.now().slice(0, 10)
  const { cases } = rememberedCases(web.store, today)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const usual = cases.find(({ id, municipality }) => id === only || municipality.code === only)?.id ?? only
  const to: [string, string][] = [
    ['', 'Vælg'],
    ...cases.map(({ id, municipality, title }): [string, string] => [
      id,
      `${municipality.name}: ${opening(title, 70)}`,
    ]),
    ...municipalities()
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
      .map(({ code, name }): [string, string] => [code, `${name} (uden sag)`]),
  ]
  const input = (id: string, label: string, more: { type?: string; hint?: string; usual?: string } = {}) => (
    <Field id={id} label={label} error={error(id)} {...(more.hint ? { hint: more.hint } : {})}>
      <input
        class="form-input"
        type={more.type ?? 'text'}
        id={id}
        name={id}
        value={textOf(typed, id) || (more.usual ?? '')}
        aria-describedby={more.hint ? `${id}-hjaelp` : undefined}
      />
    </Field>
  )
  return (
    <form method="post" action="/udkast" class="upload" novalidate>
      <div class="pair">
        <Field id="slags" label="Slags brev" error={error('slags')}>
          <Select
            id="slags"
            name="slags"
            value={textOf(typed, 'slags') || 'acknowledgement'}
            options={replyKinds.map((kind) => [kind, kindWord(kind)] as const)}
          />
        </Field>
        <Field id="til" label="Sag eller kommune" error={error('til')}>
          <Select id="til" name="til" value={textOf(typed, 'til') || usual} options={to} />
        </Field>
      </div>
      <div class="pair">
        {input('dato', 'Brevets dato', { type: 'date', usual: today })}
        {input('underskriver', 'Underskriver', { hint: 'Tom: den, der underskrev det seneste.' })}
      </div>
      <details open={errors.length > 0}>
        <summary>Flere oplysninger</summary>
        <div class="pair">
          {input('periode', 'Dataperiode', { hint: 'Ved status og orientering: 2018M12.' })}
          {input('statusperiode', 'Måned, der gøres status på', {
            hint: `Ved kvittering: ${monthOf(today).code}.`,
          })}
        </div>
        <div class="pair">
          {input('svardage', 'Arbejdsdage til at svare', { usual: String(usualReplyDays) })}
          {input('modtaget', 'Redegørelsen er modtaget', { type: 'date' })}
        </div>
        {input('emne', 'Emne', { hint: 'Tomt: som i sagens breve.' })}
      </details>
      <button class="button button-primary" type="submit">
        Skriv udkastet
      </button>
    </form>
  )
}
