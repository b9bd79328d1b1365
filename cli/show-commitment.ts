import { dueDays } from '../schemas/due-day.ts'
import { exportCommitment } from '../schemas/export.ts'
import type { Span } from '../schemas/span.ts'
import { readAuditLog, readCommitment } from '../store/decide.ts'
import type { Store } from '../store/query.ts'
import { readLetters, readText } from '../store/read-letters.ts'
import { readPlaces } from '../store/read-places.ts'
import { decisionChanges } from './decision-changes.ts'
import { plain } from './output.ts'
import { placeLines } from './show-places.ts'

/** A commitment with its evidence, for `show --json`. */
export function commitmentRecord(store: Store, id: string) {
  const commitment = readCommitment(store, id)
  const letter = commitment && readLetters(store, [commitment.letterId])[0]
  const text = commitment && readText(store, commitment.letterId)
  if (!commitment || !letter || !text) throw new Error(`commitment ${id} has no letter`)
  const { span } = commitment
  const places = readPlaces(store, letter.id)
  const blocks = span ? text.blocks.filter((b) => b.span.start < span.end && b.span.end > span.start) : []
  const first = blocks[0]
  const last = blocks.at(-1)
  const heading = first?.heading === null || first === undefined ? undefined : text.blocks[first.heading]
  const slice = (of: Span) => text.text.slice(of.start, of.end)
  return {
    ...exportCommitment(commitment, letter, places),
    places: span ? places(span) : [],
    times: commitment.times.map(({ span, ...time }) => ({ ...time, places: places(span) })),
    due: dueDays(commitment, letter.date),
    assumed: commitment.assumed,
    withdrawn: commitment.withdrawn,
    letter: { id: letter.id, kind: letter.kind, municipality: letter.municipality, date: letter.date },
    heading: heading ? slice(heading.span) : null,
    /** The paragraph that the words stand in, before, itself, and after; null when the words are no longer found. */
    paragraph:
      span && first && last
        ? {
            before: text.text.slice(first.span.start, span.start),
            words: slice(span),
            after: text.text.slice(span.end, last.span.end),
          }
        : null,
    decisions: readAuditLog(store, id).map((entry) => ({ ...entry, changes: decisionChanges(entry) })),
  }
}

/** How sure the words are that were read from a scan. */
function scanLine({ evidence: { confidence }, unsure }: ReturnType<typeof commitmentRecord>): string | null {
  if (confidence === null) return null
  const advice = unsure ? '; hold it against the image' : ''
  return `from a scan, at least ${Math.round(confidence * 100)} % sure of each word${advice}`
}

/** The same for a person to read. The words found stand between » and «. */
export function commitmentLines(record: ReturnType<typeof commitmentRecord>): string[] {
  const { letter, paragraph, evidence, target } = record
  const field = (name: string, value: string | null) => (value ? [`${name.padEnd(12)} ${plain(value)}`] : [])
  return [
    ...field('commitment', record.id),
    ...field(
      'letter',
      `${letter.id}  ${letter.kind}  ${letter.municipality?.name ?? ''}  ${letter.date ?? 'no date'}`,
    ),
    ...field('kind', record.kind),
    ...field('status', record.status),
    ...record.times.flatMap((time) => [
      ...field(
        'time',
        `${time.relation} ${time.start === time.end ? time.end : `${time.start} to ${time.end}`} (${time.grain}): ${time.quote}`,
      ),
      ...field(
        '',
        `by rule ${time.rule}${time.assumed.length > 0 ? `; assumed: ${time.assumed.join(', ')}` : ''}`,
      ),
    ]),
    ...field('due', record.due.join(', ')),
    ...field('every', record.every),
    ...field('responsible', record.responsible),
    ...field(
      'target',
      target &&
        [target.indicator, target.comparator, target.value, target.unit, target.reference]
          .filter((part) => part !== null)
          .join(' '),
    ),
    ...field('review', record.withdrawn ? `${record.review}; the rules no longer find it` : record.review),
    ...field('rule', record.rule),
    ...field('assumed', record.assumed.join(', ')),
    ...field('file', `${evidence.file}, page ${evidence.page}`),
    ...placeLines(record.places).flatMap((line) => field('place', line)),
    ...field('read', scanLine(record)),
    ...field('heading', record.heading),
    '',
    paragraph
      ? plain(`${paragraph.before}»${paragraph.words}«${paragraph.after}`)
      : `${plain(record.quote)}\n(these words are no longer found in the letter's text)`,
    ...(record.decisions.length > 0 ? [''] : []),
    ...record.decisions.flatMap(({ at, who, action, reason, changes }) => [
      plain(`${at}  ${who}: ${action}${reason ? ` (${reason})` : ''}`),
      ...changes.map(({ field, before, after }) => `  ${plain(`${field}: ${before} → ${after}`)}`),
    ]),
  ]
}
