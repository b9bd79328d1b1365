import type { Checklist, DeadlineState, MunicipalityChecklist } from '../../schemas/checklist.ts'
import { dueDay } from '../../schemas/due-day.ts'
import { danish } from '../../schemas/glossary.ts'
import { type VerdictValue, verdictValues } from '../../schemas/verdict.ts'
import { danishDate, danishMonth, danishPeriod } from '../danish-words.ts'
import { type Block, code, type Page, strong, type Text, text } from './blocks.ts'
import { dateOf, quotedItem, stateWord, timesOf } from './words.ts'

/** The first page: what one should know first, all municipalities with their verdicts, and what is due when. */
export function overviewPage(checklist: Checklist): Page {
  const { period } = checklist
  return {
    id: 'overblik',
    title: 'Overblik',
    blocks: [
      {
        kind: 'paragraph',
        text: text(
          `Tilstanden er opgjort pr. ${danishDate(period.end)} efter brevenes egne ord; om noget er holdt, siger tallene og den, der efterprøver det. Afgørelser er forslag, indtil et menneske har bekræftet dem.`,
        ),
      },
      { kind: 'paragraph', text: reviewText(checklist) },
      { kind: 'list', tick: false, items: mainPoints(checklist) },
      ...tables(checklist),
    ],
  }
}

function reviewText({ reviews: { proposed, confirmed, edited, rejected } }: Checklist): Text {
  const shown = proposed + confirmed + edited
  if (shown + rejected === 0) return text('Der er ingen tilsagn at gennemgå her.')
  const decided = [
    ...(confirmed > 0 ? [`${confirmed} er bekræftet`] : []),
    ...(edited > 0 ? [`${edited} er rettet`] : []),
    ...(rejected > 0 ? [`${rejected} er afvist og udeladt`] : []),
  ]
  const rest = `${decided.map((part) => `; ${part}`).join('')}.`
  return proposed > 0
    ? text(
        strong('Ikke gennemgået:'),
        ` ${proposed} af ${shown} tilsagn er fundet af regler og ikke set af et menneske${rest}`,
      )
    : text(`Alle ${shown} tilsagn er set af et menneske${rest}`)
}

const expectationOf = ({ statement, expectation }: MunicipalityChecklist) =>
  statement?.items.find(({ id }) => id === expectation?.itemId) ?? null

const expectedWhen = (of: MunicipalityChecklist): string => {
  const item = expectationOf(of)
  return item ? timesOf(item) : ''
}

const mostShown = 3

/** Days within the period beside that of the leading expectation, with their promises; of many only how many. */
function alsoDue(of: MunicipalityChecklist): Text {
  const { cameInPeriod, expectation } = of
  const others = cameInPeriod.filter(({ itemId }) => itemId !== expectation?.itemId)
  if (others.length > mostShown) return text(`${others.length} tidspunkter`)
  return others.flatMap(({ day, itemId }, at) =>
    text(at > 0 ? ', ' : null, `${dayWords(of, itemId, day)} `, code(itemId)),
  )
}

/** A day on which something falls due; of "inden ..." with that word. */
function dayWords({ statement }: MunicipalityChecklist, itemId: string, day: string): string {
  const times = statement?.items.find(({ id }) => id === itemId)?.times ?? []
  const before = times.some((time) => time.relation === 'before' && dueDay(time) === day)
  return `${before ? 'inden ' : ''}${danishDate(day)}`
}

type Named = [MunicipalityChecklist, Text]

/** For whom a status was announced, and whose expectation is due, is not, or has no date. */
function mainPoints({ municipalities, askedWithoutStatement }: Checklist): Text[] {
  const those = (
    wanted: (of: MunicipalityChecklist) => boolean,
    more: (of: MunicipalityChecklist) => string | Text = () => '',
  ) => municipalities.filter(wanted).map((of): Named => [of, text(more(of))])
  const announced = (relation: string) => (of: MunicipalityChecklist) => of.announced.relation === relation
  const month = ({ announced: { month } }: MunicipalityChecklist) => (month ? danishMonth(month) : '')
  const expecting =
    (...states: DeadlineState[]) =>
    ({ expectation }: MunicipalityChecklist) =>
      expectation !== null && states.includes(expectation.state)
  const judged = (value: VerdictValue) => (of: MunicipalityChecklist) => of.expectation?.verdict === value
  const points: [string, Named[]][] = [
    ['Status er bebudet på denne periodes data', those(announced('this'))],
    ['Status er bebudet på en tidligere periodes data', those(announced('earlier'), month)],
    ['Status er bebudet på en senere periodes data', those(announced('later'), month)],
    ['Ingen status er bebudet i brevene her', those(announced('none'))],
    ...verdictValues.map((value): [string, Named[]] => [
      `Forventningen: ${danish('verdict', value)}`,
      those(judged(value), expectedWhen),
    ]),
    [
      'Forventningen skulle være indfriet ved periodens udgang',
      those(expecting('due', 'in-force'), expectedWhen),
    ],
    [
      'Forventningen er ikke forfalden endnu',
      those(expecting('not-due', 'running', 'partly-due'), expectedWhen),
    ],
    [
      'Brevet siger ikke, hvornår kravene er opfyldt',
      those((of) => of.statement !== null && expectedWhen(of) === ''),
    ],
    ['Andre tidspunkter, der kom i perioden', those((of) => alsoDue(of).length > 0, alsoDue)],
  ]
  const lines = points
    .filter(([, found]) => found.length > 0)
    .map(([title, found]) => text(strong(`${title}:`), ' ', ...namedList(found), '.'))
  const silent = askedWithoutStatement.flatMap(({ municipality, letterId, date }, at) =>
    text(
      at > 0 ? '; ' : null,
      `${municipality.name} (nævnt i brev af ${dateOf(date)}, `,
      code(letterId),
      ')',
    ),
  )
  return silent.length > 0
    ? [...lines, text(strong('Spurgt, men ingen redegørelse her:'), ' ', silent, '.')]
    : lines
}

function namedList(found: Named[]): Text[] {
  return found.map(([{ municipality }, more], at) => {
    const before = at === 0 ? '' : at === found.length - 1 ? ' og ' : ', '
    const words = more.some(({ text: inner }) => inner !== '')
    return text(before, municipality.name, ...(words ? [' (', more, ')'] : []))
  })
}

function tables({ municipalities, period }: Checklist): Block[] {
  if (municipalities.length === 0)
    return [{ kind: 'paragraph', text: text('Der er ingen breve fra eller til kommunen her.') }]
  return [
    {
      kind: 'table',
      caption: `Kommunerne, deres forventning og afgørelsen efter tallene for ${danishPeriod(period.start, period.end)}`,
      head: [
        'Kommune',
        'Redegørelse',
        'Forventning om at opfylde kravene',
        'Hvornår',
        'Tilstand',
        'Afgørelse',
        'Bebudet status',
        'Næste frist',
        'Næste skridt',
      ],
      rows: municipalities.map(overviewRow),
      shares: [10, 9, 27, 10, 9, 9, 9, 8, 9],
    },
  ]
}

function overviewRow(of: MunicipalityChecklist): Text[] {
  const { municipality, statement, announced, next, expectation } = of
  const item = expectationOf(of)
  return [
    municipality.name,
    statement ? dateOf(statement.date) : 'ingen',
    item ? quotedItem(item) : 'ingen fundet',
    expectedWhen(of) || 'ingen dato',
    item ? stateWord(item.state) : '–',
    expectation?.verdict ? danish('verdict', expectation.verdict) : '–',
    announced.month
      ? `${danishMonth(announced.month)}${announced.relation === 'this' ? ' (denne periode)' : ''}`
      : 'ingen',
    next ? danishDate(next.day) : 'ingen efter perioden',
    danish('next step', of.nextStep.code),
  ].map((words) => text(words))
}
