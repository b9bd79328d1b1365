import type { Selection } from '../../pipeline/read-selection.ts'
import type { Span } from '../../schemas/span.ts'
import { formOf } from '../forms/commitment-form.ts'
import { CommitmentFields } from './commitment-fields.tsx'
import { inPlace, type OpenForm } from './finding-card.tsx'
import { ErrorSummary } from './form.tsx'
import { opening } from './words.ts'

/** A stretch of a letter's text as an address gives it: `120-187`. */
export function readSpan(typed: string): Span | null {
  const found = /^(\d{1,8})-(\d{1,8})$/.exec(typed)
  const [start, end] = [Number(found?.[1]), Number(found?.[2])]
  return found && start < end ? { start, end } : null
}

type Props = {
  letter: string
  isOpen: boolean
  /** The words that were chosen; null while none are. */
  selection: Selection | null
  sentences: { span: Span; words: string }[]
  open: OpenForm | null
}

/** Adds a commitment that the rules missed: first its words are chosen, then what they say. */
export function AddForm({ letter, isOpen, selection, sentences, open }: Props) {
  const start = `/breve/${letter}?nyt=`
  if (!isOpen)
    return (
      <p class="add">
        <a
          class="button button-secondary"
          id="tilfoej"
          href={`${start}#tilfoej`}
          hx-get={start}
          hx-target="#gennemgang"
          hx-select="#gennemgang"
          hx-swap="outerHTML"
        >
          Tilføj et tilsagn, der mangler
        </a>
      </p>
    )
  return (
    <section
      class="finding is-current"
      id="tilfoej"
      aria-labelledby="tilfoej-titel"
      tabindex={-1}
      data-finding="nyt"
    >
      <h3 id="tilfoej-titel">Tilføj et tilsagn</h3>
      {selection ? (
        <Fields letter={letter} selection={selection} open={open} />
      ) : (
        <form method="get" action={`/breve/${letter}#tilfoej`}>
          <p class="js-only">Markér ordene i brevet, og tryk n. Eller vælg en sætning her.</p>
          <div class="form-group">
            <label class="form-label" for="saetning">
              Sætning i brevet
            </label>
            <select class="form-select" id="saetning" name="nyt">
              {sentences.map(({ span, words }) => (
                <option value={`${span.start}-${span.end}`}>{opening(words, 110)}</option>
              ))}
            </select>
          </div>
          <div class="decisions">
            <button class="button button-primary" type="submit">
              Vælg
            </button>
            <a class="button button-tertiary" data-key="Escape" href={`/breve/${letter}`}>
              Annuller
            </a>
          </div>
        </form>
      )}
    </section>
  )
}

function Fields({
  letter,
  selection,
  open,
}: {
  letter: string
  selection: Selection
  open: OpenForm | null
}) {
  const { span, quote, times, every } = selection
  const form =
    open?.form ?? formOf({ kind: 'initiative', status: 'planned', times, every, responsible: null })
  return (
    <form class="edit" {...inPlace(`/breve/${letter}/tilsagn`)} novalidate>
      <ErrorSummary errors={open?.errors ?? []} />
      <blockquote>{quote}</blockquote>
      <input type="hidden" name="sted" value={`${span.start}-${span.end}`} />
      <CommitmentFields form={form} of="ny" errors={open?.errors ?? []} />
      <div class="decisions">
        <button class="button button-primary" type="submit">
          Tilføj tilsagnet
        </button>
        <a class="button button-tertiary" data-key="Escape" href={`/breve/${letter}`}>
          Annuller
        </a>
      </div>
    </form>
  )
}
