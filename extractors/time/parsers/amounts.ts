import type { TimeRelation } from '../../../schemas/time.ts'
import { latinPattern } from '../../language/latin.ts'
import type { Family, Found } from '../family.ts'
import { type OffsetReading, rejected, type Unit } from '../reading.ts'
import { cardinalOf } from '../words.ts'

const unitOf: [RegExp, Unit][] = [
  [/^(?:hver|arbejds)dag/, 'workday'],
  [/^(?:kalender)?dag|^døgn/, 'day'],
  [/^uge/, 'week'],
  [/^m(?:åned|dr)/, 'month'],
  [/^år/, 'year'],
]

const document = '(?:brev|skrivelse|svar|redegørelse|henvendelse|notat|plan|handleplan|mail)'
const fromLetter = `,? ?(?:at regne |regnet )?(?:fra|efter) (?:dags dato|d\\.d\\.|i dag|nu|brevets (?:dato|datering)|datoen (?:på|for) (?:dette|denne|nærværende) ${document}|(?:dette|denne|nærværende) ${document}s?(?: dato| datering)?)`
const fromReceipt = `,? ?(?:fra|efter) (?:modtagelsen? af (?:(?:dette|denne|nærværende) ${document}|brevet|skrivelsen)|(?:brevets|dette brevs|skrivelsens) modtagelse|modtagelse heraf)`

/**
 * "om 6 måneder", "inden for tre uger", "14 dage efter ...", "13 ugers ledighed": an amount of time. It is found
 * by its unit; the number and what it counts from stand around it. An amount that counts from nothing is a
 * duration and no date.
 */
export const amounts: Family = {
  rule: 'amount of time',
  begins: () => [
    {
      first: [
        'dag-',
        'arbejdsdag-',
        'kalenderdag-',
        'hverdag-',
        'uge-',
        'måned-',
        'døgn-',
        'år-',
        'time-',
        'minut-',
        'mdr-',
        'halvår-',
      ],
    },
  ],
  pattern: () =>
    `(?<unit>(?:(?:arbejds|kalender|hver)?dag|uge|måned|døgn|år|time|minut)(?:e?r|e|ter)?|mdr\\.?|halvår)(?<gen>s)?(?:(?<letter>${fromLetter})|(?<receipt>${fromReceipt})|(?<ago> siden(?! (?:sidste|seneste|forrige|første|den|det|de|deres) ))|(?<event>,? (?:efter|fra(?! og med)|før|forud for|inden(?! ?for))))?`,
  read: ({ groups, matched, before }) => {
    const number = numberBefore(before)
    if (!number) return null
    const ahead = before.slice(0, before.length - number.length)
    const lead = leadOf(ahead)
    const back = number.length + lead.length
    const unit = unitOf.find(([pattern]) => pattern.test(groups.unit ?? ''))?.[1]
    const age =
      unit === 'year' && number.most >= 10 && /(?:under|over|fyldt|mellem|og|på|fra|til)\s+$/.test(ahead)
    if (age) return { reading: rejected('an age'), back }
    // "Kravet om syv dage"
    const demanded = lead.kind === 'om' && demand.test(ahead)
    // "ned på 60 dage inden udgangen af maj": what follows is no event that the days are counted from; "vi rammer de
    // syv dage inden maj": days that are known
    // "i tre måneder fra 1. april": how long, and since when
    const lasts = /fra/.test(groups.event ?? '') && /(?:^|[ (])i {1,3}$/.test(ahead)
    const measured = lead.kind === 'none' && (measure.test(ahead) || known.test(ahead) || lasts)
    if (!unit || groups.gen || measured || demanded)
      return { reading: rejected('a duration'), back, length: matched.length - (groups.event ?? '').length }
    return anchored(groups, lead, number, unit, back)
  },
}

/** Words before an amount that is a length of something. */
const measure =
  /(?:^|[ (])(?:på|under|over|end|til|af|højst|maksimalt|maks\.|mindst|kun)(?: ca\.| cirka)? {1,3}$/

const demand =
  /(?:krav|kravet|frist|fristen|regel|reglen|loft|loftet|løfte|løftet|garanti|garantien|mål|målet|aftalen) om (?:højst |maksimalt |mindst |op til )?$/
const known = /(?:^|[ (])de {1,3}$/

type Amount = { least: number; most: number; length: number }

/** "et halvt", "to-tre", "3", "halvandet", "et par": the number just before the unit. */
function numberBefore(before: string): Amount | null {
  const end = before.trimEnd().length
  const last = before.lastIndexOf(' ', end - 1) + 1
  if (end === before.length || end === 0) return null
  const word = before.slice(last, end).replace(/^[("'„”“»«]+/, '')
  const one = amountOf(word)
  if (!one && word !== 'par') return null
  const first = end - word.length
  const article = /(?:et|en) {1,3}$/.exec(before.slice(Math.max(0, first - 5), first))?.[0] ?? ''
  const two = article && amountOf(`${article.trim()} ${word}`)
  if (two) return { ...two, length: before.length - first + article.length }
  return one && { ...one, length: before.length - first }
}

function amountOf(words: string): { least: number; most: number } | null {
  if (words === 'et par') return { least: 2, most: 2 }
  const ends = words.split(/ ?- ?/).map(cardinalOf)
  const [least, most = least] = ends
  return least == null || most == null || least > most ? null : { least, most }
}

type Lead = {
  kind: 'om' | 'window' | 'within' | 'latest' | 'for' | 'none' | 'gone'
  relation: TimeRelation
  length: number
}

const leads: [RegExp, Lead['kind'], TimeRelation][] = [
  [/senest (?:inden for |i løbet af )?(?:de|det|den) (?:kommende|næste|førstkommende) $/, 'window', 'by'],
  [/(?:inden for|indenfor|inden) (?:de|det|den) (?:kommende|næste|førstkommende) $/, 'window', 'by'],
  [
    /(?:i løbet af|i|over|henover|hen over|gennem) (?:de|det|den) (?:kommende|næste|førstkommende) $/,
    'window',
    'during',
  ],
  // "fristlisten for de kommende fire uger" is about cases, "de kommende seks måneder" about what is done
  [/for (?:de|det|den) (?:kommende|næste) $/, 'gone', 'during'],
  [/(?:de|det|den) (?:kommende|næste|førstkommende) $/, 'window', 'during'],
  [
    /(?:(?:inden for|i løbet af|indenfor|i|over) )?(?:de|det|den) (?:sidste|seneste|forgangne|forløbne|første|foregående) $/,
    'gone',
    'during',
  ],
  [/(?:senest om|om senest|senest(?: om)? ca\.|om højst|om maksimalt) $/, 'om', 'by'],
  [/om(?: ca\.| cirka| yderligere)? $/, 'om', 'at'],
  [/(?:senest )?(?:inden for|indenfor|inden) (?:en periode på )?$/, 'within', 'by'],
  [/i løbet af $/, 'within', 'during'],
  [/(?:senest|allersenest) $/, 'latest', 'by'],
  [/for (?:ca\. |cirka |mere end |over )?$/, 'for', 'at'],
]

/** The words that one of these ends with. */
const leadEnds = new Set(
  'kommende næste førstkommende sidste seneste forgangne forløbne første foregående om senest allersenest ca. cirka højst maksimalt yderligere for indenfor inden på af end over'.split(
    ' ',
  ),
)

const letterOrDigit = latinPattern(String.raw`[\p{L}\p{N}]`)
const signs = latinPattern(String.raw`^[^\p{L}]+`)

const none: Lead = { kind: 'none', relation: 'at', length: 0 }

function leadOf(before: string): Lead {
  const text = before.replace(/ +/g, ' ')
  const last = text.slice(text.lastIndexOf(' ', text.length - 2) + 1, -1)
  if (!leadEnds.has(last.replace(signs, ''))) return none
  for (const [pattern, kind, relation] of leads) {
    const match = pattern.exec(text)
    if (!match || letterOrDigit.test(text[match.index - 1] ?? ' ')) continue
    // positions count in the text with its own blanks
    const words = match[0].trim().split(' ').length
    return { kind, relation, length: before.length - startOfLast(words, before) }
  }
  return none
}

function startOfLast(words: number, text: string): number {
  let at = text.length
  for (let n = 0; n < words; n++) at = text.slice(0, at).trimEnd().lastIndexOf(' ') + 1
  return at
}

function anchored(
  groups: Record<string, string | undefined>,
  lead: Lead,
  number: Amount,
  unit: Unit,
  back: number,
): Found {
  const offset = (more: Partial<OffsetReading>): Found => ({
    reading: {
      type: 'offset',
      ...inWhole(number, unit),
      direction: 1,
      anchor: 'letter',
      window: false,
      relation: lead.relation,
      ...more,
    },
    back,
  })
  if (lead.kind === 'gone') return { reading: rejected('a window of time, counted from no date'), back }
  if (groups.letter) return offset({ relation: lead.kind === 'none' ? 'by' : lead.relation })
  if (groups.receipt)
    return offset({ anchor: 'receipt', relation: lead.kind === 'none' ? 'by' : lead.relation })
  if (groups.ago) return offset({ direction: -1, relation: 'at' })
  if (groups.event && lead.kind !== 'om') {
    const earlier = /før|forud|inden/.test(groups.event)
    return offset({
      anchor: 'event',
      direction: earlier ? -1 : 1,
      relation: lead.kind === 'none' ? 'at' : 'by',
    })
  }
  if (lead.kind === 'om') return offset({})
  if (lead.kind === 'window') return offset({ window: true })
  if (lead.kind === 'within') return offset({ anchor: 'unsaid', window: lead.relation === 'during' })
  return {
    reading: rejected(lead.kind === 'latest' ? 'counted from an event that is not said' : 'a duration'),
    back,
  }
}

/** Halves in whole smaller units: half a year is six months, one and a half months is 45 days. */
function inWhole({ least, most }: Amount, unit: Unit): { least: number; most: number; unit: Unit } {
  if (Number.isInteger(least) && Number.isInteger(most)) return { least, most, unit }
  if (unit === 'year') return { least: least * 12, most: most * 12, unit: 'month' }
  const days = unit === 'month' ? 30 : unit === 'week' ? 7 : 1
  return { least: Math.round(least * days), most: Math.round(most * days), unit: 'day' }
}
