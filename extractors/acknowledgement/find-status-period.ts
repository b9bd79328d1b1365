import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { monthOf as monthByName, oneOf, ordinalOf, words } from '../time/words.ts'
import { sentencesOf } from './find-acknowledgement.ts'
import { notedWords } from './find-noted-expectation.ts'

let cache: { awaited: RegExp; plain: RegExp } | undefined
/** `awaited`: "når der foreligger data for marts 2019"; `plain`: "data for marts 2019". */
function patterns() {
  if (cache) return cache
  const { data, when } = notedWords()
  const { months, ordinals } = words()
  const part = `(?<ordinal>[1-4]\\.|${oneOf(ordinals.keys())})\\s?(?<part>kvartal|halvår)`
  const period = `(?:(?<month>${oneOf(months.keys())})(?:\\s+måned)?|${part}|hele)(?:\\s+(?:år\\s+)?(?:af\\s+)?(?<year>(?:19|20)\\d\\d))?(?!\\p{L})`
  cache = {
    awaited: latin(
      new RegExp(
        `(?<!\\p{L})(?:${when})(?!\\p{L})[^.]{0,80}?(?<!\\p{L})\\p{L}*(?:${data})(?!\\p{L})[^.]{0,50}?(?<!\\p{L})${period}`,
        'giu',
      ),
    ),
    plain: latin(
      new RegExp(
        `(?<!\\p{L})(?:${data})\\s+(?:for|til og med|frem til|fra|vedrørende)\\s+(?:og med\\s+)?${period}`,
        'giu',
      ),
    ),
  }
  return cache
}

const waiting = latin(/(?<!\p{L})(?:når|så snart|efter at)(?!\p{L})/iu)
/**
 * The month whose data a status will be made on, `YYYY-MM`: "når vi har data for december 2018", "når tallene for
 * 4. kvartal 2018 foreligger" (its last month). Data that are out already are none.
 */
export function findStatusPeriod(frame: Frame, date: string | null): Found<string> | null {
  const { status } = notedWords()
  const { awaited, plain } = patterns()
  let best: (Found<string> & { weight: number }) | null = null
  for (const { text, start } of sentencesOf(frame)) {
    const future = status.test(text) ? 1 : 0
    for (const [pattern, base] of [
      [awaited, 2],
      [plain, 1],
    ] as const) {
      for (const match of matchesIn(text, pattern)) {
        const value = monthOf(match.groups ?? {}, date)
        if (!value) continue
        const waits = waiting.test(match[0]) ? 2 : 0
        // figures of a month before the letter may be out; those it waits for are not
        const weight = base + future + waits + (date && value < date.slice(0, 7) ? -1 : 0)
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

function monthOf(groups: Record<string, string | undefined>, date: string | null): string | null {
  const { month, ordinal, part, year } = groups
  const count = ordinal
    ? (ordinalOf(ordinal.toLowerCase()) ?? 0) * (part?.toLowerCase() === 'kvartal' ? 3 : 6)
    : 12
  const last = month ? monthByName(month.toLowerCase()) : count
  if (last < 1 || last > 12 || (!month && !ordinal && !year)) return null
  const text = String(last).padStart(2, '0')
  if (year) return `${year}-${text}`
  if (!date) return null
  const own = Number(date.slice(0, 4))
  return `${own}-${text}` >= date.slice(0, 7) ? `${own}-${text}` : `${own + 1}-${text}`
}
