import type { CommitmentStatus } from '../../schemas/commitment.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { readVerb } from '../language/verb-forms.ts'
import { words } from '../time/words.ts'
import type { Candidate } from './candidates.ts'
import type { Judged } from './judge-unit.ts'
import { type ActionRow, type ColumnRole, statusOfCell } from './tables.ts'

/** `action`: what is to be done, from the columns that are not about who, when and how far. */
export type RowFacts = {
  action: string
  status: CommitmentStatus | null
  times: TimeExpression[]
  responsible: string | null
}

/** What a bare time means in a column. */
const relations: Partial<Record<ColumnRole, 'by' | 'from'>> = { deadline: 'by', start: 'from' }

const assumedFrom = {
  column: { by: 'deadline from the column it stands in', from: 'start from the column it stands in' },
  label: { by: 'deadline from the label before it', from: 'start from the label before it' },
}

/** A date, week, month, quarter or season without a word before it that says what it is. */
function bareTime(): RegExp {
  compiled ??= new RegExp(
    `^(?:\\d|uge|forår|sommer|efterår|vinter|q\\d|${words().monthNames.join('|')})`,
    'iu',
  )
  return compiled
}
let compiled: RegExp | undefined

/** "Tiltræder 1. juni": a verb in the cell says what the time is. */
function saysWhat(text: string, cell: Span | undefined): boolean {
  const [first = ''] = cell ? text.slice(cell.start, cell.end).trim().toLowerCase().split(/\s/, 1) : []
  return readVerb(first).some(({ form }) => form === 'pres' || form === 'pass')
}

/** Where the state is told: under Status, under Frist ("Gennemført"), and behind other labels of time ("Start: Er i gang"). */
const stateCells = ({ unit }: Judged): ColumnRole[] =>
  unit.labelled ? ['status', 'deadline', 'when', 'start'] : ['status', 'deadline']

/**
 * What the cells of a row of an action table say: a bare date or period under Frist is a deadline (`by`), the cell
 * Status tells the state, the cell Ansvarlig who is to do it.
 */
export function rowFacts(
  letter: LetterText,
  { judged, sentences }: Candidate,
  table: ActionRow,
  letterDate: string,
): RowFacts {
  const { roles, cells } = table
  const { labelled } = judged.unit
  const cellOf = (role: ColumnRole) => {
    const cell = cells[roles.indexOf(role)]
    return cell ? letter.text.slice(cell.start, cell.end).trim() : ''
  }
  const columnOf = ({ span }: TimeExpression) =>
    cells.findIndex((c) => span.start >= c.start && span.end <= c.end)
  // a past period in the column of the act only describes it ("uden samtale i 2019"), but a sentence may tell when it was
  const all = sentences.flatMap((s) => s.times)
  const telling = labelled && judged.verdict && all.every((t) => roles[columnOf(t)] === 'action')
  const found = all.filter(
    (t) => telling || roles[columnOf(t)] !== 'action' || (t.end >= letterDate && t.grain !== 'year'),
  )
  const times = found.map((time) => {
    const column = columnOf(time)
    const bare = bareTime().test(time.quote) && !saysWhat(letter.text, cells[column])
    const relation = relations[roles[column] ?? 'action']
    return relation && bare && (time.relation === 'at' || time.relation === 'during')
      ? {
          ...time,
          relation,
          assumed: [...time.assumed, assumedFrom[labelled ? 'label' : 'column'][relation]],
        }
      : time
  })
  const told = stateCells(judged)
    .map((role) => statusOfCell(cellOf(role)))
    .find((state) => state !== null)
  const ends = times.map((t) => t.end)
  const byDates =
    ends.length === 0 ? null : ends.every((e) => e < letterDate) ? ('done' as const) : ('planned' as const)
  const responsible = cellOf('responsible')
  const action = cells
    .filter((_, i) => roles[i] === 'action' || roles[i] === 'goal' || roles[i] === null)
    .map((c) => letter.text.slice(c.start, c.end))
    .join(' ')
  return {
    action,
    status: told ?? byDates ?? (labelled && judged.verdict?.status) ?? 'planned',
    times,
    responsible: responsible === '' || responsible === '-' ? null : responsible,
  }
}
