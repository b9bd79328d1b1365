import type { LetterFacts } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'

/** How far into a plan its title is looked for, in characters. */
const titleLength = 400

/**
 * The day that a letter's relative times are counted from, `YYYY-MM-DD`: its own date. A plan often has none; it is
 * read as of the first day of the year in its title. Null when neither is known: then no time can be resolved.
 */
export function referenceDate(text: LetterText, facts: LetterFacts): string | null {
  if (facts.date) return facts.date.value
  if (facts.kind.value !== 'plan') return null
  const title = facts.subject?.value ?? text.text.slice(0, titleLength)
  const year =
    /(?<!\d)(20\d{2})(?!\d)/.exec(title)?.[1] ??
    /(?<!\d)(20\d{2})(?!\d)/.exec(text.text.slice(0, titleLength))?.[1]
  return year ? `${year}-01-01` : null
}
