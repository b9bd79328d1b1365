import { municipalities } from '../../data/municipality-names.ts'
import { danishMonth } from '../../followup/danish-words.ts'
import { type LetterFacts, letterKinds } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import { type FactDecision, type FactField, factFields, factVersion } from '../../store/decided-facts.ts'
import { shownFact } from '../forms/fact-form.ts'
import { findingInDanish } from './danish-messages.ts'
import { inPlace } from './finding-card.tsx'
import { capital, danishDate, letterWord, moment, reviewWord } from './words.ts'

export const factNames: Record<FactField, string> = {
  kind: 'Slags brev',
  municipality: 'Kommune',
  date: 'Dato',
  caseNumbers: 'Sagsnumre',
  subject: 'Emne',
  recipient: 'Modtager',
  signatories: 'Underskrivere',
  statusDataPeriod: 'Dataperiode',
}

const words: Record<FactField, (facts: LetterFacts) => string[]> = {
  kind: ({ kind }) => [capital(letterWord(kind.value))],
  municipality: ({ municipality }) => (municipality ? [municipality.value.name] : []),
  date: ({ date }) => (date ? [danishDate(date.value)] : []),
  caseNumbers: ({ caseNumbers }) => caseNumbers.map(({ value }) => value),
  subject: ({ subject }) => (subject ? [subject.value] : []),
  recipient: ({ recipient }) => (recipient ? [recipient.value] : []),
  signatories: ({ signatories }) =>
    signatories.map(
      ({ value: { name, title, onBehalf } }) => `${onBehalf ? 'f/ ' : ''}${name}${title ? `, ${title}` : ''}`,
    ),
  statusDataPeriod: ({ statusDataPeriod }) => (statusDataPeriod ? [danishMonth(statusDataPeriod.value)] : []),
}

/** What was found of a field, one or several. */
export function foundOf(facts: LetterFacts, field: FactField): Found<unknown>[] {
  const fact = facts[field]
  return Array.isArray(fact) ? fact : fact ? [fact] : []
}

/** Where the fields of head and foot stand in the letter. */
export function factMarks(facts: LetterFacts): { span: Span; of: string; look: 'fact' }[] {
  return factFields.flatMap((field) =>
    foundOf(facts, field).flatMap(({ span }) =>
      span ? [{ span, of: `felt-${field}`, look: 'fact' as const }] : [],
    ),
  )
}

/** A field that the person is changing: what was typed, and what is wrong with it. */
export type OpenFact = { field: FactField; typed: string; error: string | null }

type Props = {
  letter: StoredLetter
  text: string
  decisions: FactDecision[]
  canDecide: boolean
  open: OpenFact | null
}

/** The fields of a letter's head and foot, each with its words, and what a person can decide about it. */
export function FactList({ letter, text, decisions, canDecide, open }: Props) {
  return (
    <section aria-labelledby="felter" class="fact-list">
      <h2 id="felter">Brevets hoved og fod</h2>
      {factFields.map((field) => (
        <Fact
          field={field}
          letter={letter}
          text={text}
          decision={decisions.find((one) => one.field === field) ?? null}
          canDecide={canDecide}
          open={open?.field === field ? open : null}
        />
      ))}
    </section>
  )
}

type FactProps = Omit<Props, 'decisions'> & { field: FactField; decision: FactDecision | null }

function Fact({ field, letter, text, decision, canDecide, open }: FactProps) {
  const { facts, id } = letter
  const values = words[field](facts)
  const path = `/breve/${id}/felt/${field}`
  return (
    <article
      class={`fact-row${open ? ' is-current' : ''}`}
      id={`t-felt-${field}`}
      data-finding={`felt-${field}`}
      data-review={decision?.review ?? 'proposed'}
      tabindex={-1}
      aria-labelledby={`n-felt-${field}`}
    >
      <h3 id={`n-felt-${field}`}>{factNames[field]}</h3>
      <div class="fact-value">
        {values.length === 0 ? <p class="quiet">Ikke fundet</p> : values.map((value) => <p>{value}</p>)}
        {decision && (
          <p class="quiet">
            {capital(reviewWord(decision.review))} af {decision.who}, {moment(decision.at)}
          </p>
        )}
        <FactEvidence found={foundOf(facts, field)} text={text} />
      </div>
      {canDecide && !open && (
        <form class="decisions" {...inPlace(path)}>
          <input type="hidden" name="version" value={factVersion(facts[field])} />
          <button
            class="button button-tertiary"
            type="submit"
            name="afgoerelse"
            value="bekraeft"
            disabled={decision !== null}
          >
            Bekræft<span class="sr-only"> {factNames[field]}</span>
          </button>
          <a
            class="button button-tertiary"
            data-key="r"
            href={`/breve/${id}?retfelt=${field}#t-felt-${field}`}
            hx-get={`/breve/${id}?retfelt=${field}`}
            hx-target="#gennemgang"
            hx-select="#gennemgang"
            hx-swap="outerHTML"
          >
            Ret<span class="sr-only"> {factNames[field]}</span>
          </a>
        </form>
      )}
      {canDecide && open && <FactEdit facts={facts} field={field} path={path} open={open} letterId={id} />}
    </article>
  )
}

function FactEvidence({ found, text }: { found: Found<unknown>[]; text: string }) {
  const lines = found.map(({ span, rule, assumed }) => {
    const said = span
      ? `»${text.slice(span.start, span.end).replace(/\s+/g, ' ')}«`
      : 'Står ikke i brevets tekst'
    return `${said}; regel: ${findingInDanish(rule)}${
      assumed.length > 0 ? `; antaget: ${assumed.map(findingInDanish).join(', ')}` : ''
    }`
  })
  if (lines.length === 0) return null
  return (
    <details>
      <summary>Belæg</summary>
      {lines.map((line) => (
        <p class="quiet">{line}</p>
      ))}
    </details>
  )
}

type EditProps = { facts: LetterFacts; field: FactField; path: string; open: OpenFact; letterId: string }

const hints: Partial<Record<FactField, string>> = {
  date: 'Tidspunkter, som er regnet fra brevets dato, ændres ikke. Ret dem ved tilsagnene.',
  caseNumbers: 'Et på hver linje.',
  signatories:
    'En på hver linje: navn; titel. Skriv f/ foran, når der er skrevet under på vegne af en anden.',
  statusDataPeriod: 'År og måned: 2018-12.',
}

function FactEdit({ facts, field, path, open, letterId }: EditProps) {
  const id = `ret-${field}`
  const hint = hints[field]
  const described =
    [hint && `${id}-hjaelp`, open.error && `${id}-fejl`].filter(Boolean).join(' ') || undefined
  return (
    <form class="edit" {...inPlace(path)} novalidate>
      <input type="hidden" name="version" value={factVersion(facts[field])} />
      <div class={open.error ? 'form-group form-error' : 'form-group'}>
        <label class="form-label" for={id}>
          {factNames[field]}
        </label>
        {hint && (
          <span class="form-hint" id={`${id}-hjaelp`}>
            {hint}
          </span>
        )}
        {open.error && (
          <span class="form-error-message" id={`${id}-fejl`} role="alert">
            {open.error}
          </span>
        )}
        <FactInput field={field} id={id} typed={open.typed} described={described} />
      </div>
      <div class="decisions">
        <button class="button button-primary" type="submit" name="afgoerelse" value="ret">
          Gem
        </button>
        <a class="button button-tertiary" data-key="Escape" href={`/breve/${letterId}#t-felt-${field}`}>
          Annuller
        </a>
      </div>
    </form>
  )
}

type InputProps = { field: FactField; id: string; typed: string; described: string | undefined }

function FactInput({ field, id, typed, described }: InputProps) {
  if (field === 'kind' || field === 'municipality') {
    const options: [string, string][] =
      field === 'kind'
        ? letterKinds.map((kind): [string, string] => [kind, capital(letterWord(kind))])
        : [
            ['', 'Ukendt'],
            ...municipalities()
              .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
              .map(({ code, name }): [string, string] => [code, name]),
          ]
    return (
      <select class="form-select" id={id} name="vaerdi" aria-describedby={described}>
        {options.map(([value, word]) => (
          <option value={value} selected={value === typed}>
            {word}
          </option>
        ))}
      </select>
    )
  }
  if (field === 'caseNumbers' || field === 'signatories')
    return (
      <textarea class="form-input" id={id} name="vaerdi" rows={3} aria-describedby={described}>
        {typed}
      </textarea>
    )
  return (
    <input
      class="form-input"
      type={field === 'date' ? 'date' : 'text'}
      id={id}
      name="vaerdi"
      value={typed}
      aria-describedby={described}
    />
  )
}

/** The form of a field as it is now. */
export const openFact = (facts: LetterFacts, field: FactField): OpenFact => ({
  field,
  typed: shownFact(facts, field),
  error: null,
})
