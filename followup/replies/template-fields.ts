import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { replyKinds } from '../../schemas/reply.ts'

export const templateKinds = [...replyKinds, 'annex'] as const
/** A letter with a template; `annex` is the one for internal use. */
export type TemplateKind = (typeof templateKinds)[number]

const fieldSchema = z.strictObject({
  name: z.string(),
  within: z.string(),
  kind: z.enum(['words', 'list', 'shown']),
  letters: z.array(z.enum(templateKinds)).min(1),
  meaning: z.string(),
  missing: z.string(),
})
/** A placeholder that a template may have, see `data/templates/felter.json`. */
export type TemplateField = z.infer<typeof fieldSchema>

let known: TemplateField[] | undefined

/** The fields of one kind of letter. */
export function templateFields(kind: TemplateKind): TemplateField[] {
  known ??= loadData(
    'templates/felter.json',
    z.strictObject({ note: z.string(), fields: z.array(fieldSchema) }),
  ).fields
  return known.filter(({ letters }) => letters.includes(kind))
}
