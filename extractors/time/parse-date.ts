import { isoDate } from '../../schemas/calendar.ts'
import { fold } from './fold.ts'
import { monthOf, oneOf, words } from './words.ts'

let patterns: RegExp[] | undefined

function load(): RegExp[] {
  const weekday = oneOf(words().weekdays.keys())
  const month = oneOf(words().months.keys())
  const head = `^ *(?:dato ?:? *)?(?:(?:${weekday}),? +)?(?:den +|d\\. *)?`
  const year = '(?<year>(?:19|20)\\d\\d)'
  return [
    new RegExp(`${head}(?<day>\\d{1,2})\\.? *(?<month>${month})\\.?,? +${year}[. ]*$`, 'u'),
    new RegExp(
      `${head}(?<day>\\d{1,2})(?<sep>[./-]) ?(?<month>\\d{1,2})(?:\\k<sep> ?|[ -])${year}[. ]*$`,
      'u',
    ),
    new RegExp(`${head}${year}-(?<month>\\d\\d)-(?<day>\\d\\d)[. ]*$`, 'u'),
  ]
}

/**
 * The date that a string is, as in a letterhead: "8. august 2018", "d. 8/8 2018", "06-07-2018", "4. dec. 2017",
 * "fredag den 13. marts 2020", "Dato: 2018-08-08".
 * @returns `YYYY-MM-DD`, or null when the string holds anything else or no such day exists
 */
export function parseDate(text: string): string | null {
  if (text.length > 80) return null
  patterns ??= load()
  const folded = fold(text)
  for (const pattern of patterns) {
    const groups = pattern.exec(folded)?.groups
    if (!groups) continue
    const month = Number(groups.month) || monthOf(groups.month ?? '')
    return isoDate(Number(groups.year), month, Number(groups.day))
  }
  return null
}
