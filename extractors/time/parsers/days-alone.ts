import { addMonths, dayPeriod, isoDate, partsOf } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { upToDigits } from '../begins.ts'
import type { Family } from '../family.ts'
import { time } from '../reading.ts'

/** What may follow a day that stands alone; anything else makes it the number of something ("den 2. runde"). */
const follows = latinPattern(
  String.raw`^(?: {1,3}(?:ds\.?|dennes|i denne måned|kl\.?|vil|skal|er|får|bliver|blev|holder|holdes|afholdes|mødes)(?![\p{L}])| *[,;:)!?\n\t-]| *$)`,
)

/** "den 15.", "d. 15. ds.": a day of some month near the letter's. */
export const daysAlone: Family = {
  rule: 'day of the month',
  begins: () => [{ first: ['den', 'd'], next: upToDigits(2) }],
  pattern: () =>
    '(?:den|d\\.) ?(?<day>\\d{1,2})\\.(?<own> (?:ds\\.?|dennes|i denne måned|i (?:den )?(?<next>næste|kommende) måned))?',
  read: ({ groups, after, reference }) => {
    if (!groups.own && !follows.test(after)) return null
    const months = groups.next ? [1] : groups.own ? [0] : [-3, -2, -1, 0, 1, 2, 3]
    const days = months.map((n) => {
      const { year, month } = partsOf(addMonths(`${reference.slice(0, 7)}-01`, n))
      return isoDate(year, month, Number(groups.day))
    })
    const reading = time(
      days.map((d) => (d ? dayPeriod(d) : null)),
      'day',
      { assumed: ["month from the letter's date"] },
    )
    return reading && { reading }
  },
}
