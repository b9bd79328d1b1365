import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { type ActionRow, type ColumnRole, roleOfField, roleOfLabel, tellsTime } from './tables.ts'

/**
 * A step that lines with labels tell ("Ansvarlig: ...", "Frist: ..."), as the cells of a table's row do; its text stands
 * behind a label too, or right above them. `blocks`: from which block to before which.
 */
export type LabelledStep = ActionRow & { span: Span; blocks: { from: number; to: number } }

/** Labels in a line: at its begin, and behind what ends the value before. Few words without a number. */
const labels = latin(/(?:^[-–•*(]?\s*|[.;,|(\t]\s*)(?<label>\p{L}[\p{L} /-]{2,34}?)\s*:\s*(?=\S)/gu)
const mostWords = 3
/** What stands behind a label that is not the step itself is short. */
const longestValue = 160

/** "Dato: ...", "Afdeling: ...", "Emne: ...": said of the letter itself, or of one that is repeated in it. */
function isOfLetter(line: string): boolean {
  const { recordLabel, contactLabel, plainLabel } = letterParts()
  return [recordLabel, contactLabel, plainLabel].some((label) => label.test(line))
}

/** What stands behind a label; `role` null: a label that only describes the step. */
export type Field = { role: ColumnRole | null; value: Span }

const isShort = (name: string, words = mostWords): boolean => name.split(/\s+/).length <= words

/** What a block with labels says, nothing when it does not begin with one that a table's columns have. */
export function fieldsOf(letter: LetterText, block: Block): Field[] {
  if (block.kind === 'row') return fieldOfRow(letter, block)
  const { kind, span } = block
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'heading') return []
  const line = letter.text.slice(span.start, span.end)
  // most lines have no label: nothing more is asked of them
  if (!line.includes(':') || isOfLetter(line)) return []
  const found = [...line.matchAll(labels)].flatMap((match) => {
    const name = match.groups?.label ?? ''
    const role = isShort(name) ? roleOfField(name) : undefined
    return role === undefined ? [] : [{ role, from: match.index, to: match.index + match[0].length }]
  })
  if (found[0]?.from !== 0 || (kind === 'heading' && found.length < 2)) return []
  const fields = found.map(({ role, to }, at): Field => {
    const end = found[at + 1]?.from ?? line.length
    const value = line
      .slice(to, end)
      .replace(at + 1 < found.length || /^\(/.test(line) ? /[\s)|;,.]+$/ : /\s+$/, '')
    return { role, value: { start: span.start + to, end: span.start + to + value.length } }
  })
  const isLong = ({ role, value }: Field) => role !== 'action' && value.end - value.start > longestValue
  return fields.some(isLong) ? [] : fields
}

/** "Ansvarlig | HR": a row of a small table that says one thing; not the names of two columns. */
function fieldOfRow({ text }: LetterText, { cells }: Block): Field[] {
  const [name, value, ...more] = cells.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  if (!name || !value || more.length > 0) return []
  const [label, said] = [name, value].map(({ start, end }) => text.slice(start, end).trim()) as [
    string,
    string,
  ]
  const role = isShort(label, 2) ? roleOfField(label.replace(/:$/, '')) : undefined
  const isName = isShort(said, 2) && roleOfLabel(said) !== null && !/\d/.test(said)
  return role === undefined || (role === 'action' && isName) ? [] : [{ role, value }]
}

/** All steps of a letter that lines with labels tell, in order. */
export function findLabelledSteps(letter: LetterText): LabelledStep[] {
  const steps: LabelledStep[] = []
  for (let at = 0; at < letter.blocks.length; ) {
    const { fields, to } = fieldsFrom(letter, at)
    const step =
      fields.length > 0 ? stepOf(letter, { from: at, to }, fields, steps.at(-1)?.blocks.to ?? 0) : null
    if (step) steps.push(step)
    at = Math.max(at + 1, to)
  }
  return steps
}

/** What blocks with labels say from one on, until a label was there before. */
function fieldsFrom(letter: LetterText, from: number): { fields: Field[]; to: number } {
  const fields: Field[] = []
  let to = from
  for (; to < letter.blocks.length; to++) {
    const more = fieldsOf(letter, letter.blocks[to] as Block)
    const again = more.some(({ role }) => role !== null && fields.some((field) => field.role === role))
    if (more.length === 0 || again) break
    fields.push(...more)
  }
  return { fields, to }
}

/** @param free the first block that no step before has */
function stepOf(
  letter: LetterText,
  { from, to }: LabelledStep['blocks'],
  fields: Field[],
  free: number,
): LabelledStep | null {
  const roles = fields.map(({ role }) => role)
  const timed = roles.some(tellsTime)
  if (!timed && !(roles.includes('responsible') && fields.length > 1)) return null
  const { end } = (letter.blocks[to - 1] as Block).span
  const cells = fields.map(({ value }) => value)
  if (roles.includes('action')) {
    const { start } = (letter.blocks[from] as Block).span
    return fields.length > 1 ? { roles, cells, span: { start, end }, blocks: { from, to } } : null
  }
  const above = from > free ? letter.blocks[from - 1] : undefined
  if (!above || !['paragraph', 'item', 'heading'].includes(above.kind)) return null
  // the names of columns, and a line above the rows that it says something of
  const inTable = letter.blocks[from]?.kind !== 'row' && letter.blocks[to]?.kind === 'row'
  if (inTable || letter.text.slice(above.span.start, above.span.end).includes('\t')) return null
  const span = { start: above.span.start, end }
  return { roles: ['action', ...roles], cells: [above.span, ...cells], span, blocks: { from: from - 1, to } }
}
