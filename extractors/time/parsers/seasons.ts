import { monthsPeriod } from '../calendar.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { words } from '../words.ts'

/** "i foråret 2018", "til efteråret", "sensommeren", "vinteren 2018/2019" (the winter that begins in 2018). */
export const seasons: Family = {
  rule: 'season',
  pattern: () => '(?<season>{season})(?:,? (?<year>{year})(?:[-/](?:{year}|\\d\\d))?)?',
  read: ({ groups, year }) => {
    const span = words().seasons.get((groups.season ?? '').replace(/ +/g, ' '))
    if (!span) return null
    const near = groups.year ? [Number(groups.year)] : nearYears(year)
    const reading = time(
      near.map((y) => monthsPeriod(y, span[0], span[1])),
      'season',
      { needs: groups.year ? 'nothing' : 'lead' },
    )
    return reading && { reading }
  },
}
