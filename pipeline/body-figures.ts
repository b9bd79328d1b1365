import { z } from 'zod'
import { loadData } from '../data/load.ts'
import type { LetterText } from '../schemas/letter-text.ts'

const calendarSchema = z.object({ months: z.array(z.tuple([z.string()]).rest(z.string())) })
let names: Map<string, string> | undefined

/** The full name of each month by each way to write it. */
function monthNames(): Map<string, string> {
  names ??= new Map(
    loadData('time/calendar.json', calendarSchema).months.flatMap((forms) =>
      forms.map((form): [string, string] => [form, forms[0]]),
    ),
  )
  return names
}

const bodyKinds = new Set(['paragraph', 'item', 'row'])

/**
 * The numbers and months of a letter's body in order, without what depends on the layout: points in thousands, leading
 * zeros, abbreviations of months, the markers of items.
 */
export function bodyFigures({ text, blocks }: LetterText): string[] {
  const months = monthNames()
  return blocks
    .filter(({ kind }) => bodyKinds.has(kind))
    .flatMap(
      ({ span }) =>
        text
          .slice(span.start, span.end)
          .toLowerCase()
          .match(/\p{L}+|\d+(?:\.\d{3}(?!\d))*/gu) ?? [],
    )
    .flatMap((word) => {
      if (/^\d/.test(word)) return [word.replaceAll('.', '').replace(/^0+(?=\d)/, '')]
      return months.get(word) ?? []
    })
}
