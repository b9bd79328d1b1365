import { monthsPeriod } from '../../../schemas/calendar.ts'
import { firstWords, phrases } from '../begins.ts'
import { type Family, nearYears } from '../family.ts'
import { time } from '../reading.ts'
import { words } from '../words.ts'

/** "i foråret 2018", "i sommerens løb", "sommeren igennem", "til efteråret", "sensommeren", "vinteren 2018/2019" (the winter that begins in 2018). */
export const seasons: Family = {
  rule: 'season',
  begins: () => [
    ...phrases(words().seasons.keys()),
    { first: firstWords(words().seasons.keys()).map((name) => `${name}s`), next: ['løb'] },
  ],
  pattern: () =>
    '(?<season>{season})(?:(?:,?| i) (?<year>{year})(?:[-/](?:{year}|\\d\\d))?|s løb|(?=(?:{and}|/| ?- ?){season} (?<later>{year}))|)(?<whole> igennem| over)?',
  read: ({ groups, year }) => {
    const span = words().seasons.get((groups.season ?? '').replace(/ +/g, ' '))
    if (!span) return null
    // "forår og efterår 2018": the year stands with the later season
    const said = groups.year ?? groups.later
    const near = said ? [Number(said)] : nearYears(year)
    const reading = time(
      near.map((y) => monthsPeriod(y, span[0], span[1])),
      'season',
      { needs: said || groups.whole ? 'nothing' : 'lead' },
    )
    return reading && { reading }
  },
}
