import type { Checklist, MunicipalityChecklist } from '../../schemas/checklist.ts'
import { danishDate, danishMonth } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'
import { quoted, stateWord, timesOf } from './items.ts'
import { dateOf, listed, signerNames } from './letters.ts'

const named = (entries: MunicipalityChecklist[], more: (of: MunicipalityChecklist) => string | null) =>
  listed(
    entries.map((entry) => {
      const words = more(entry)
      return `${escapeMarkdown(entry.municipality.name)}${words ? ` (${words})` : ''}`
    }),
  )

const expectationOf = ({ statement, expectation }: MunicipalityChecklist) =>
  statement?.items.find(({ id }) => id === expectation?.itemId) ?? null

/** What one should know first: for whom a status was announced, and whose expectation is not due or has no date. */
export function mainPoints({ municipalities, askedWithoutStatement }: Checklist): string[] {
  const announced = (relation: string) => municipalities.filter((of) => of.announced.relation === relation)
  const month = ({ announced: { month } }: MunicipalityChecklist) => month && danishMonth(month)
  const when = (of: MunicipalityChecklist) => {
    const item = expectationOf(of)
    return item && timesOf(item)
  }
  const inState = (...states: string[]) =>
    municipalities.filter(({ expectation }) => expectation && states.includes(expectation.state))
  const undated = municipalities.filter((of) => of.statement && (expectationOf(of)?.times.length ?? 0) === 0)
  const point = (title: string, words: string) => (words === '' ? [] : [`- **${title}:** ${words}.`])
  return [
    ...point(
      'Status er bebudet for denne periode',
      named(announced('this'), () => null),
    ),
    ...point('Status er bebudet for en tidligere periode', named(announced('earlier'), month)),
    ...point('Status er bebudet for en senere periode', named(announced('later'), month)),
    ...point(
      'Ingen status er bebudet i brevene her',
      named(announced('none'), () => null),
    ),
    ...point('Forventningen er nået ved periodens udgang', named(inState('due', 'in-force'), when)),
    ...point(
      'Forventningen er ikke nået endnu',
      named(inState('not-due', 'running', 'partly-due'), (of) => when(of)),
    ),
    ...point(
      'Ingen dato for, hvornår kravene er opfyldt',
      named(undated, () => null),
    ),
    ...point(
      'Spurgt, men ingen redegørelse her',
      listed(
        askedWithoutStatement.map(
          ({ municipality, letterId, date }) =>
            `${escapeMarkdown(municipality.name)} (nævnt i brev af ${dateOf(date)}, \`${letterId}\`)`,
        ),
      ),
    ),
  ]
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
    item
      ? quoted(
          item.quote,
          item.times.map(({ quote }) => quote),
        )
      : 'ingen fundet',
    (item && timesOf(item)) || 'ingen dato',
    item ? stateWord(item.state) : '–',
    announced.month
      ? `${danishMonth(announced.month)}${announced.relation === 'this' ? ' (denne periode)' : ''}`
      : 'ingen',
    next ? danishDate(next.day) : 'ingen efter perioden',
  ]
}
