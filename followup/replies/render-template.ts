import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { Fields, FieldValue } from '../../schemas/reply.ts'
import { visible } from '../markdown/escape.ts'
import { BadTemplate } from './bad-template.ts'
import { checkPlaceholders, fieldName, type Placeholder } from './check-template.ts'
import { type TemplateKind, templateFields } from './template-fields.ts'

/** A template as the library has read it: its parts (body, headers, footers) with their placeholders. */
type Read = Docxtemplater & { compiled: Record<string, { postparsed: Placeholder[] }> }

/**
 * Fills a Word template with a letter's fields.
 * @param name of the template's file, for messages
 * @returns the filled Word file
 * @throws BadTemplate when the file is no Word template, a placeholder is broken or unknown, or one that is shown has no
 * value; one line that says which
 */
export function renderTemplate(
  name: string,
  kind: TemplateKind,
  template: Uint8Array,
  fields: Fields,
): Buffer {
  const missing = new Set<string>()
  const letter = read(name, template, (field) => missing.add(field))
  checkPlaceholders(
    name,
    kind,
    Object.values(letter.compiled).flatMap(({ postparsed }) => postparsed),
  )
  letter.render(clean(fields))
  const [first] = missing
  if (first !== undefined) {
    const hint = templateFields(kind).find((field) => field.name === first)?.missing
    throw new BadTemplate(`${name}: {${first}} has no value${hint ? `: ${hint}` : ''}`)
  }
  return letter.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function read(name: string, template: Uint8Array, onMissing: (field: string) => void): Read {
  try {
    return new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser,
      nullGetter: (part: { module?: string; value?: string }) => {
        if (!part.module && part.value !== undefined) onMissing(fieldName(part.value))
        return ''
      },
    }) as Read
  } catch (error) {
    throw broken(name, error)
  }
}

/** Looks a field up by its name as it was meant: with the spaces and the sort of accents that Word may put into it. */
function parser(tag: string) {
  const name = fieldName(tag)
  return {
    get: (scope: unknown): unknown =>
      Object.hasOwn(Object(scope), name) ? (scope as Fields)[name] : undefined,
  }
}

type TemplateError = {
  properties?: {
    id?: string
    xtag?: string
    openingtag?: string
    explanation?: string
    errors?: TemplateError[]
  }
}

/** What is wrong with a template, by the ids of the library's errors. */
const faults: Record<string, string> = {
  unopened_tag: 'has a } without a { before it',
  unclosed_tag: 'has a { without a } after it',
  duplicate_open_tag: 'has a { twice; one is enough',
  duplicate_close_tag: 'has a } twice; one is enough',
  unopened_loop: 'ends a list that was not begun',
  unclosed_loop: 'begins a list that is not ended; write {/name} after it',
  closing_tag_does_not_match_opening_tag: 'ends another list than the one that was begun last',
}

function broken(name: string, error: unknown): Error {
  const [first] = (error as TemplateError).properties?.errors ?? [error as TemplateError]
  const { id, xtag, openingtag } = first?.properties ?? {}
  const fault = id && faults[id]
  if (fault)
    return new BadTemplate(`${name}: the placeholder »${visible(xtag ?? openingtag ?? '')}« ${fault}`)
  const reason = error instanceof Error ? visible(error.message).slice(0, 120) : 'unknown'
  return new BadTemplate(`${name}: no Word template (.docx) that can be read (${reason})`)
}

/** Values without what Word's XML cannot hold. */
function clean(fields: Fields): Fields {
  const of = (value: FieldValue): FieldValue =>
    typeof value === 'string' ? visible(value) : Array.isArray(value) ? value.map(clean) : value
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, of(value)]))
}
