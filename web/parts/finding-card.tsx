import { dueDays } from '../../schemas/due-day.ts'
import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { AuditEntry } from '../../store/decide.ts'
import { commitmentVersion } from '../../store/review.ts'
import type { CommitmentForm } from '../forms/commitment-form.ts'
import type { FieldError } from '../forms/fields.ts'
import { CommitmentFields } from './commitment-fields.tsx'
import { findingInDanish } from './danish-messages.ts'
import { ErrorSummary } from './form.tsx'
import { History } from './history.tsx'
import {
  capital,
  danishRecurrence,
  danishTime,
  kindWord,
  reviewWord,
  ruleWords,
  shortDate,
  statusWord,
} from './words.ts'

/** A form that the person is filling in, with what is wrong in it. */
export type OpenForm = { form: CommitmentForm; errors: FieldError[] }

type Props = {
  commitment: StoredCommitment
  number: number
  letterDate: string | null
  file: string
  log: AuditEntry[]
  canUndo: boolean
  /** Whether decisions can be made: only by somebody with a name. */
  canDecide: boolean
  isCurrent: boolean
  open: OpenForm | null
}

/** The attributes of a form whose answer takes the place of the review, where there is JavaScript. */
export const inPlace = (path: string) => ({
  method: 'post' as const,
  action: path,
  'hx-post': path,
  'hx-target': '#gennemgang',
  'hx-select': '#gennemgang',
  'hx-swap': 'outerHTML',
})

/** One commitment that was found: what it says, why, and what a person can decide about it. */
export function FindingCard(props: Props) {
  const { commitment, number, letterDate, file, log, canDecide, isCurrent, open } = props
  const { id, letterId, quote, kind, status, times, every, responsible, target, review, withdrawn, page } =
    commitment
  const due = dueDays(commitment, letterDate)
  const path = `/breve/${letterId}/tilsagn/${id}`
  const rule = ruleWords(commitment.rule)
  return (
    <article
      class={`finding review-${review}${isCurrent ? ' is-current' : ''}`}
      id={`t-${id}`}
      data-finding={id}
      data-review={review}
      tabindex={-1}
      aria-labelledby={`n-${id}`}
    >
      <h3 id={`n-${id}`}>
        <span class="sr-only">Tilsagn </span>
        <span class="finding-number">{number}</span> {capital(kindWord(kind))}
        <span class="sr-only">, </span>{' '}
        <span class={`badge review-${review}`}>{capital(reviewWord(review))}</span>
      </h3>
      <blockquote>{quote}</blockquote>
      <dl class="facts">
        <dt>Status</dt>
        <dd>{capital(statusWord(status))} i brevet</dd>
        {times.map((time) => (
          <>
            <dt>Tid</dt>
            <dd>
              {capital(danishTime(time))} <span class="quiet">»{time.quote}«</span>
            </dd>
          </>
        ))}
        {due.length > 0 && (
          <>
            <dt>Frist</dt>
            <dd>{due.map(shortDate).join(', ')}</dd>
          </>
        )}
        {every && (
          <>
            <dt>Gentages</dt>
            <dd>{capital(danishRecurrence(every))}</dd>
          </>
        )}
        {responsible && (
          <>
            <dt>Ansvarlig</dt>
            <dd>{responsible}</dd>
          </>
        )}
        {target && (
          <>
            <dt>Mål</dt>
            <dd>
              {[
                target.indicator,
                target.value,
                target.unit === 'pct' ? 'procent' : target.unit,
                target.reference,
              ]
                .filter((part) => part !== null)
                .join(' ')}
            </dd>
          </>
        )}
      </dl>
      {withdrawn && <p class="note">De nuværende regler finder ikke længere dette tilsagn.</p>}
      <details class="evidence">
        <summary>Belæg og regel</summary>
        <dl class="facts">
          <dt>Sted</dt>
          <dd>
            {file}, side {page}{' '}
            {commitment.span ? (
              <a href={`#m-${id}`}>Vis i brevet</a>
            ) : (
              '(ordene findes ikke længere i teksten)'
            )}
          </dd>
          <dt>Regel</dt>
          <dd>
            {capital(rule.name)}. {rule.meaning}
          </dd>
          {times.map((time) => (
            <>
              <dt>Tid, regel</dt>
              <dd>
                »{time.quote}«: {findingInDanish(time.rule)}
                {time.assumed.length > 0 && `; antaget: ${time.assumed.map(findingInDanish).join(', ')}`}
              </dd>
            </>
          ))}
          {commitment.assumed.length > 0 && (
            <>
              <dt>Antaget</dt>
              <dd>{commitment.assumed.map(findingInDanish).join(', ')}</dd>
            </>
          )}
        </dl>
      </details>
      <History log={log} />
      {canDecide &&
        (open ? <EditForm {...props} path={path} open={open} /> : <Decisions {...props} path={path} />)}
    </article>
  )
}

function Decisions({ commitment, number, canUndo, path }: Props & { path: string }) {
  const { id, letterId, review } = commitment
  const edit = `/breve/${letterId}?ret=${id}`
  return (
    <form class="decisions" {...inPlace(path)}>
      <input type="hidden" name="version" value={commitmentVersion(commitment)} />
      <Decision value="bekraeft" word="Bekræft" number={number} look="primary" off={review === 'confirmed'} />
      <Decision value="afvis" word="Afvis" number={number} look="secondary" off={review === 'rejected'} />
      <a
        class="button button-secondary"
        data-key="r"
        href={`${edit}#t-${id}`}
        hx-get={edit}
        hx-target="#gennemgang"
        hx-select="#gennemgang"
        hx-swap="outerHTML"
      >
        Ret<span class="sr-only"> tilsagn {number}</span>
      </a>
      {canUndo && <Decision value="fortryd" word="Fortryd" number={number} look="tertiary" off={false} />}
    </form>
  )
}

type DecisionProps = { value: string; word: string; number: number; look: string; off: boolean }

function Decision({ value, word, number, look, off }: DecisionProps) {
  return (
    <button class={`button button-${look}`} type="submit" name="afgoerelse" value={value} disabled={off}>
      {word}
      <span class="sr-only"> tilsagn {number}</span>
    </button>
  )
}

function EditForm({ commitment, path, open }: Props & { path: string; open: OpenForm }) {
  const { id, letterId } = commitment
  return (
    <form class="edit" {...inPlace(path)} novalidate>
      <ErrorSummary errors={open.errors} />
      <input type="hidden" name="version" value={commitmentVersion(commitment)} />
      <CommitmentFields form={open.form} of={`r-${id}`} errors={open.errors} />
      <div class="form-group">
        <label class="form-label" for={`r-${id}-grund`}>
          Begrundelse (kan udelades)
        </label>
        <input class="form-input" id={`r-${id}-grund`} name="grund" maxlength={300} />
      </div>
      <div class="decisions">
        <button class="button button-primary" type="submit" name="afgoerelse" value="ret">
          Gem rettelsen
        </button>
        <a class="button button-tertiary" data-key="Escape" href={`/breve/${letterId}?tilsagn=${id}#t-${id}`}>
          Annuller
        </a>
      </div>
    </form>
  )
}
