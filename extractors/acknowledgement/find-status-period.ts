import type { Found } from '../../schemas/span.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { sentencesOf } from './find-acknowledgement.ts'
import { notedWords } from './find-noted-expectation.ts'

const months = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const monthList = months.split('|')
const period = `(?:(?<month>${months})(?:\\s+måned)?|(?<quarter>[1-4])\\.\\s?kvartal|(?<word>første|andet|tredje|fjerde)\\s+kvartal|(?<half>[12])\\.\\s?halvår|(?<halfWord>første|andet)\\s+halvår|(?<whole>hele))(?:\\s+(?:år\\s+)?(?:af\\s+)?(?<year>(?:19|20)\\d\\d))?`

/**
 * The month whose data a status will be made on, `YYYY-MM`: "når vi har data for december 2018", "når tallene for
 * 4. kvartal 2018 foreligger" (its last month). Data that are out already are none.
 */
export function findStatusPeriod(frame: Frame, date: string | null): Found<string> | null {
  const { status, data, when } = notedWords()
  const near = new RegExp(
    `(?<!\\p{L})(?:${when})(?!\\p{L})[^.]{0,80}?(?<!\\p{L})(?:\\p{L}*(?:${data}))(?!\\p{L})[^.]{0,50}?(?<!\\p{L})${period}`,
    'giu',
  )
  const bare = new RegExp(
    `(?<!\\p{L})(?:data|tal|tallene|statistik\\p{L}*)\\s+(?:for|til og med|frem til|fra|vedrørende)\\s+(?:og med\\s+)?${period}`,
    'giu',
  )
  let best: (Found<string> & { weight: number }) | null = null
  for (const { text, start } of sentencesOf(frame)) {
    const future = status.test(text) ? 1 : 0
    for (const [pattern, base] of [
      [near, 2],
      [bare, 1],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        const value = monthOf(match.groups ?? {}, date)
        if (!value) continue
        const awaited = /(?<!\p{L})(?:når|så snart|efter at)(?!\p{L})/iu.test(match[0]) ? 2 : 0
        // figures of a month before the letter may be out; those it waits for are not
        const weight = base + future + awaited + (date && value < date.slice(0, 7) ? -1 : 0)
        if (weight < 3 || (best && best.weight >= weight)) continue
        const assumed = match.groups?.year ? [] : ["year from the letter's date"]
        best = {
          value,
          span: { start: start + match.index, end: start + match.index + match[0].length },
          rule: 'status-data-period',
          assumed,
          weight,
        }
      }
    }
  }
  return best ? { value: best.value, span: best.span, rule: best.rule, assumed: best.assumed } : null
}

const ordinals = ['første', 'andet', 'tredje', 'fjerde']

function monthOf(groups: Record<string, string | undefined>, date: string | null): string | null {
  const { month, quarter, word, half, halfWord, whole, year } = groups
  let last: number | null = null
  if (month) last = monthList.indexOf(month.toLowerCase()) + 1
  else if (quarter) last = Number(quarter) * 3
  else if (word) last = (ordinals.indexOf(word.toLowerCase()) + 1) * 3
  else if (half) last = Number(half) * 6
  else if (halfWord) last = (ordinals.indexOf(halfWord.toLowerCase()) + 1) * 6
  else if (whole && year) last = 12
  if (!last || last > 12) return null
  const text = String(last).padStart(2, '0')
  if (year) return `${year}-${text}`
  if (!date) return null
  const own = Number(date.slice(0, 4))
  return `${own}-${text}` >= date.slice(0, 7) ? `${own}-${text}` : `${own + 1}-${text}`
}
