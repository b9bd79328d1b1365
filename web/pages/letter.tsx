import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { linkLetters } from '../../pipeline/link-letters.ts'
import { letterSentences, readSelection, type Selection } from '../../pipeline/read-selection.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import { readAuditLog } from '../../store/decide.ts'
import { decideFact, type FactField, factFields, readFactDecisions } from '../../store/decided-facts.ts'
import { readLetters, readText } from '../../store/read-letters.ts'
import {
  addCommitment,
  decideUnlessChanged,
  type Reviewed,
  standingDecisions,
  undoDecision,
} from '../../store/review.ts'
import type { Asked, Web } from '../context.ts'
import { drawnPages } from '../drawn-pages.ts'
import { formOf, readCommitmentForm } from '../forms/commitment-form.ts'
import { readFact } from '../forms/fact-form.ts'
import { textOf } from '../forms/fields.ts'
import { PageError } from '../page-error.ts'
import { AddForm, readSpan } from '../parts/add-form.tsx'
import { FactList, factMarks, type OpenFact, openFact } from '../parts/fact-list.tsx'
import { FindingCard, type OpenForm } from '../parts/finding-card.tsx'
import { Layout } from '../parts/layout.tsx'
import { LetterPages, pagesWith } from '../parts/letter-pages.tsx'
import { findHits, LetterTextView, type TextMark } from '../parts/letter-text.tsx'
import { capital, counted, danishDate, letterName, letterWord, moment, reviewWord } from '../parts/words.ts'
import { requireWho } from '../safety/who.ts'
import { ReviewKeys } from './help.tsx'

/** What is open on the page beside the letter itself. */
type Shown = {
  who: string | null
  /** The commitment that is being looked at. */
  current: string | null
  edit: { id: string; open: OpenForm | null } | null
  fact: OpenFact | null
  add: { chosen: Span | null; open: OpenForm | null } | null
  words: string
  /** Whether the pages are shown as they look, and not as text. */
  asPages: boolean
  /** Something the person must know before anything else. */
  warning: string | null
}

const viewCookie = 'opfolg_visning'

const nothingShown = {
  current: null,
  edit: null,
  fact: null,
  add: null,
  words: '',
  asPages: false,
  warning: null,
}

/** One letter: its text with what was found in it, and the review of that. */
export function letterPages(web: Web): Hono<Asked> {
  const pageImages = drawnPages(web.log)
  return new Hono<Asked>()
    .get('/:id', (c) => {
      const { tilsagn, ret, retfelt, nyt, ord } = c.req.query()
      const asPages = getCookie(c, viewCookie) === 'sider'
      const { letter } = readLetter(web, c.req.param('id'))
      const field = factFields.find((one) => one === retfelt)
      return c.html(
        <LetterPage
          web={web}
          id={letter.id}
          who={c.var.who}
          current={ret ?? tilsagn ?? null}
          edit={ret ? { id: ret, open: null } : null}
          fact={field ? openFact(letter.facts, field) : null}
          add={nyt === undefined ? null : { chosen: readSpan(nyt), open: null }}
          words={(ord ?? '').slice(0, 300)}
          asPages={asPages && !ord}
          warning={null}
        />,
      )
    })
    .get('/:id/vis/:view{tekst|sider}', (c) => {
      // how letters are shown is a habit of the person, not of one letter
      const options = { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 365 * 24 * 3600 } as const
      setCookie(c, viewCookie, c.req.param('view'), options)
      return c.redirect(`/breve/${c.req.param('id')}`, 303)
    })
    .get('/:id/side/:page{[0-9]+\\.png}', async (c) => {
      const { letter } = readLetter(web, c.req.param('id'))
      const image = await pageImages(letter, Number.parseInt(c.req.param('page'), 10))
      if (!image) throw new PageError(404, 'Siden kan ikke vises', 'Se brevets tekst i stedet.')
      return c.body(image, 200, { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=600' })
    })
    .post('/:id/tilsagn', async (c) => {
      const { letter } = readLetter(web, c.req.param('id'))
      const who = requireWho(c.var.who)
      const form = await c.req.formData()
      const chosen = readSpan(textOf(form, 'sted'))
      const selection = chosen && readSelection(web.store, letter.id, chosen)
      if (!selection) return c.redirect(`/breve/${letter.id}?nyt=#tilfoej`, 303)
      const { form: typed, errors, changes } = readCommitmentForm(form, 'ny', selection.times, selection)
      if (errors.length > 0) {
        const add = { chosen, open: { form: typed, errors } }
        return c.html(<LetterPage web={web} id={letter.id} {...nothingShown} who={who} add={add} />, 422)
      }
      const found = { ...changes, span: selection.span, target: null }
      const added = addCommitment(web.store, letter.id, found, { who, at: web.now() })
      return c.redirect(`/breve/${letter.id}?tilsagn=${added?.id ?? ''}#t-${added?.id ?? ''}`, 303)
    })
    .post('/:id/tilsagn/:commitment', async (c) => {
      const { letter } = readLetter(web, c.req.param('id'))
      const commitment = letter.commitments.find(({ id }) => id === c.req.param('commitment'))
      if (!commitment) throw gone()
      const { id } = commitment
      const who = requireWho(c.var.who)
      const form = await c.req.formData()
      const version = textOf(form, 'version')
      const actor = { who, at: web.now() }
      const show = (open: OpenForm | null, warning: string | null, status: 409 | 422) => {
        const edit = open && { id, open }
        const page = (
          <LetterPage web={web} id={letter.id} {...nothingShown} {...{ who, edit, warning }} current={id} />
        )
        return c.html(page, status)
      }
      const plain = { ...actor, changes: {}, reason: '' }
      let open: OpenForm | null = null
      let reviewed: Reviewed
      switch (textOf(form, 'afgoerelse')) {
        case 'bekraeft':
          reviewed = decideUnlessChanged(web.store, id, version, { ...plain, review: 'confirmed' })
          break
        case 'afvis':
          reviewed = decideUnlessChanged(web.store, id, version, { ...plain, review: 'rejected' })
          break
        case 'fortryd':
          reviewed = undoDecision(web.store, id, version, actor)
          break
        case 'ret': {
          const words = { quote: commitment.quote, span: commitment.span ?? { start: 0, end: 0 } }
          const {
            form: typed,
            errors,
            changes,
          } = readCommitmentForm(form, `r-${id}`, commitment.times, words)
          open = { form: typed, errors }
          if (errors.length > 0) return show(open, null, 422)
          const decision = {
            ...actor,
            review: 'edited' as const,
            changes,
            reason: textOf(form, 'grund').slice(0, 300),
          }
          reviewed = decideUnlessChanged(web.store, id, version, decision)
          break
        }
        default:
          throw new PageError(400, 'Afgørelsen er ikke kendt', 'Gå tilbage til brevet, og prøv igen.')
      }
      if (reviewed.outcome === 'gone') throw gone()
      if (reviewed.outcome === 'changed') return show(open, changedWarning(reviewed, open !== null), 409)
      return c.redirect(`/breve/${letter.id}?tilsagn=${id}#t-${id}`, 303)
    })
    .post('/:id/felt/:field', async (c) => {
      const { letter } = readLetter(web, c.req.param('id'))
      const field = factFields.find((one): one is FactField => one === c.req.param('field'))
      if (!field) throw gone()
      const who = requireWho(c.var.who)
      const form = await c.req.formData()
      const show = (fact: OpenFact, warning: string | null, status: 409 | 422) =>
        c.html(<LetterPage web={web} id={letter.id} {...nothingShown} {...{ who, fact, warning }} />, status)
      const typed = textOf(form, 'vaerdi')
      const read = textOf(form, 'afgoerelse') === 'ret' ? readFact(field, typed) : null
      if (read && 'error' in read) return show({ field, typed, error: read.error }, null, 422)
      const actor = { who, at: web.now() }
      const outcome = decideFact(web.store, letter.id, field, textOf(form, 'version'), read?.fact, actor)
      if (outcome === 'changed') {
        const fact = read ? { field, typed, error: null } : openFact(letter.facts, field)
        return show(
          fact,
          'Feltet blev ændret af en anden, mens du så på det. Intet er gemt. Se efter, og gem igen.',
          409,
        )
      }
      // these are what letters are linked by
      if (read && ['kind', 'municipality', 'date', 'signatories'].includes(field)) linkLetters(web.store)
      return c.redirect(`/breve/${letter.id}#t-felt-${field}`, 303)
    })
}

const gone = () =>
  new PageError(
    404,
    'Det findes ikke længere',
    'Brevet er læst igen siden. Åbn det fra overblikket, og se, hvad der står nu.',
  )

function changedWarning(
  { commitment, last }: Extract<Reviewed, { outcome: 'changed' }>,
  hasForm: boolean,
): string {
  const by = last ? `${last.who} (${moment(last.at)})` : 'en ny læsning af brevet'
  const kept = hasForm
    ? ' Det, du skrev, står nedenfor; gem igen, hvis det skal gælde i stedet.'
    : ' Afgør det igen, hvis du er uenig.'
  return `Tilsagnet blev ændret af ${by}, mens du så på det, og er nu ${reviewWord(commitment.review)}. Intet af dit er gemt endnu.${kept}`
}

function readLetter(web: Web, id: string): { letter: StoredLetter; text: LetterText } {
  const letter = readLetters(web.store, [id])[0]
  const text = readText(web.store, id)
  if (!letter || !text)
    throw new PageError(
      404,
      'Brevet findes ikke',
      'Adressen er forkert, eller brevet er ikke i databasen længere. Find det i indbakken.',
    )
  return { letter, text }
}

/** "Køge: Redegørelse af 8. august 2018". */
function titleOf({ municipality, kind, date }: StoredLetter): string {
  return `${letterName({ municipality, kind })} ${date ? `af ${danishDate(date)}` : 'uden dato'}`
}

function LetterPage({ web, id, ...shown }: { web: Web; id: string } & Shown) {
  const { letter, text } = readLetter(web, id)
  const { who, words, warning } = shown
  const reviewed = letter.commitments.filter(({ review }) => review !== 'proposed').length
  const numbers = letter.commitments.flatMap(({ id, span }, index) =>
    span ? [{ at: span.start, id, number: index + 1 }] : [],
  )
  const marks = marksOf(letter, words, text)
  const pages = pagesWith(web.store, letter, marks)
  const asPages = shown.asPages && pages.length > 0
  return (
    <Layout
      title={titleOf(letter)}
      who={who}
      here={`/breve/${id}`}
      scripts={['htmx.min.js', 'review.js']}
      wide
    >
      <h1>{capital(titleOf(letter))}</h1>
      <p class="letter-source">
        {letter.sources.map(({ file, pages }) => `${file}, side ${pages.join(', ')}`).join(' · ')}
        {letter.linked.map((other) => (
          <>
            {' · '}
            <a href={`/breve/${other.id}`}>
              {capital(letterWord(other.kind))}
              {other.date && ` af ${danishDate(other.date)}`}
            </a>
          </>
        ))}
      </p>
      <p class="sr-only" role="status" id="besked" />
      <div id="gennemgang" class="review" data-letter={id}>
        <section class="letter-pane" aria-label={asPages ? 'Brevets sider' : 'Brevets tekst'} tabindex={0}>
          <h2 class="sr-only">{asPages ? 'Brevets sider' : 'Brevets tekst'}</h2>
          {pages.length > 0 && <Views letter={id} asPages={asPages} />}
          {asPages ? (
            <LetterPages letter={id} pages={pages} />
          ) : (
            <LetterTextView text={text} marks={marks} numbers={numbers} />
          )}
        </section>
        <section class="findings-pane" aria-label="Det fundne" tabindex={0}>
          {warning && (
            <div class="alert alert-warning" role="alert">
              <div>
                <h2 class="alert-heading">Ændret imens</h2>
                <p class="alert-text">{warning}</p>
              </div>
            </div>
          )}
          {!who && (
            <div class="alert alert-info">
              <div>
                <p class="alert-text">
                  <a href={`/navn?tilbage=${encodeURIComponent(`/breve/${id}`)}`}>Skriv dit navn</a> for at
                  kunne bekræfte, rette og afvise.
                </p>
              </div>
            </div>
          )}
          <Progress reviewed={reviewed} all={letter.commitments.length} />
          <Issues letter={letter} text={text} />
          <Findings web={web} letter={letter} shown={shown} />
          {who && <Add web={web} letter={letter} add={shown.add} />}
          <FactList
            letter={letter}
            text={text.text}
            decisions={readFactDecisions(web.store, id)}
            canDecide={who !== null}
            open={shown.fact}
          />
        </section>
      </div>
      <dialog id="taster" aria-labelledby="taster-titel">
        <h2 id="taster-titel">Taster</h2>
        <ReviewKeys />
        <p>
          <button type="button" class="button button-secondary" id="taster-til-fra" aria-pressed="true">
            Taster er slået til
          </button>{' '}
          <button type="button" class="button button-primary" id="taster-luk">
            Luk
          </button>
        </p>
      </dialog>
    </Layout>
  )
}

function Views({ letter, asPages }: { letter: string; asPages: boolean }) {
  return (
    <nav class="choices views-of-letter" aria-label="Vis brevet som">
      <a href={`/breve/${letter}/vis/tekst`} aria-current={asPages ? undefined : 'true'}>
        Tekst
      </a>
      <a href={`/breve/${letter}/vis/sider`} aria-current={asPages ? 'true' : undefined}>
        Sider, som de ser ud
      </a>
    </nav>
  )
}

function marksOf(letter: StoredLetter, words: string, { text }: LetterText): TextMark[] {
  const ofCommitments = letter.commitments.flatMap(({ id, span, times, review }): TextMark[] => [
    ...(span ? [{ span, of: id, look: 'commitment' as const, state: review }] : []),
    ...times
      .filter((time) => text.slice(time.span.start, time.span.end) === time.quote)
      .map((time) => ({ span: time.span, of: id, look: 'time' as const })),
  ])
  return [...ofCommitments, ...factMarks(letter.facts), ...findHits(text, words)]
}

function Progress({ reviewed, all }: { reviewed: number; all: number }) {
  return (
    <div class="progress">
      <h2>Tilsagn</h2>
      {all === 0 ? (
        <p>Reglerne har ikke fundet tilsagn i brevet.</p>
      ) : (
        <>
          <p>
            <strong id="fremskridt">
              {reviewed} af {all}
            </strong>{' '}
            gennemgået
          </p>
          <progress max={all} value={reviewed} aria-label="Gennemgåede tilsagn" />
        </>
      )}
      <p class="js-only">
        <button type="button" class="function-link" id="vis-taster">
          Taster (?)
        </button>
      </p>
    </div>
  )
}

function Issues({ letter, text }: { letter: StoredLetter; text: LetterText }) {
  if (letter.issues.length === 0) return null
  return (
    <details class="issues" open>
      <summary>{counted(letter.issues.length, 'bemærkning', 'bemærkninger')} at se på</summary>
      <ul>
        {letter.issues.map(({ message, span }) => (
          <li>
            {message}
            {span && <span class="quiet"> »{text.text.slice(span.start, span.end)}«</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Findings({ web, letter, shown }: { web: Web; letter: StoredLetter; shown: Shown }) {
  const file = letter.sources[0]?.file ?? ''
  return (
    <>
      {letter.commitments.map((commitment, index) => {
        const { edit } = shown
        const open =
          edit?.id === commitment.id ? (edit.open ?? { form: formOf(commitment), errors: [] }) : null
        const log = readAuditLog(web.store, commitment.id)
        return (
          <FindingCard
            commitment={commitment}
            number={index + 1}
            letterDate={letter.date}
            file={file}
            log={log}
            canUndo={standingDecisions(log).length > 0}
            canDecide={shown.who !== null}
            isCurrent={shown.current === commitment.id}
            open={open}
          />
        )
      })}
    </>
  )
}

function Add({ web, letter, add }: { web: Web; letter: StoredLetter; add: Shown['add'] }) {
  const selection: Selection | null = add?.chosen ? readSelection(web.store, letter.id, add.chosen) : null
  const sentences = add && !selection ? letterSentences(web.store, letter.id) : []
  const text = sentences.length > 0 ? (readText(web.store, letter.id)?.text ?? '') : ''
  return (
    <AddForm
      letter={letter.id}
      isOpen={add !== null}
      selection={selection}
      sentences={sentences.map((span) => ({ span, words: text.slice(span.start, span.end) }))}
      open={add?.open ?? null}
    />
  )
}
