import { abbreviations } from '../language/abbreviations.ts'
import { latin } from '../language/latin.ts'
import { beginsUpper, threeLetters } from '../language/letter-case.ts'
import { remembered } from '../language/remembered.ts'
import { letterParts } from './letter-parts.ts'

/**
 * What a line outside a letter's own prose says. `strong` facts stand for themselves (a phone number, an address, a
 * case number); `weak` ones are labels and names that count only together with strong ones.
 */
export type FrameLine = 'page-number' | 'strong' | 'weak' | 'name' | null

const longest = 70
const longestHours = 160
const pageNumber = latin(
  /^(?:(?:side|s\.|page|pag\.)\s*\d{1,3}(?:\s*(?:\/|af|of|-)\s*\d{1,3})?|[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*(?:\/|af)\s*\d{1,3})\.?$/iu,
)
const phone = /(?:\+45\s?)?(?<!\d)\d(?:[ .]?\d){7}(?!\d)/
const email = latin(/[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,64}\.\p{L}{2,}/u)
const url = /^(?:\[?(?:https?:\/\/|www\.)\S+)$/i
const postal = latin(/^(?:DK-)?\d{4} \p{Lu}[\p{L} .-]{1,30}(?: [KVSNØCM]{1,2})?$/u)
const numericDate = /^\d{1,2}[-./]\s?\d{1,2}[-./]\s?(?:\d{4}|\d{2})$|^\d{4}-\d{2}-\d{2}$/
const severalTimes =
  /\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|til)\s*\d{1,2}.*\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|til)\s*\d{1,2}/
const weekday = latin(
  /^(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|man|tirs?|ons|tors?|fre|hverdage|alle hverdage)(?:[.]?\s*(?:-|–|til|og|,)\s*\p{L}+\.?)*\s*:?\s*(?:kl\.?\s*)?(?:\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|til)\s*\d|lukket)/iu,
)

export function isPageNumber(text: string): boolean {
  return text.length <= 30 && pageNumber.test(text)
}

/** What kind of frame line this is, judged by itself; null for prose and for all that could be prose. */
export const frameLineOf = (text: string): FrameLine =>
  text.length > longestHours ? null : readFrameLine(text)

const webOrTown = latin(/www\.|\d{4} \p{Lu}/u)
/** Signs that part what stands on one line; on a scan all of them may be dashes, which take two to tell. */
const parts = /[·|•]|\s[-–—]\s.*\s[-–—]\s/
const readFrameLine = remembered((text: string): FrameLine => {
  if (text.includes('\t')) return isRowOfFacts(text) ? 'strong' : null
  if (isHours(text)) return 'strong'
  if (text.length > (parts.test(text) ? longestHours : longest) || /[!?;]$/.test(text)) return null
  if (pageNumber.test(text)) return 'page-number'
  if (isAddressLine(text) || isDateLine(text) || isNumberLine(text)) return 'strong'
  if (isListOfFacts(text)) return 'strong'
  const labelled = labelledLine(text)
  if (labelled !== undefined) return labelled
  if (looksLikeProse(text)) return null
  if (email.test(text) && text.split(/\s+/).length <= 8) return 'strong'
  const manyInOne = parts.test(text) && (phone.test(text) || webOrTown.test(text))
  if (manyInOne) return 'strong'
  return isName(text) ? 'name' : null
})

/** "Dato: 17. januar 2023 · Sagsnr. 12-3 · Side 1": short facts on one line, the first or two of them with a label. */
function isListOfFacts(text: string): boolean {
  if (!parts.test(text)) return false
  const facts = text.split(/\s*[·|•]\s*|\s[-–—]\s/)
  const labelled = facts.map((fact) => labelledLine(fact) === 'strong')
  const tells = labelled[0] === true || labelled.filter(Boolean).length > 1
  return facts.length > 1 && tells && facts.every((fact) => fact.length <= 40 && !looksLikeProse(fact))
}

/**
 * Facts or their labels side by side ("Dato" and "Dokumentnummer", "8. august 2018" and "2018-015032-2"), perhaps with
 * the page's number ("Sagsnr. 779-2018" and "Side 2 af 3"); beside that names are facts, too.
 */
function isRowOfFacts(text: string): boolean {
  const cells = text.split('\t').map((cell) => cell.trim())
  const behindNumber = cells.map((cell) => (isPageNumber(cell) ? cell : cell.replace(pageNumberFirst, '')))
  const kinds = behindNumber.map(frameLineOf)
  const numbers = kinds.filter((kind, at) => kind === 'page-number' || behindNumber[at] !== cells[at]).length
  const isFact = (kind: FrameLine) => kind === 'strong' || kind === 'weak'
  const fits = (kind: FrameLine) =>
    isFact(kind) || kind === 'page-number' || (numbers === 1 && kind === 'name')
  return numbers <= 1 && kinds.some(isFact) && kinds.every(fits)
}

/** Before something else in the same cell. */
const pageNumberFirst = latin(/^(?:side|s\.)\s*\d{1,3}(?:\s*(?:\/|af|-)\s*\d{1,3})?\s+(?=\S)/iu)

/** The same among names, as in a letter's head; in a body it could be a row of figures. */
export function isFactRow(text: string): boolean {
  const kinds = text.split('\t').map((cell) => frameLineOf(cell.trim()))
  return text.includes('\t') && kinds.every((kind) => kind !== null) && kinds.includes('strong')
}

function isAddressLine(text: string): boolean {
  return postal.test(text) || url.test(text) || letterParts().street.test(text)
}

const threeLower = latin(/\p{Ll}{3}/u)
const initials = latin(/^\p{Lu}{2,6}$/u)
/** What a line with a label in front says; undefined when it has none. */
function labelledLine(text: string): FrameLine | undefined {
  const { recordLabel, contactLabel, plainLabel } = letterParts()
  const record = recordLabel.exec(text)
  if (record) return saysOneThing(record[2] as string) ? 'strong' : null
  const [, colon, rest] = contactLabel.exec(text) ?? plainLabel.exec(text) ?? []
  if (colon === undefined || rest === undefined || !saysOneThing(rest)) return undefined
  const tells =
    isDateLine(rest) || phone.test(rest) || email.test(rest) || url.test(rest) || recordLabel.test(rest)
  if (tells || (/\d/.test(rest) && !threeLower.test(rest))) return 'strong'
  if (rest === '') return 'weak'
  if (contactLabel.test(text)) return colon === ':' ? 'strong' : undefined
  return colon === ':' || initials.test(rest) ? 'weak' : undefined
}

/** Opening hours: their label, or days of the week with times of the day. */
export function isHours(text: string): boolean {
  if (text.length > longestHours) return false
  const ofDay = weekday.test(text)
  const label = ofDay ? null : letterParts().hours.exec(text)
  if ((!ofDay && !label) || looksLikeProse(text)) return false
  if (!label) return text.length <= longest || severalTimes.test(text)
  const rest = text.slice(label[0].length).replace(/^[\s:]+/, '')
  return rest === '' || weekday.test(rest) || severalTimes.test(rest)
}

const longDate = latin(
  /^(?:\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?,? )?(?:den |d\. ?)?\d{1,2}\.? ?(\p{L}+)\.? \d{4}$/u,
)
/**
 * A date alone on its line, with or without the place before it ("Taastrup, den 3. oktober 2018"), or with nothing but
 * a number after it ("8. august 2018 2018-015032-2").
 */
export function isDateLine(line: string): boolean {
  if (line.length > longest || !/\d{2}$/.test(line)) return false
  const [, text, rest] = /^(.*?\d{4}|\S+)(?:\s+(\S*\d\S*))?$/u.exec(line) ?? ['', line]
  if (text === undefined || (rest !== undefined && !isNumberLine(rest))) return false
  if (numericDate.test(text)) return true
  const match = longDate.exec(text)
  return match !== null && abbreviations().months.has((match[1] as string).toLowerCase())
}

const capitalisedWord = latin(/^[\p{Lu}][\p{L}.'’]*$/u)
/** A name of a person, a place, an office: a few words, all that carry meaning capitalised. */
export function isName(text: string): boolean {
  if (!beginsUpper.test(text) || /[.:]$/.test(text) || /\d/.test(text)) return false
  const words = text
    .replace(/\([^()]*\)|[,/&·-]/g, ' ')
    .trim()
    .split(/\s+/)
  if (words.length > 7) return false
  const significant = words.filter(
    (word) => !/^(?:og|af|for|i|de|den|von|van|til|på|der|og|ved|over)$/.test(word),
  )
  return significant.length > 0 && significant.every((word) => capitalisedWord.test(word))
}

/**
 * A name that ends with a word for an authority or an office ("Køge Kommune", "VF-Sekretariat", "Borgmesteren"), but
 * not a title with its office ("Afdelingsleder, Ydelseskontoret").
 */
export function isOrganisation(text: string): boolean {
  if (!isName(text)) return false
  const words = text.split(/[\s,]+/)
  const { organisation, role } = letterParts()
  const titled = words.length > 1 && role.test(words[0] as string)
  return organisation.test(words.at(-1) as string) && !titled
}

const noLetter = latin(/[^\p{L}]/gu)
const letterOrDigitFirst = latin(/^[\p{L}\d]/u)
function isNumberLine(text: string): boolean {
  if (!/\d/.test(text) || threeLetters.test(text)) return false
  const letters = text.replace(noLetter, '').length
  const digits = text.replace(/\D/g, '').length
  return (
    letters <= 2 && digits >= 5 && !/[%,]/.test(text) && letterOrDigitFirst.test(text) && !text.includes('\t')
  )
}

/** What stands after a label: nothing, or one short thing that is no clause. */
function saysOneThing(rest: string): boolean {
  return rest.length <= 50 && !/[.!?]$/.test(rest) && !looksLikeProse(rest)
}

const fiveSmallWords = latin(/(?:^|\s)(?:\p{Ll}+,? ){4,}\p{Ll}+/u)
/** More than four lower-case words in a row make a clause, not a label or a name. */
function looksLikeProse(text: string): boolean {
  return fiveSmallWords.test(text)
}
