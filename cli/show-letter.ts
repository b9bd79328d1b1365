import { dueDays } from '../schemas/due-day.ts'
import { exportLetter } from '../schemas/export.ts'
import type { SourcePlace } from '../schemas/source-position.ts'
import type { Found } from '../schemas/span.ts'
import type { SourceScan } from '../schemas/stored-letter.ts'
import { originalOf } from '../store/archive/originals.ts'
import { readAuditLog } from '../store/decide.ts'
import type { Store } from '../store/query.ts'
import { readLetters, readText } from '../store/read-letters.ts'
import { readPlaces } from '../store/read-places.ts'
import { plain } from './output.ts'
import { placeLines } from './show-places.ts'

/** Where a value stands in its letter, and how it was found. */
type Evidence = {
  fact: string
  value: string
  words: string | null
  places: SourcePlace[]
  rule: string
  assumed: string[]
}

/** A letter with the evidence of what was read in its head and foot, for `show --json`. */
export function letterRecord(store: Store, id: string) {
  const letter = readLetters(store, [id])[0]
  const text = readText(store, id)
  if (!letter || !text) throw new Error(`there is no letter ${id}`)
  const { facts } = letter
  const placesOf = readPlaces(store, id)
  const evidence: Evidence[] = []
  const add = <T>(fact: string, found: Found<T> | null, value: (of: T) => string) => {
    if (!found) return
    const words = found.span && text.text.slice(found.span.start, found.span.end)
    const places = found.span ? placesOf(found.span) : []
    evidence.push({
      fact,
      value: value(found.value),
      words,
      places,
      rule: found.rule,
      assumed: found.assumed,
    })
  }
  const itself = (value: string) => value
  add('kind', facts.kind, itself)
  add('municipality', facts.municipality, ({ code, name }) => `${name} (${code})`)
  add('date', facts.date, itself)
  for (const number of facts.caseNumbers) add('case number', number, itself)
  add('subject', facts.subject, itself)
  add('recipient', facts.recipient, itself)
  add('contact', facts.contact, (contact) => Object.values(contact).filter(Boolean).join(', '))
  for (const reference of facts.refersTo) add('refers to', reference, ({ date }) => date)
  add('data period', facts.statusDataPeriod, itself)
  return {
    ...exportLetter(letter, placesOf),
    originals: letter.sources.map(({ sha256 }) => originalOf(store, sha256)),
    evidence,
    signatories: letter.signatories.map((signatory) => {
      // one that only the answer to this letter names stands nowhere in it
      const span = facts.signatories.find(({ value }) => value.name === signatory.name)?.span
      return { ...signatory, places: span ? placesOf(span) : [] }
    }),
    linked: letter.linked,
    issues: letter.issues.map((issue) => ({
      ...issue,
      words: issue.span && text.text.slice(issue.span.start, issue.span.end),
    })),
    asked: facts.asked.map(({ value }) => value),
    askedAgain: facts.askedAgain.map(({ value }) => value),
    /** What persons decided about its case and its answers. */
    decisions: readAuditLog(store, id),
  }
}

function scanLine({ page, grade, confidence, uncoveredInk }: SourceScan): string {
  const share = (of: number) => `${Math.round(of * 100)} %`
  const unread = uncoveredInk > 0 ? `, ${share(uncoveredInk)} of the writing not read` : ''
  return `page ${page}: read from the image, ${grade} (${share(confidence)} sure of its words${unread})`
}

/** The same for a person to read. */
export function letterLines(record: ReturnType<typeof letterRecord>): string[] {
  const field = (name: string, value: string | null | undefined) =>
    value ? [`${name.padEnd(13)} ${plain(value)}`] : []
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ')
  const { acknowledges, replyDeadline } = record
  return [
    ...field('letter', record.id),
    ...record.evidence.flatMap(({ fact, value, words, places, rule, assumed }) => {
      const said = words !== null && words !== value ? `«${words}», ` : ''
      return [
        ...field(
          fact,
          `${value}  [${said}${rule}${assumed.length > 0 ? `; assumed: ${assumed.join(', ')}` : ''}]`,
        ),
        ...placeLines(places).flatMap((line) => field(' ', line)),
      ]
    }),
    ...record.signatories.flatMap(({ name, title, onBehalf, rule, assumed, places }) => [
      ...field(
        'signed by',
        `${name}${title ? `, ${title}` : ''}${onBehalf ? ' (on behalf)' : ''}  [${rule}${assumed.length > 0 ? `; assumed: ${assumed.join(', ')}` : ''}]`,
      ),
      ...placeLines(places).flatMap((line) => field(' ', line)),
    ]),
    ...field('reply by', replyDeadline && `${replyDeadline.end} («${replyDeadline.quote}»)`),
    ...field('received', acknowledges?.receivedDate),
    ...(acknowledges?.signedBy ?? []).flatMap(({ name, title }) =>
      field('  signed by', `${name}${title ? `, ${title}` : ''}`),
    ),
    ...field('noted', acknowledges?.notedExpectation && `«${acknowledges.notedExpectation.quote}»`),
    ...field('asked', names(record.asked)),
    ...field('asked again', names(record.askedAgain)),
    ...record.linked.flatMap(({ id, kind, date }) => field('linked to', `${id}  ${kind}  ${date ?? ''}`)),
    ...record.sources.flatMap(({ file, pages, scans }, at) => [
      ...field('source', `${file}, page ${pages.join(', ')}`),
      ...field('  original', record.originals[at]),
      ...scans.flatMap((scan) => field(' ', scanLine(scan))),
    ]),
    ...record.issues.flatMap(({ code, message, words }) =>
      field('issue', `${code}: ${message}${words ? ` («${words}»)` : ''}`),
    ),
    ...record.decisions.flatMap(({ at, who, action, reason }) =>
      field('decided', `${at.slice(0, 10)}  ${who}: ${action} (${reason})`),
    ),
    ...(record.commitments.length > 0 ? [''] : []),
    ...record.commitments.map(({ id, kind, status, times, quote }) =>
      plain(
        `${id}  ${kind}, ${status}${dueDays({ status, times }, record.date)
          .map((day) => ` ${day}`)
          .join('')}: ${quote}`,
      ),
    ),
  ]
}
