import type { MunicipalityChecklist } from '../../schemas/checklist.ts'
import type { Fields, ReplyContent } from '../../schemas/reply.ts'
import type { Verdict, VerdictValue } from '../../schemas/verdict.ts'
import { timesOf } from '../checklist-pages/words.ts'
import { danishDate, danishMonth } from '../danish-words.ts'
import { danishDataPeriod, danishFigure } from '../verdicts/figure-words.ts'
import { quoteInSentence } from '../whole-quote.ts'
import { officialName, putFrame, type ReplyOptions, type ReplyRecords } from './context.ts'
import {
  contentOf,
  fromData,
  fromFigure,
  fromLetter,
  type Gathered,
  gathering,
  note,
  put,
  restOn,
  typed,
} from './evidence.ts'

/** How the committee is told what came of an expectation. */
const outcomes: Record<VerdictValue, string> = {
  met: 'indfriet',
  'not-met': 'ikke indfriet',
  'not-due-yet': 'tidspunktet er ikke kommet',
  'not-measurable': 'kan ikke måles, som den er skrevet',
  'data-missing': 'tal mangler',
}

/** The committee is told how far all municipalities are that have sent a statement. */
export function orientationContent(records: ReplyRecords, options: ReplyOptions): ReplyContent {
  const to = gathering()
  const { letters, checklist } = records
  putFrame(to, records, null, options)
  put(to, 'måned', danishDataPeriod(checklist.period.code), typed('period'))
  const answered = checklist.municipalities.filter(({ statement }) => statement !== null)
  put(to, 'antal', String(answered.length), {
    record: 'tjekliste',
    place: checklist.period.code,
    quote: null,
  })
  put(
    to,
    'kommuner',
    answered.map((of) => row(to, of)),
    null,
  )
  putIndicators(to, answered)
  const before = letters.findLast(
    ({ kind, date }) => kind === 'committee-orientation' && date !== null && date < options.date,
  )
  put(to, 'tidligere', before?.date ? [{ tidligere_dato: danishDate(before.date) }] : [], null)
  if (before?.date) note(to, 'tidligere_dato', danishDate(before.date), fromLetter(before))
  const others = answered.filter(({ announced }) => ['earlier', 'later'].includes(announced.relation))
  put(
    to,
    'andre',
    others.map(({ municipality: { code }, announced: { month, quote, letterId } }) => {
      const andre_måned = month ? danishMonth(month) : null
      note(to, 'andre_måned', andre_måned ?? '', {
        record: `brev ${letterId}`,
        place: 'bebudet status',
        quote,
      })
      return { andre_kommune: officialName(code), andre_måned }
    }),
    null,
  )
  return contentOf(to)
}

const leadingOf = ({ verdicts, expectation }: MunicipalityChecklist): Verdict | null =>
  verdicts.find(({ commitmentId }) => commitmentId === expectation?.itemId) ?? null

function row(to: Gathered, of: MunicipalityChecklist): Fields {
  const { municipality, statement } = of
  const leading = leadingOf(of)
  const item = statement?.items.find(({ id }) => id === leading?.commitmentId)
  const kommune = officialName(municipality.code)
  const forventning = item ? `»${quoteInSentence(item)}«` : 'ingen'
  const vurdering = leading ? outcomes[leading.verdict] : 'ingen forventning at holde tallene op imod'
  if (leading) restOn(to, leading)
  if (item && leading) {
    const { file, page } = item.evidence
    note(to, 'forventning', forventning, {
      record: `tilsagn ${item.id}`,
      place: `${file} s. ${page}`,
      quote: item.quote,
    })
    note(to, 'vurdering', `${municipality.name}: ${vurdering}`, {
      record: `afgørelse af tilsagn ${item.id} (${leading.decision?.by ?? 'forslag'})`,
      place: leading.rule,
      quote: leading.reason,
    })
  }
  const [now, then] = [leading?.value, leading?.atPromise]
  if (now) note(to, 'nu', `${municipality.name}: ${danishFigure(now)}`, fromFigure(to, now))
  if (then) note(to, 'før', `${municipality.name}: ${danishFigure(then)}`, fromFigure(to, then))
  return {
    kommune,
    forventning,
    tid:
      (item && timesOf({ ...item, times: item.times.map((time) => ({ ...time, state: 'due' as const })) })) ||
      'ikke oplyst',
    før: then ? danishFigure(then) : '–',
    nu: now ? danishFigure(now) : '–',
    vurdering,
  }
}

/** The indicators that the figures of the table are of, with the country's figure. */
function putIndicators(to: Gathered, of: MunicipalityChecklist[]): void {
  const found = new Map<string, Verdict>()
  for (const one of of) {
    const leading = leadingOf(one)
    if (leading?.indicator && leading.value && !found.has(leading.indicator.id))
      found.set(leading.indicator.id, leading)
  }
  put(
    to,
    'indikatorer',
    [...found.values()].map(({ indicator, country, value }) => {
      if (country) note(to, 'landet', danishFigure(country), fromFigure(to, country))
      note(to, 'indikator', indicator?.name ?? '', fromData('indicators.json'))
      return {
        indikator: indicator?.name ?? null,
        landet: country && danishFigure(country),
        kilde: value?.source ?? null,
        hentet: value && danishDate(value.retrieved),
        ikke_måler: indicator?.doesNotMeasure.replace(/\.$/, '') ?? null,
      }
    }),
    null,
  )
}
