import { contextWords, openWords } from '../contexts.ts'
import type { Family } from '../family.ts'
import { rejected } from '../reading.ts'
import { stems } from '../words.ts'

const family = (rule: string, reason: string, pattern: string, hints?: string[]): Family => ({
  rule,
  ...(hints ? { hints: () => hints } : {}),
  pattern: () => pattern,
  ...(pattern.startsWith('§') ? { start: '' } : {}),
  read: () => ({ reading: rejected(reason) }),
})

/** "i budget 2020", "budgettet for 2019", "overslagsårene 2020-2022". */
const budgetYears: Family = {
  rule: 'budget year',
  hints: () => stems(contextWords().budgets.map((word) => word.replace(/-$/, ''))),
  start: '',
  pattern: () =>
    `(?:${openWords(contextWords().budgets)})(?: for| for årene)? {year}(?:[-/](?:{year}|\\d\\d))?`,
  read: () => ({ reading: rejected('a budget or report year') }),
}

/** Numbers that look like dates and are none; any date of the same words wins over them. */
export const numbers: Family[] = [
  family('age', 'an age', '(?:\\d{1,2} ?- ?)?\\d{1,2}[- ]årige?s?', ['årig']),
  budgetYears,
  family(
    'section',
    'a section of a law',
    '§{1,2} ?\\d{1,4}(?: [a-z](?! \\p{L}))?(?:,? ?stk\\. ?\\d{1,2})?(?:,? ?nr\\. ?\\d{1,2})?',
    ['§'],
  ),
  family(
    'telephone',
    'a telephone number',
    '(?:tlf|telefon|telefonnummer|mobil|tel)\\.?:? ?(?:\\+45 ?)?\\d\\d ?\\d\\d ?\\d\\d ?\\d\\d',
    ['tlf', 'tel', 'mobil'],
  ),
  family('CVR', 'a company number', 'cvr(?:-nr| nr)?\\.?:? ?\\d\\d ?\\d\\d ?\\d\\d ?\\d\\d', ['cvr']),
  family('record number', 'a record or account number', '\\d{1,6}(?:[./-][\\p{L}\\d]{1,12}){2,8}'),
  family('record number', 'a fraction or record number', '\\d{1,6}/\\d{1,8}', ['/']),
  family('clock', 'a time of day', 'kl\\. ?\\d{1,2}(?:[.:]\\d\\d)?(?: ?- ?\\d{1,2}(?:[.:]\\d\\d)?)?', [
    'kl.',
  ]),
  family(
    'opening hours',
    'opening hours',
    '{weekday}(?:(?: ?- ?| og | til ){weekday})?:? (?:kl\\. ?)?\\d{1,2}(?:[.:]\\d\\d)? ?- ?\\d{1,2}(?:[.:]\\d\\d)?',
  ),
  family('amount', 'an amount', '\\d{1,3}(?:[.,]\\d{1,3}){0,3} (?:mio|mia|kr|pct|procent|promille)'),
]
