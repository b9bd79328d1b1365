import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { beginsUpper, firstLetters } from '../language/letter-case.ts'
import { matchesIn } from '../language/matches.ts'
import { findDays } from './calendar-days.ts'
import { labelSource } from './labels.ts'
import { type Frame, isSentence, type Line, type Piece } from './letter-frame.ts'

const labelData = z.object({
  note: z.string(),
  always: z.array(z.string()),
  lineStart: z.array(z.string()),
  theirs: z.array(z.string()),
})

// letters, digits and the signs inside a record number; a hyphen or slash may stand between spaces
// first that of the municipalities' journal plan, in which a scan may see spaces
const valueSource =
  '\\d{2}\\. ?\\d{2}\\. ?\\d{2}[ -]{1,3}[A-ZÆØÅ]\\d{2}-\\d{1,6}-\\d{1,4}|' +
  '(?:[A-ZÆØÅ]{1,10}[-/ ]?){0,3}(?:\\d{4} (?=\\d{4,}))?\\d[\\p{L}\\d]*(?:(?:[-/._:]| - | – )[\\p{L}\\d]+)*'

let cache:
  | {
      maybe: RegExp
      label: RegExp
      own: RegExp
      theirs: RegExp
      value: RegExp
      onlyLabels: RegExp
      kle: RegExp
    }
  | undefined
function patterns() {
  if (cache) return cache
  const data = loadData('letterhead/case-number-labels.json', labelData)
  const always = labelSource(data.always)
  const start = labelSource(data.lineStart)
  const one = `(?:${always}|${start})`
  const more = `(?:\\s?(?:/|og|&|,)\\s?${one}\\.?)*`
  const first = [...data.always, ...data.lineStart].map((label) => firstLetters.exec(label)?.[0] ?? label)
  cache = {
    // over lower-case text: a quick no for most lines
    maybe: new RegExp(`(?<![a-zæøå])(?:${[...new Set(first)].join('|')})`),
    label: latin(
      new RegExp(
        `(?<!\\p{L})(?:(?:${always})|(?<weak>(?<=(?:^|\\()[\\s*(]*)(?:${start})))(?!\\p{L})\\.?${more}\\s*[:;.,]?\\s*`,
        'giu',
      ),
    ),
    own: latin(
      new RegExp(
        `(?<!\\p{L})(?:vores|vort|vor)\\s(?:eget\\s|egen\\s)?(?:${always}|sag)(?!\\p{L})\\.?\\s(?:(?:er|har)\\s(?:(?:nr|nummer)\\.?\\s)?|(?=\\d))`,
        'giu',
      ),
    ),
    theirs: latin(new RegExp(`(?<!\\p{L})(?:${data.theirs.join('|')})\\s+$`, 'iu')),
    // "2018/03377 002", "15.25.00P20 19/887": at the end of a line a part may stand apart
    value: latin(
      new RegExp(`^\\s*((?:${valueSource})(?: (?:\\d{2,4}/\\d{1,6}|\\d{3})(?=\\s*$))?)(?![\\p{L}\\d@])`, 'u'),
    ),
    onlyLabels: latin(new RegExp(`^(?:(?:dato|deres ref|${one})\\.?\\s*[:;.,]?\\s*[/]?\\s*)+$`, 'iu')),
    kle: latin(/(?<![\p{L}\d.-])\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2}(?![\d-])/gu),
  }
  return cache
}

/**
 * Record numbers of the letter (case, journal, document, letter id), in order and once each: beside a label, under
 * it in a column, on the line after it, or in the form of the municipalities' journal plan (15.20.00-K00-4-18), or
 * as letters, year and number alone on a line.
 * The other side's numbers ("Deres j.nr.") are left out.
 */
export function findCaseNumbers(frame: Frame): Found<string>[] {
  const found: Found<string>[] = []
  const beside = new Set([...frame.head, ...frame.foot])
  frame.lines.forEach((line, at) => {
    const long = line.text.length > 160 || (!beside.has(line) && isSentence(line.text))
    const next = frame.lines[at + 1]
    if (long || !(hasDigit(line.text) || hasDigit(next?.text.slice(0, 160) ?? ''))) return
    const maybe = patterns().maybe.test(line.text.toLowerCase())
    if (maybe)
      line.parts.forEach((part, column) => {
        found.push(...labelled(part, line.parts.length === 1 ? next?.parts[0] : line.parts[column + 1]))
      })
    if (maybe && next) found.push(...underLabels(line, next))
    if (!beside.has(line) || !line.text.includes('-')) return
    if (yearly.test(line.text)) found.push(say(line, 0, line.text.trimEnd(), 'case-number-form'))
    for (const match of matchesIn(line.text, patterns().kle))
      found.push(say(line, match.index, match[0], 'case-number-form'))
  })
  if (found.length === 0) {
    // a margin column that a conversion dropped into a paragraph keeps its capital letters and its own labels
    for (const line of frame.lines)
      if (isSentence(line.text) || line.text.search(patterns().own) >= 0) found.push(...inParagraph(line))
  }
  found.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  return found.filter((one, at) => found.findIndex((other) => other.value === one.value) === at)
}

/** "EMN-2017-01822" alone on its line. */
const yearly = /^[A-ZÆØÅ]{2,5}-(?:19|20)\d\d-\d{3,7}\s*$/

const hasDigit = (text: string) => /\d/.test(text)

const say = (piece: Piece, offset: number, value: string, rule: string): Found<string> => ({
  value,
  span: { start: piece.start + offset, end: piece.start + offset + value.length },
  rule,
  assumed: [],
})

/** `next`: the column beside, or the line below where there are no columns. */
function labelled(part: Piece, next: Piece | undefined): Found<string>[] {
  const found: Found<string>[] = []
  for (const match of matchesIn(part.text, patterns().label)) {
    if (patterns().theirs.test(part.text.slice(0, match.index))) continue
    const from = match.index + match[0].length
    const values = valuesAt(part.text, from, /[/&,]|\sog\s/.test(match[0]))
    if (match.groups?.weak && !values.every((value) => /\d{4}|\d[-/.]/.test(value.text))) continue
    for (const value of values) found.push(say(part, value.offset, value.text, 'case-number-label'))
    // a label alone on its line: the number is the whole of the next line
    if (values.length === 0 && !part.text.slice(from).trim() && next) {
      const [value] = valuesAt(next.text, 0, false)
      if (value && value.text.length === next.text.trim().length)
        found.push(say(next, value.offset, value.text, 'case-number-next-line'))
    }
  }
  return found
}

/** The number at a position, or several where the label names several ("Sagsnr./dok.nr.: 18/6995 / 12345"). */
function valuesAt(text: string, from: number, several: boolean): { offset: number; text: string }[] {
  const values: { offset: number; text: string }[] = []
  let at = from
  for (let count = several ? 3 : 1; count > 0; count--) {
    const rest = text.slice(at)
    const match = patterns().value.exec(rest)
    const value = match?.[1]
    if (!match || !value || !isNumber(value) || phone.test(rest)) break
    values.push({ offset: at + match[0].length - value.length, text: value })
    at += match[0].length
    const gap = /^\s*(?:\/|,|;|og|&)?\s*/.exec(text.slice(at))
    at += gap?.[0].length ?? 0
  }
  return values
}

// eight digits in groups
const phone = /^\s*(?:\+45 ?)?\d{2}(?: \d{2}){3}(?!\d)/

/** Not a date, and long enough to be a record. */
function isNumber(value: string): boolean {
  if (value.replace(/\P{N}/gu, '').length < 2) return false
  return !findDays(value).some((day) => day.start === 0 && day.end === value.length)
}

/** A line of labels over a line of values: by columns, or in order where the columns were lost. */
function underLabels(line: Line, next: Line): Found<string>[] {
  if (line.parts.length > 1 && line.parts.length === next.parts.length) {
    return line.parts.flatMap((part, column) => {
      const below = next.parts[column]
      if (!below || !patterns().onlyLabels.test(part.text) || /^dato/iu.test(part.text)) return []
      const [value] = valuesAt(below.text, 0, false)
      return value ? [say(below, value.offset, value.text, 'case-number-under-label')] : []
    })
  }
  if (line.parts.length > 1 || !/\s/.test(line.text.trim()) || !patterns().onlyLabels.test(line.text))
    return []
  if (!/^\s*dato/iu.test(line.text)) return []
  const after = Math.max(0, ...findDays(next.text).map((day) => day.end))
  return after === 0
    ? []
    : valuesAt(next.text, after, true).map((value) =>
        say(next, value.offset, value.text, 'case-number-under-label'),
      )
}

const capitalLabel = latin(/\p{Lu}[\p{L}. -]{0,14}(?:nr|id|nummer)(?!\p{L})/u)
/** In a paragraph: "Vores sag har nr. 15.00.15-G01-3-21", or a label with a capital letter. */
function inParagraph(line: Line): Found<string>[] {
  const found: Found<string>[] = []
  for (const match of matchesIn(line.text, patterns().own))
    for (const value of valuesAt(line.text, match.index + match[0].length, false))
      found.push(say(line, value.offset, value.text, 'case-number-in-paragraph'))
  if (!/nr|id|nummer/.test(line.text) || !capitalLabel.test(line.text)) return found
  for (const match of matchesIn(line.text, patterns().label)) {
    const before = line.text.slice(0, match.index)
    if (
      patterns().theirs.test(before) ||
      !beginsUpper.test(match[0]) ||
      /[(.].?$/.test(before) ||
      match.index === 0
    )
      continue
    for (const value of valuesAt(line.text, match.index + match[0].length, false))
      found.push(say(line, value.offset, value.text, 'case-number-in-paragraph'))
  }
  return found
}
