import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { threeLetters } from '../language/letter-case.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { hasStateDomain } from './authorities.ts'
import { findDays } from './calendar-days.ts'
import { type Frame, isSentence, type Line } from './letter-frame.ts'

const labels = latin(/^[\s*#]*(?:emne|subject|titel|vedr|vedrørende|ang|angående)\s*(?::|\.:)\s*/iu)
const begins = latin(
  /^[\s*#]*(?:vedr\.?|vedrørende|ang\.|angående|redegørelse|svar|besvarelse|uddybende|supplerende|opfølgende|handleplan|handlingsplan|høring|orientering|status|anmodning|notat om|opfølgning|tilbagemelding|udtalelse)(?!\p{L})/iu,
)

/**
 * What the letter says it is about: a line with the label "Vedr." or "Emne:", the line the structure marks as
 * subject, or a line before the body that begins as subjects do. The label "Emne:" is left out of the value.
 */
export function findSubject(frame: Frame): Found<string> | null {
  const before = frame.lines.filter((line) => line.text.length < 250 && isBeforeBody(frame, line))
  const marked = frame.lines.find((line) => line.kind === 'subject' && saysSomething(line.text))
  const labelled = before.find((line) => labels.test(line.text))
  const begun = before.find(
    (line) => begins.test(line.text) && findDays(line.text).every((day) => day.start > 0),
  )
  const named = marked && !isTypeOfPaper(marked.text) ? marked : null
  const line = labelled ?? named ?? begun ?? (marked ? (lineAfter(before, marked) ?? marked) : undefined)
  if (!line) return null
  const length = /^\s*(?:emne|subject|titel)/iu.test(line.text)
    ? (labels.exec(line.text)?.[0].length ?? 0)
    : 0
  const text = line.text.slice(length)
  const value = text.replace(/^[\s*#_]+|[\s*#_]+$/gu, '')
  if (!value) return null
  const start = line.start + length + text.indexOf(value)
  const rule = labelled ? 'subject-label' : marked ? 'subject-block' : 'subject-words'
  return { value, span: { start, end: start + value.length }, rule, assumed: [] }
}

const oneWord = latin(/^[\s*#]*\p{L}+[\s*]*$/u)
/** "NOTAT" or "HANDLEPLAN" over the subject proper. */
const isTypeOfPaper = (text: string) => oneWord.test(text) && text.trim() === text.trim().toUpperCase()

function lineAfter(lines: Line[], line: Line): Line | undefined {
  const next = lines[lines.indexOf(line) + 1]
  return next && next.text.length > 20 && !isSentence(next.text) && !/\d{4}$|[:@]/u.test(next.text)
    ? next
    : undefined
}

/** More than a date and a record number with their labels, which a structure may take for a subject. */
const saysSomething = (text: string) => {
  const rest = findDays(text).reduceRight((left, day) => left.slice(0, day.start) + left.slice(day.end), text)
  const bare = rest.replace(dateLabel, '').trim()
  return threeLetters.test(bare) && !letterParts().recordLabel.test(bare)
}
const dateLabel = /^\W*(?:brev)?dato\s*:?\s*/iu

function isBeforeBody(frame: Frame, line: Line): boolean {
  const body = frame.body[0]
  // a subject may also stand between the greeting and the first sentence
  return (
    line.kind !== 'item' &&
    line.start <= (body?.start ?? Number.POSITIVE_INFINITY) &&
    !hasStateDomain(line.text)
  )
}
