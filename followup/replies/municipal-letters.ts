import type { CaseAssessment } from '../../schemas/assessment.ts'
import { deadlines, dueDay } from '../../schemas/due-day.ts'
import { monthOf } from '../../schemas/period.ts'
import type { Fields, ReplyContent } from '../../schemas/reply.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import type { Figure, Verdict } from '../../schemas/verdict.ts'
import { assessmentWords } from '../assessment/questions.ts'
import { stepIs } from '../case/build-steps.ts'
import { danishDate, danishMonth, danishTime, listed } from '../danish-words.ts'
import { danishDataPeriod, danishFigure } from '../verdicts/figure-words.ts'
import { settlingMonth } from '../verdicts/settling.ts'
import type { Course } from '../verdicts/verdicts-for.ts'
import { quoteInSentence } from '../whole-quote.ts'
import { BadTemplate } from './bad-template.ts'
import { type Addressee, putFrame, putLimit, type ReplyOptions, type ReplyRecords } from './context.ts'
import {
  contentOf,
  fromCommitment,
  fromData,
  fromFigure,
  fromLetter,
  type Gathered,
  gathering,
  note,
  put,
  restOn,
  typed,
} from './evidence.ts'

const mostInitiatives = 3

/** A first request for a statement. @param courses the figures of the municipality */
export function requestContent(
  records: ReplyRecords,
  addressee: Addressee,
  courses: Course[],
  options: ReplyOptions,
): ReplyContent {
  const to = gathering()
  putFrame(to, records, addressee, options)
  putLimit(to, options)
  const { questions } = assessmentWords()
  put(
    to,
    'spørgsmål',
    questions.map(({ ask }) => ({ tekst: ask })),
    null,
  )
  for (const { ask } of questions) note(to, 'spørgsmål', ask, fromData('cases/questions.json'))
  putFigures(to, latestFigures(records, courses))
  return contentOf(to)
}

/** A request for what a statement leaves open. @throws BadTemplate when nothing is missing */
export function supplementaryContent(
  records: ReplyRecords,
  addressee: Addressee,
  assessment: CaseAssessment | null,
  options: ReplyOptions,
): ReplyContent {
  const { letter } = statementOf(records, addressee)
  const to = gathering()
  putFrame(to, records, addressee, options)
  putLimit(to, options)
  put(to, 'redegørelse_dato', letter.date && danishDate(letter.date), fromLetter(letter))
  const open = (assessment?.questions ?? []).filter(({ answer }) => answer !== 'answered')
  if (open.length === 0)
    throw new BadTemplate(
      `${addressee.municipality.name}: its statement answers all questions, so nothing is missing; see 'opfolg assess ${letter.id}'`,
    )
  const mangler = open.map(({ question: code, answer }): Fields => {
    const question = assessmentWords().questions.find((one) => one.code === code)
    if (!question) throw new Error(`question ${code} is not in data/cases/questions.json`)
    const reason = answer === 'vague' ? question.vague : question.missing
    note(to, 'mangler', reason, { record: `vurdering af ${letter.id}`, place: code, quote: null })
    note(to, 'bed_om', question.ask, fromData('cases/questions.json'))
    const points =
      assessment?.letters
        .find(({ letterId }) => letterId === letter.id)
        ?.questions.find((one) => one.question === code)
        ?.points.filter(({ answers }) => !answers) ?? []
    return {
      begrundelse: reason,
      bed_om: question.ask,
      citater: points.slice(0, mostInitiatives).map(({ commitmentId, quote, file, page }) => {
        const citat = quoteInSentence({ quote, times: [] })
        note(to, 'citat', citat, { record: `tilsagn ${commitmentId}`, place: `${file} s. ${page}`, quote })
        return { citat }
      }),
    }
  })
  put(to, 'mangler', mangler, null)
  return contentOf(to)
}

/** That a statement came in, what it expects, and on which data a status will be made. */
export function acknowledgementContent(
  records: ReplyRecords,
  addressee: Addressee,
  options: ReplyOptions,
): ReplyContent {
  const { letter, of } = statementOf(records, addressee)
  const to = gathering()
  putFrame(to, records, addressee, options)
  putRequest(to, records, addressee, letter)
  put(to, 'redegørelse_dato', letter.date && danishDate(letter.date), fromLetter(letter))
  const noted = of.answer?.receivedDate ?? null
  const answering = records.letters.find(({ id }) => id === of.answer?.letterId)
  if (options.received !== null) put(to, 'modtaget', danishDate(options.received), typed('received'))
  else put(to, 'modtaget', noted && danishDate(noted), answering ? fromLetter(answering) : null)
  put(to, 'underskrivere', signersOf(letter), fromLetter(letter))
  const initiatives = letter.commitments.filter(
    ({ kind, review }) => kind === 'initiative' && review !== 'rejected',
  )
  put(to, 'har_initiativer', initiatives.length > 0, null)
  put(
    to,
    'initiativer',
    initiatives.slice(0, mostInitiatives).map((commitment) => {
      const initiativ = quoteInSentence(commitment)
      note(to, 'initiativ', initiativ, fromCommitment(commitment, letter))
      return { initiativ }
    }),
    null,
  )
  const leading = putExpectation(to, addressee, letter)
  putFigures(to, leading ? figuresOf(leading) : [])
  putStatusMonth(to, addressee, leading, options)
  return contentOf(to)
}

/** What the period's figures say of the municipality's expectation. */
export function statusContent(
  records: ReplyRecords,
  addressee: Addressee,
  options: ReplyOptions,
): ReplyContent {
  const { letter, of } = statementOf(records, addressee)
  const to = gathering()
  putFrame(to, records, addressee, options)
  putLimit(to, options)
  put(to, 'redegørelse_dato', letter.date && danishDate(letter.date), fromLetter(letter))
  put(to, 'måned', danishDataPeriod(records.checklist.period.code), typed('period'))
  const answering = records.letters.find(({ id }) => id === of.answer?.letterId)
  const day = answering?.statusDataPeriod && answering.date ? danishDate(answering.date) : null
  put(to, 'svar', day ? [{ svar_dato: day }] : [], null)
  if (answering && day) note(to, 'svar_dato', day, fromLetter(answering, of.announced.quote))
  const leading = putExpectation(to, addressee, letter)
  if (leading) restOn(to, leading)
  const verdict = leading?.verdict ?? 'not-measurable'
  const shown = {
    holdt: 'met',
    ikke_holdt: 'not-met',
    ikke_forfaldent: 'not-due-yet',
    tal_mangler: 'data-missing',
    kan_ikke_måles: 'not-measurable',
  }
  for (const [name, value] of Object.entries(shown)) put(to, name, verdict === value, null)
  const rule = leading
    ? { record: `afgørelse af tilsagn ${leading.commitmentId}`, place: leading.rule, quote: leading.reason }
    : { record: `redegørelse ${letter.id}`, place: 'ingen forventning', quote: null }
  const decided = leading?.decision
    ? `${leading.decision.by}, ${leading.decision.at.slice(0, 10)}`
    : 'forslag'
  note(to, 'afgørelse', `${verdict} (${decided})`, rule)
  put(to, 'grund', leading?.reason ?? 'Redegørelsen siger ikke, hvornår lovgivningens krav er opfyldt.', rule)
  put(to, 'afgøres_måned', leading?.settledBy ? danishDataPeriod(leading.settledBy) : null, rule)
  putFigures(to, leading ? figuresOf(leading) : [])
  return contentOf(to)
}

function statementOf({ letters }: ReplyRecords, { municipality, of }: Addressee) {
  const letter = letters.find(({ id }) => id === of?.statement?.id)
  if (!of || !letter)
    throw new BadTemplate(`${municipality.name}: there is no statement of it here; ingest it first`)
  return { letter, of }
}

const lower = (title: string): string => `${title.slice(0, 1).toLocaleLowerCase('da')}${title.slice(1)}`

/** Who signed, with titles, and for whom others did; null when nobody did. */
function signersOf({ signatories }: StoredLetter): string | null {
  const own = signatories.filter(({ assumed }) => assumed.length === 0)
  const named = (onBehalf: boolean) =>
    listed(
      own
        .filter((one) => one.onBehalf === onBehalf)
        .map(({ name, title }) => (title ? `${lower(title)} ${name}` : name)),
    )
  const [themselves, others] = [named(false), named(true)]
  if (!others) return themselves || null
  return themselves ? `${themselves} samt på vegne af ${others}` : `på vegne af ${others}`
}

/** The request that the statement answers, when its day is known. */
function putRequest(
  to: Gathered,
  { letters }: ReplyRecords,
  { case: of }: Addressee,
  statement: StoredLetter,
) {
  const at = of?.steps.findIndex(({ letterId }) => letterId === statement.id) ?? -1
  const request = of?.steps.slice(0, Math.max(at, 0)).findLast(({ kind }) => stepIs.request(kind))
  const day = request?.date ? danishDate(request.date) : null
  put(to, 'anmodning', day ? [{ anmodning_dato: day }] : [], null)
  if (!request || !day) return
  const own = letters.find(({ id }) => id === request.letterId)
  const [by] = request.mentionedBy
  const speaking = letters.find(({ id }) => id === by?.letterId)
  const from = own ? fromLetter(own) : speaking ? fromLetter(speaking, by?.quote ?? null) : null
  if (from) note(to, 'anmodning_dato', day, from)
}

/** The expectation that leads, with its time. @returns the verdict on it */
function putExpectation(to: Gathered, { of }: Addressee, letter: StoredLetter): Verdict | null {
  const leading = of?.verdicts.find(({ commitmentId }) => commitmentId === of.expectation?.itemId) ?? null
  const commitment = letter.commitments.find(({ id }) => id === leading?.commitmentId)
  if (!commitment) {
    put(to, 'forventninger', [], null)
    return null
  }
  const last = deadlines(commitment, letter.date)
    .toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
    .at(-1)
  const forventning = quoteInSentence(commitment)
  const tid = last ? danishTime(last) : null
  const from = fromCommitment(commitment, letter)
  note(to, 'forventning', forventning, from)
  if (tid) note(to, 'tid', tid, { ...from, quote: last?.quote ?? null })
  put(to, 'forventninger', [{ forventning, tid }], null)
  return leading
}

/** The month that a person names, else the one announced already, else the first that can settle the expectation. */
function putStatusMonth(
  to: Gathered,
  { of }: Addressee,
  leading: Verdict | null,
  { statusPeriod, date }: ReplyOptions,
): void {
  const announced = of?.announced.month
  const settles = leading?.dueDay ? settlingMonth(leading.dueDay) : null
  if (statusPeriod) put(to, 'statusmåned', danishDataPeriod(statusPeriod.code), typed('status-period'))
  else if (announced)
    put(to, 'statusmåned', danishMonth(announced), {
      record: `brev ${of.announced.letterId}`,
      place: 'bebudet status',
      quote: of.announced.quote,
    })
  else
    put(
      to,
      'statusmåned',
      // A status can only be announced on data that are not out yet.
      settles && settles >= monthOf(date).code ? danishDataPeriod(settles) : null,
      {
        record: `tilsagn ${leading?.commitmentId}`,
        place: 'den første måned, der kan afgøre det',
        quote: null,
      },
    )
}

type Shown = { name: string; value: Figure; country: Figure | null; before: Figure | null }

const figuresOf = ({ indicator, value, country, atPromise }: Verdict): Shown[] =>
  indicator && value?.value != null ? [{ name: indicator.name, value, country, before: atPromise }] : []

/** The last figure of each indicator that expectations are held against here. */
function latestFigures({ checklist }: ReplyRecords, courses: Course[]): Shown[] {
  const leading = checklist.municipalities.flatMap(({ verdicts, expectation }) =>
    verdicts.filter(({ commitmentId }) => commitmentId === expectation?.itemId),
  )
  return courses.flatMap(({ indicator, figures, country }) => {
    const value = figures.findLast((figure) => figure.value !== null)
    if (!value || !leading.some((verdict) => verdict.indicator?.id === indicator.id)) return []
    const beside = country.find(({ period }) => period === value.period) ?? null
    return [{ name: indicator.name, value, country: beside, before: null }]
  })
}

function putFigures(to: Gathered, figures: Shown[]): void {
  const rows = figures.map(({ name, value, country, before }): Fields => {
    const known = country?.value == null ? null : country
    const earlier = before && before.period !== value.period ? before : null
    note(to, 'indikator', name, fromData('indicators.json'))
    note(to, 'værdi', danishFigure(value), fromFigure(to, value))
    if (known) note(to, 'landet', danishFigure(known), fromFigure(to, known))
    if (earlier) note(to, 'før_værdi', danishFigure(earlier), fromFigure(to, earlier))
    return {
      indikator: name,
      periode: danishDataPeriod(value.period),
      værdi: danishFigure(value),
      landet: known && danishFigure(known),
      før_værdi: earlier && danishFigure(earlier),
      før_periode: earlier && danishDataPeriod(earlier.period),
      kilde: value.source,
      hentet: danishDate(value.retrieved),
    }
  })
  put(to, 'tal', rows, null)
}
