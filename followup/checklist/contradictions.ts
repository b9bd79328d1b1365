import type { ChecklistIssue, ChecklistItem, ChecklistLetter } from '../../schemas/checklist.ts'
import { deadlines, dueDay } from '../../schemas/due-day.ts'
import { danishDate, danishTime } from '../danish-words.ts'

type Letters = {
  statement: ChecklistLetter | null
  earlierStatements: ChecklistLetter[]
  plans: ChecklistLetter[]
}
type Placed = { item: ChecklistItem; letter: ChecklistLetter }

/** Where a municipality says two things: two deadlines for one measure, or an expectation that has changed since. */
export function contradictions(of: Letters): ChecklistIssue[] {
  return [...severalDeadlines(of.statement), ...twoDeadlines(of), ...changedSince(of)]
}

const dueDaysOf = ({ item, letter }: Placed): string[] => [
  ...new Set(
    deadlines(item, letter.date)
      .filter(({ relation }) => relation !== 'from')
      .map(dueDay),
  ),
]

/** One promise that names several days. */
function severalDeadlines(statement: ChecklistLetter | null): ChecklistIssue[] {
  if (!statement) return []
  return statement.items.flatMap((item) => {
    const days = dueDaysOf({ item, letter: statement })
    if (days.length < 2) return []
    const message = `Et tilsagn (${item.id}) nævner flere frister: ${days.sort().map(danishDate).join(' og ')}.`
    return [{ code: 'several-deadlines', message, quote: null, letterId: statement.id }]
  })
}

/** Promises are about the same when they share this part of their longer words. */
const sameMeasure = 0.6
const fewWords = 4

function longWords(text: string): Set<string> {
  return new Set(text.toLocaleLowerCase('da').match(/\p{L}{5,}/gu) ?? [])
}

function likeness(a: Set<string>, b: Set<string>): number {
  const fewer = Math.min(a.size, b.size)
  return fewer < fewWords ? 0 : [...a].filter((word) => b.has(word)).length / fewer
}

/** Two promises about the same measure, each with a day of its own. */
function twoDeadlines({ statement, plans, earlierStatements }: Letters): ChecklistIssue[] {
  const placed = [...(statement ? [statement] : []), ...plans, ...earlierStatements]
    .flatMap((letter) => letter.items.map((item) => ({ item, letter })))
    .filter(({ item }) => item.kind !== 'compliance')
    .map((one) => ({ ...one, days: dueDaysOf(one), words: longWords(one.item.quote) }))
    .filter(({ days }) => days.length === 1)
  return placed.flatMap((one, at) =>
    placed
      .slice(at + 1)
      .filter((other) => other.days[0] !== one.days[0] && likeness(one.words, other.words) >= sameMeasure)
      .map((other) => ({
        code: 'two-deadlines',
        message: `To frister for det samme: ${said(one)} (${one.item.id}) og ${said(other)} (${other.item.id}).`,
        quote: null,
        letterId: one.letter.id,
      })),
  )
}

const said = ({ days }: { days: string[] }): string => danishDate(days[0] ?? '')

/** An expectation that is due on another day than in the first statement. */
function changedSince({ statement, earlierStatements }: Letters): ChecklistIssue[] {
  const first = earlierStatements.at(-1)
  if (!statement || !first?.date) return []
  const [then, now] = [lastExpected(first), lastExpected(statement)]
  if (!then || (now && dueDay(then) === dueDay(now))) return []
  const message = `Forventningen er ændret siden redegørelsen af ${danishDate(first.date)}: dengang ${danishTime(then)}, nu ${now ? danishTime(now) : 'uden tidspunkt'}.`
  return [{ code: 'promise-changed', message, quote: null, letterId: statement.id }]
}

function lastExpected(letter: ChecklistLetter) {
  return letter.items
    .filter(({ kind }) => kind === 'compliance')
    .flatMap((item) => deadlines(item, letter.date))
    .sort((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
    .at(-1)
}
