import type { Checklist, DeadlineState, MunicipalityChecklist } from '../../schemas/checklist.ts'
import { dueDay } from '../../schemas/due-day.ts'
import { danishDate, danishMonth } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'
import { quotedItem, stateWord, timesOf } from './items.ts'
import { dateOf, listed, signerNames } from './letters.ts'

const named = (entries: MunicipalityChecklist[], more?: (of: MunicipalityChecklist) => string | null) =>
  listed(
    entries.map((entry) => {
      const words = more?.(entry)
      return `${escapeMarkdown(entry.municipality.name)}${words ? ` (${words})` : ''}`
    }),
  )

const expectationOf = ({ statement, expectation }: MunicipalityChecklist) =>
  statement?.items.find(({ id }) => id === expectation?.itemId) ?? null

const expectedWhen = (of: MunicipalityChecklist) => {
  const item = expectationOf(of)
  return item && timesOf(item)
}

const mostShown = 3

/** Days within the period beside that of the leading expectation, with their promises; of many only how many. */
const alsoDue = (of: MunicipalityChecklist): string => {
  const { cameInPeriod, expectation } = of
  const others = cameInPeriod.filter(({ itemId }) => itemId !== expectation?.itemId)
  if (others.length > mostShown) return `${others.length} tidspunkter`
  return others.map(({ day, itemId }) => `${dayWords(of, itemId, day)} \`${itemId}\``).join(', ')
}

/** A day on which something falls due; of "inden ..." with that word. */
function dayWords({ statement }: MunicipalityChecklist, itemId: string, day: string): string {
  const times = statement?.items.find(({ id }) => id === itemId)?.times ?? []
  const before = times.some((time) => time.relation === 'before' && dueDay(time) === day)
  return `${before ? 'inden ' : ''}${danishDate(day)}`
}

/** What one should know first: for whom a status was announced, and whose expectation is due, is not, or has no date. */
export function mainPoints({ municipalities, askedWithoutStatement }: Checklist): string[] {
  const announced = (relation: string) => municipalities.filter((of) => of.announced.relation === relation)
  const month = ({ announced: { month } }: MunicipalityChecklist) => month && danishMonth(month)
  const expecting = (...states: DeadlineState[]) =>
    municipalities.filter(({ expectation }) => expectation && states.includes(expectation.state))
  const undated = municipalities.filter((of) => of.statement && !expectedWhen(of))
  const silent = askedWithoutStatement.map(
    ({ municipality, letterId, date }) =>
      `${escapeMarkdown(municipality.name)} (nævnt i brev af ${dateOf(date)}, \`${letterId}\`)`,
  )
  const points: [string, string][] = [
    ['Status er bebudet på denne periodes data', named(announced('this'))],
    ['Status er bebudet på en tidligere periodes data', named(announced('earlier'), month)],
    ['Status er bebudet på en senere periodes data', named(announced('later'), month)],
    ['Ingen status er bebudet i brevene her', named(announced('none'))],
    [
      'Forventningen skulle være indfriet ved periodens udgang',
      named(expecting('due', 'in-force'), expectedWhen),
    ],
    [
      'Forventningen er ikke forfalden endnu',
      named(expecting('not-due', 'running', 'partly-due'), expectedWhen),
    ],
    ['Brevet siger ikke, hvornår kravene er opfyldt', named(undated)],
    ['Andre tidspunkter, der kom i perioden', named(municipalities.filter(alsoDue), alsoDue)],
    ['Spurgt, men ingen redegørelse her', listed(silent)],
  ]
  return points.filter(([, words]) => words !== '').map(([title, words]) => `- **${title}:** ${words}.`)
}

/** One row for each municipality. */
export function overviewTable({ municipalities }: Checklist): string[] {
  if (municipalities.length === 0) return ['Der er ingen breve fra eller til kommunen her.']
  const head = [
    'Kommune',
    'Redegørelse',
    'Underskrevet af',
    'Forventning om at opfylde kravene',
    'Hvornår',
    'Tilstand',
    'Bebudet status',
    'Næste frist',
  ]
  const rows = [head, head.map(() => '---'), ...municipalities.map(overviewRow)]
  return rows.map((row) => `| ${row.join(' | ')} |`)
}

function overviewRow(of: MunicipalityChecklist): string[] {
  const { municipality, statement, announced, next } = of
  const item = expectationOf(of)
  return [
    escapeMarkdown(municipality.name),
    statement ? dateOf(statement.date) : 'ingen',
    statement ? signerNames(statement) : '–',
    item ? quotedItem(item) : 'ingen fundet',
    (item && timesOf(item)) || 'ingen dato',
    item ? stateWord(item.state) : '–',
    announced.month
      ? `${danishMonth(announced.month)}${announced.relation === 'this' ? ' (denne periode)' : ''}`
      : 'ingen',
    next ? danishDate(next.day) : 'ingen efter perioden',
  ]
}
