import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { letterParts } from '../structure/letter-parts.ts'
import { type ActionTable, type ColumnRole, roleOfLabel } from './tables.ts'

/**
 * A step that lines with labels tell ("Ansvarlig: ...", "Frist: ..."), as the cells of a table's row do; its text stands
 * behind a label too, or right above them. `blocks`: from which block to before which.
 */
export type LabelledStep = ActionTable & { cells: Span[]; span: Span; blocks: { from: number; to: number } }

/** A label in front of a line: few words without a number. */
const label = latin(/^(?:[-–•*]\s*)?(?<label>\p{L}[\p{L} /-]{2,34}?)\s*:\s*(?=\S)/u)
const mostWords = 3
/** What stands behind a label that is not the step itself is short. */
const longestValue = 160

/** "Dato: ...", "Afdeling: ...", "Emne: ...": said of the letter itself, or of one that is repeated in it. */
function isOfLetter(line: string): boolean {
  const { recordLabel, contactLabel, plainLabel } = letterParts()
  return [recordLabel, contactLabel, plainLabel].some((label) => label.test(line))
}

type Field = { role: ColumnRole; value: Span }

/** What a line with a label says, null when it has none that a table's columns have. */
function fieldOf({ text }: LetterText, { kind, span }: Block): Field | null {
  if (kind !== 'paragraph' && kind !== 'item') return null
  const line = text.slice(span.start, span.end)
  const match = label.exec(line)
  const name = match?.groups?.label
  if (!match || !name || name.split(/\s+/).length > mostWords || isOfLetter(line)) return null
  const role = roleOfLabel(name)
  if (role === null || (role !== 'action' && line.length > longestValue)) return null
  return { role, value: { start: span.start + match[0].length, end: span.end } }
}

const ofTime = new Set<ColumnRole>(['deadline', 'when', 'start'])

/** All steps of a letter that lines with labels tell, in order. */
export function findLabelledSteps(letter: LetterText): LabelledStep[] {
  const steps: LabelledStep[] = []
  for (let at = 0; at < letter.blocks.length; ) {
    const fields = fieldsFrom(letter, at)
    const step = fields.length > 0 ? stepOf(letter, at, fields, steps.at(-1)?.blocks.to ?? 0) : null
    if (step) steps.push(step)
    at += Math.max(1, fields.length)
  }
  return steps
}

/** The lines with labels from a block on, until one has a label that was there before. */
function fieldsFrom(letter: LetterText, from: number): Field[] {
  const fields: Field[] = []
  for (let at = from; at < letter.blocks.length; at++) {
    const field = fieldOf(letter, letter.blocks[at] as Block)
    if (!field || fields.some(({ role }) => role === field.role)) break
    fields.push(field)
  }
  return fields
}

/** @param free the first block that no step before has */
function stepOf(letter: LetterText, at: number, fields: Field[], free: number): LabelledStep | null {
  const roles = fields.map(({ role }) => role)
  const timed = roles.some((role) => ofTime.has(role))
  if (!timed && !(roles.includes('responsible') && fields.length > 1)) return null
  const to = at + fields.length
  const end = (letter.blocks[to - 1] as Block).span.end
  const cells = fields.map(({ value }) => value)
  if (roles.includes('action')) {
    const { start } = (letter.blocks[at] as Block).span
    return fields.length > 1 ? { roles, cells, span: { start, end }, blocks: { from: at, to } } : null
  }
  const above = at > free ? letter.blocks[at - 1] : undefined
  if (!above || !['paragraph', 'item', 'heading'].includes(above.kind)) return null
  const span = { start: above.span.start, end }
  return { roles: ['action', ...roles], cells: [above.span, ...cells], span, blocks: { from: at - 1, to } }
}
