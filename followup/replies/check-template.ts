import distance from 'natural/lib/natural/distance/index.js'
import { BadTemplate } from './bad-template.ts'
import { type TemplateField, type TemplateKind, templateFields } from './template-fields.ts'

/** A placeholder as the template library reads it; `subparsed` is what stands between the ends of a list. */
export type Placeholder = { type: string; value?: string; module?: string; subparsed?: Placeholder[] }

/** The name of the field that a placeholder means. */
export const fieldName = (placeholder: string): string => placeholder.normalize('NFC').trim()

/**
 * Looks whether a template's placeholders are fields of its letter, each where it belongs.
 * @throws BadTemplate with the first that is not
 */
export function checkPlaceholders(name: string, kind: TemplateKind, found: Placeholder[]): void {
  const fields = templateFields(kind)
  walk(name, fields, found, [''])
}

function walk(name: string, fields: TemplateField[], found: Placeholder[], inside: string[]): void {
  for (const { type, value, module, subparsed } of found) {
    if (type !== 'placeholder' || value === undefined) continue
    const typed = fieldName(value)
    const field = fields.find((one) => one.name === typed && inside.includes(one.within))
    if (!field) throw unknown(name, typed, fields, inside)
    if (field.kind === 'list' && module !== 'loop')
      throw new BadTemplate(
        `${name}: {${typed}} is a list; write {#${typed}} before and {/${typed}} after what is repeated`,
      )
    walk(name, fields, subparsed ?? [], [...inside, typed])
  }
}

function unknown(name: string, typed: string, fields: TemplateField[], inside: string[]): BadTemplate {
  const elsewhere = fields.find((one) => one.name === typed)
  if (elsewhere)
    return new BadTemplate(
      `${name}: {${typed}} belongs between {#${elsewhere.within}} and {/${elsewhere.within}}`,
    )
  const alike = (field: TemplateField) => distance.JaroWinklerDistance(field.name, typed)
  const [nearest] = fields.filter(({ within }) => inside.includes(within)).sort((a, b) => alike(b) - alike(a))
  return new BadTemplate(
    `${name}: {${typed}} is no field of this letter${nearest ? `; the nearest is {${nearest.name}}` : ''} (docs/skabeloner.md lists them)`,
  )
}
