import type { OpenVerdict } from '../../followup/replies/open-verdicts.ts'
import { danish } from '../../schemas/glossary.ts'
import type { StoredReply } from '../../schemas/reply.ts'
import { verdictRules } from '../../schemas/verdict.ts'
import type { FieldError } from '../forms/fields.ts'
import { DraftText } from './draft-text.tsx'
import { ErrorSummary, Field } from './form.tsx'
import { Layout } from './layout.tsx'
import { RecordLink } from './record-link.tsx'
import { ScrollTable } from './table.tsx'
import { capital, counted, danishDate, moment, opening } from './words.ts'

export const stateWords = { draft: 'udkast', approved: 'godkendt', sent: 'sendt' } as const
export const kindWord = (kind: StoredReply['kind']): string => capital(danish('step of a case', kind))

/** What evidence calls a value that the person gave when the draft was made. */
const byHand = 'kommandolinjen'

/** A place in a file as it is; what a verdict was reached by, in Danish. */
function placeWords(place: string): string {
  const rule = verdictRules.find((one) => one === place)
  return rule ? capital(danish('rule of a verdict', rule)) : place
}

type DraftProps = {
  reply: StoredReply
  who: string | null
  pages: string[]
  /** Verdicts it tells that nobody has confirmed as it tells them. */
  open: OpenVerdict[]
  errors: FieldError[]
}

/** A draft of a letter: how it reads, what is to be looked at, the next step, and what each fact rests on. */
export function DraftPage({ reply, who, pages, open, errors }: DraftProps) {
  const { id, kind, municipality, state, approvedBy, approvedAt, caseId, letterId, caseNumber } = reply
  const title = `${kindWord(kind)}${municipality ? ` til ${municipality.name}` : ''}`
  return (
    <Layout title={title} section="/udkast" who={who} here={`/udkast/${id}`}>
      <h1>{title}</h1>
      <p>
        <span class={`badge review-${state === 'draft' ? 'proposed' : 'confirmed'}`}>
          {capital(stateWords[state])}
        </span>{' '}
        {approvedBy && approvedAt && `Godkendt af ${approvedBy}, ${moment(approvedAt)}. `}
        {state === 'sent' && `Sendt ${danishDate(reply.date)} med sagsnummer ${caseNumber}. `}
        {caseId && <a href={`/sager/${caseId}`}>Sagen</a>}{' '}
        {letterId && <a href={`/breve/${letterId}`}>Brevet, som det er læst tilbage</a>}
      </p>
      <p class="exports">
        Hent <a href={`/udkast/${id}/brev.docx`}>brevet i Word</a>{' '}
        <a href={`/udkast/${id}/internt-bilag.docx`}>internt bilag med belæg</a>
      </p>
      <ErrorSummary errors={errors} />
      <OpenVerdicts open={open} period={reply.period} />
      <section aria-labelledby="brevet">
        <h2 id="brevet">Brevet</h2>
        <DraftText pages={pages} />
      </section>
      <Steps reply={reply} who={who} hasOpen={open.length > 0} errors={errors} />
      <section aria-labelledby="belaeg">
        <h2 id="belaeg">Hvad brevet bygger på</h2>
        <ScrollTable label="Belæg">
          <thead>
            <tr>
              <th scope="col">Felt</th>
              <th scope="col">Ord i brevet</th>
              <th scope="col">Kilde</th>
              <th scope="col">Sted</th>
              <th scope="col">Kildens ord</th>
            </tr>
          </thead>
          <tbody>
            {reply.content.evidence.map(({ field, words, record, place, quote }) => (
              <tr>
                <th scope="row">{capital(field.replaceAll('_', ' '))}</th>
                <td>{words}</td>
                <td>{record === byHand ? 'Skrevet i formularen' : <RecordLink text={record} />}</td>
                <td>{record === byHand ? '' : placeWords(place)}</td>
                <td>{quote ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </section>
    </Layout>
  )
}

const whyWords: Record<OpenVerdict['why'], string> = {
  proposal: 'Et forslag, som ingen har bekræftet.',
  changed: 'Bekræftet, men siden er forslaget eller tallet ændret.',
  otherwise: 'Afgørelsen er en anden nu: skriv udkastet igen.',
  gone: 'Tilsagnet holdes ikke op mod tal mere: skriv udkastet igen.',
}

function OpenVerdicts({ open, period }: { open: OpenVerdict[]; period: string | null }) {
  if (open.length === 0) return null
  return (
    <section aria-labelledby="forslag-liste" class="alert alert-warning">
      <div>
        <h2 class="alert-heading" id="forslag-liste">
          {counted(open.length, 'afgørelse', 'afgørelser')} i brevet er ikke bekræftet
        </h2>
        <ul class="alert-text">
          {open.map(({ commitmentId: of, written, why, now }) => (
            <li>
              {now && (
                <>
                  <a href={`/tjekliste/${period}/${now.municipality.code}#v-${of}`}>
                    {now.municipality.name}: {opening(now.quote, 90)}
                  </a>{' '}
                </>
              )}
              Brevet siger »{danish('verdict', written)}«. {whyWords[why]}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

type StepsProps = { reply: StoredReply; who: string | null; hasOpen: boolean; errors: FieldError[] }

function Steps({ reply: { id, state }, who, hasOpen, errors }: StepsProps) {
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  if (!who || state === 'sent') return null
  if (state === 'draft')
    return (
      <form method="post" action={`/udkast/${id}/godkend`}>
        <h2>Godkend</h2>
        <Field id="grund" label="Bemærkning (kan udelades)">
          <input class="form-input input-width-l" id="grund" name="grund" maxlength={300} />
        </Field>
        {hasOpen && (
          <div class={error('forslag') ? 'form-group form-error' : 'form-group'}>
            {error('forslag') && (
              <span class="form-error-message" id="forslag-fejl">
                <span class="sr-only">Fejl: </span>
                {error('forslag')}
              </span>
            )}
            <div class="choice">
              <input
                class="form-checkbox"
                type="checkbox"
                id="forslag"
                name="forslag"
                value="ja"
                aria-describedby={error('forslag') ? 'forslag-fejl' : undefined}
              />
              <label for="forslag">Godkend, selv om ikke alle afgørelser i brevet er bekræftet</label>
            </div>
          </div>
        )}
        <button class="button button-primary" type="submit">
          Godkend brevet
        </button>
      </form>
    )
  return (
    <form method="post" action={`/udkast/${id}/sendt`} novalidate>
      <h2>Markér som sendt</h2>
      <p>Brevet skrives uden udkastmærke, læses tilbage og lægges på sin sag.</p>
      <div class="pair upload">
        <Field id="dato" label="Sendt den" error={error('dato')}>
          <input class="form-input" type="date" id="dato" name="dato" />
        </Field>
        <Field id="sagsnummer" label="Ministeriets sagsnummer" error={error('sagsnummer')}>
          <input class="form-input" id="sagsnummer" name="sagsnummer" maxlength={60} />
        </Field>
      </div>
      <button class="button button-primary" type="submit">
        Markér som sendt
      </button>
    </form>
  )
}
