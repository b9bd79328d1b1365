import { yearPeriod } from '../../../schemas/calendar.ts'
import { latinPattern } from '../../language/latin.ts'
import { digits } from '../begins.ts'
import type { Family } from '../family.ts'
import { time } from '../reading.ts'

/** Nouns that make a number before them an amount and no year: "i 2000 sager". */
const counted =
  /^ ?(?:,-|kr|mio|mia|pct|%|procent|timer|borgere|personer|sager|ledige|børn|unge|familier|stk|ord)/

/** Words before a number that make it an amount. */
const amountBefore =
  /(?:^|[\s(])(?:over|under|omkring|cirka|ca\.|knap|godt|mindst|højst|op til|nr\.?|side) {1,3}$/

const wordFollows = latinPattern(String.raw`^ {1,3}\p{Ll}`)

/** "i 2019", "kalenderåret 2020", "2019-2021", "2015 og 2016": a year needs a word of time before it. */
export const years: Family = {
  rule: 'year',
  begins: () => [{ first: [digits(4)] }],
  pattern: () =>
    '(?<first>{year})(?:(?:-|/| til og med | til )(?<last>{year}|\\d\\d)|(?<and> og )(?<next>{year}))?',
  read: ({ groups, before, after, year }) => {
    const first = Number(groups.first)
    if (counted.test(after) || amountBefore.test(before) || Math.abs(first - year) > 40) return null
    // "i 2000 forløb" counts, "i 2000" alone does not
    if (first === 2000 && !groups.last && wordFollows.test(after)) return null
    const end = groups.last ?? groups.next
    const last = end ? Number(end.length === 2 ? `${Math.floor(first / 100)}${end}` : end) : first
    if (last < first || last - first > 20) return null
    // "2015 og 2019" are two points, of which only the first is taken here
    const apart = groups.next && last !== first + 1
    const reading = time([yearPeriod(first, apart ? first : last)], 'year', {
      needs: 'lead',
      relation: groups.last ? 'between' : null,
    })
    return reading && (apart ? { reading, length: 4 } : { reading })
  },
}

/** "skoleåret 2019/2020", "skoleåret 2019/20": 1 August to 31 July. */
export const schoolYears: Family = {
  rule: 'school year',
  begins: () => {
    const which = ['nye', 'næste', 'kommende']
    return [
      { first: ['skoleår', 'skoleåret'], next: [digits(4)] },
      { first: ['det'], next: which },
      { first: which, next: ['skoleår'] },
    ]
  },
  pattern: () =>
    '(?:skoleår(?:et)? (?<first>{year})(?:[-/](?<last>{year}|\\d\\d))?|(?:det )?(?:nye|næste|kommende) skoleår)',
  read: ({ groups, reference, year }) => {
    const first = groups.first ? Number(groups.first) : reference < `${year}-08-01` ? year : year + 1
    const reading = time([{ start: `${first}-08-01`, end: `${first + 1}-07-31` }], 'year')
    return reading && { reading }
  },
}
