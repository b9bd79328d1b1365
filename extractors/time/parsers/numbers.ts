import { type Begin, upToDigits } from '../begins.ts'
import { contextWords, openWords } from '../contexts.ts'
import type { Family } from '../family.ts'
import { rejected } from '../reading.ts'
import { words } from '../words.ts'

const family = (rule: string, reason: string, begins: Begin, pattern: string): Family => ({
  rule,
  begins: () => [begins],
  pattern: () => pattern,
  read: () => ({ reading: rejected(reason) }),
})

/** "i budget 2020", "budgettet for 2019", "overslagsårene 2020-2022". */
const budgetYears: Family = {
  rule: 'budget year',
  begins: () => [{ first: contextWords().budgets.map((word) => word.replace(/-.+$/, '')) }],
  pattern: () =>
    `(?:${openWords(contextWords().budgets)})(?: for| for årene)? {year}(?:[-/](?:{year}|\\d\\d))?`,
  read: () => ({ reading: rejected('a budget or report year') }),
}

/** Numbers that look like dates and are none; any date of the same words wins over them. */
export const numbers: Family[] = [
  family(
    'age',
    'an age',
    { first: upToDigits(2), next: ['årig', 'årige', 'årigs', 'åriges', ...upToDigits(2)] },
    '(?:\\d{1,2} ?- ?)?\\d{1,2}[- ]årige?s?',
  ),
  budgetYears,
  family(
    'section',
    'a section of a law',
    { first: ['§'] },
    '§{1,2} ?\\d{1,4}(?: [a-z](?! \\p{L}))?(?:,? ?stk\\. ?\\d{1,2})?(?:,? ?nr\\. ?\\d{1,2})?',
  ),
  family(
    'telephone',
    'a telephone number',
    { first: ['tlf', 'telefon', 'telefonnummer', 'mobil', 'tel'], next: upToDigits(10) },
    '(?:tlf|telefon|telefonnummer|mobil|tel)\\.?:? ?(?:\\+45 ?)?\\d\\d ?\\d\\d ?\\d\\d ?\\d\\d',
  ),
  family(
    'CVR',
    'a company number',
    { first: ['cvr'], next: ['nr', ...upToDigits(8)] },
    'cvr(?:-nr| nr)?\\.?:? ?\\d\\d ?\\d\\d ?\\d\\d ?\\d\\d',
  ),
  family(
    'record number',
    'a record or account number',
    { first: upToDigits(6) },
    '\\d{1,6}(?:[./-][\\p{L}\\d]{1,12}){2,8}',
  ),
  family(
    'record number',
    'a fraction or record number',
    { first: upToDigits(6), next: upToDigits(8) },
    '\\d{1,6}/\\d{1,8}',
  ),
  family(
    'clock',
    'a time of day',
    { first: ['kl'], next: upToDigits(2) },
    'kl\\. ?\\d{1,2}(?:[.:]\\d\\d)?(?: ?- ?\\d{1,2}(?:[.:]\\d\\d)?)?',
  ),
  {
    rule: 'opening hours',
    begins: () => {
      const days = [...words().weekdays.keys()]
      return [{ first: days, next: [...days, 'og', 'til', 'kl', ...upToDigits(2)] }]
    },
    pattern: () =>
      '{weekday}(?:(?: ?- ?| og | til ){weekday})?:? (?:kl\\. ?)?\\d{1,2}(?:[.:]\\d\\d)? ?- ?\\d{1,2}(?:[.:]\\d\\d)?',
    read: () => ({ reading: rejected('opening hours') }),
  },
  family(
    'amount',
    'an amount',
    { first: upToDigits(3), next: [...upToDigits(3), 'mio', 'mia', 'kr', 'pct', 'procent', 'promille'] },
    '\\d{1,3}(?:[.,]\\d{1,3}){0,3} (?:mio|mia|kr|pct|procent|promille)',
  ),
]
