import type { ChecklistItem, ChecklistLetter, DeadlineState } from '../../schemas/checklist.ts'
import { danish } from '../../schemas/glossary.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { danishDate, danishRecurrence, danishTime, listed } from '../danish-words.ts'
import { shorten } from '../markdown/shorten.ts'
import { wholeQuote } from '../whole-quote.ts'
import { code, type Text, text } from './blocks.ts'

const quoteLength = 200
/** The ministry's notes on expectations are cut only when they are very long. */
const notedLength = 420

/** The state of a promise in Danish. */
export const stateWord = (state: DeadlineState): string => danish("state at a period's end", state)
export const dateOf = (date: string | null): string => (date ? danishDate(date) : 'udateret')
export const capital = (words: string): string =>
  `${words.slice(0, 1).toLocaleUpperCase('da')}${words.slice(1)}`

/** The words of a letter between quotation marks, shortened when they are very long. */
export const quoted = (quote: string): string => `»${shorten(quote, notedLength)}«`

/** The words of a promise between quotation marks, shortened around those of its times; of an expectation all that counts. */
export function quotedItem(item: ChecklistItem): string {
  const { kind, quote, times } = item
  if (kind === 'compliance') return `»${wholeQuote(item)}«`
  return `»${shorten(
    quote,
    quoteLength,
    times.map((time) => time.quote),
  )}«`
}

/** The times of a promise; where they are not equally far, each with its state. */
export function timesOf({ times }: ChecklistItem): string {
  const differ = new Set(times.map(({ state }) => state)).size > 1
  return times
    .map((time) => (differ ? `${danishTime(time)} (${stateWord(time.state)})` : danishTime(time)))
    .join(' og ')
}

/** A promise with its times, its words and where they stand. */
export function itemText(item: ChecklistItem): Text {
  const { every, responsible } = item
  const when = timesOf(item)
  const more = [
    every && danishRecurrence(every),
    targetWords(item),
    responsible && `ansvarlig: ${responsible}`,
  ]
  const words = more.filter((part) => part !== null && part !== '').map((part) => ` · ${part}`)
  return text(`${when ? `${when}: ` : ''}${quotedItem(item)}${words.join('')} `, evidence(item))
}

/** A measurable target in words: "mål: Kontaktgraden mindst 80 pct." */
function targetWords({ target }: ChecklistItem): string | null {
  if (!target) return null
  const { indicator, comparator, value, unit, reference, population } = target
  const parts = [
    indicator,
    danish('comparator of a target', comparator),
    value?.toLocaleString('da-DK'),
    unit === 'pct' ? 'pct.' : unit,
    reference,
    population && `(${population})`,
  ]
  return `mål: ${parts.filter((part) => part != null).join(' ')}`
}

/** Where a promise stands, and what a person decided on it. */
export function evidence({ id, evidence: { file, page }, review, withdrawn }: ChecklistItem): Text {
  const decided = review === 'proposed' ? '' : `, ${danish('review', review)}`
  const gone = withdrawn ? ', findes ikke længere af reglerne' : ''
  return text('(', code(id), `, ${file} s. ${page}${decided}${gone})`)
}

type Signer = { name: string; title: string | null; onBehalf?: boolean }

/** Who signed, with titles: "Joy Mogensen, borgmester; Peter Sidelmann, jobchef". */
export function signers(list: Signer[]): string {
  return list
    .map(({ name, title, onBehalf }) =>
      [name, title, onBehalf ? 'underskrevet på vedkommendes vegne' : null]
        .filter((part) => part !== null)
        .join(', '),
    )
    .join('; ')
}

/** Who signed a letter, or that nobody did. */
export function signatureWords({ signatories }: ChecklistLetter): string {
  if (signatories.length === 0) return 'Brevet har ingen underskrift.'
  const assumed = signatories.filter((one) => one.assumed)
  if (assumed.length === 0) return `${signers(signatories)}.`
  return `Brevet har ingen underskrift; ${signers(assumed)}, er antaget efter ministeriets svar.`
}

/** The files a letter lies in. */
export const sourcesOf = ({ sources }: ChecklistLetter): string =>
  listed(sources.map(({ file, pages }) => `${file} s. ${pages.join(', ')}`))

/** A letter with its id, place and number, and the letters it refers to. */
export function letterText(letter: ChecklistLetter): Text {
  const { id, kind, date, caseNumbers, refersTo } = letter
  const numbers = caseNumbers.length > 0 ? `, sagsnr. ${caseNumbers.join(', ')}` : ''
  const answers = refersTo.length > 0 ? ` Henviser til brev af ${listed(refersTo.map(danishDate))}.` : ''
  return text(
    `${capital(danish('kind of letter', kind))} af ${dateOf(date)} (`,
    code(id),
    `, ${sourcesOf(letter)}${numbers}).${answers}`,
  )
}

/** The verdict on a promise in Danish, with whether a person has confirmed it. */
export function verdictWords({ verdict, decision }: Verdict): string {
  const word = danish('verdict', verdict)
  if (!decision) return `${word} (forslag)`
  return `${word} (${decision.by}${decision.basisChanged ? '; grundlaget er ændret siden' : ''})`
}
