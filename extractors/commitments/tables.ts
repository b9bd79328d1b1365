import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { CommitmentStatus } from '../../schemas/commitment.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { phraseTest } from '../language/phrases.ts'

export type ColumnRole =
  | 'action'
  | 'responsible'
  | 'deadline'
  | 'when'
  | 'start'
  | 'status'
  | 'followup'
  | 'goal'
export type ActionTable = { roles: (ColumnRole | null)[] }
/** The same with the cells of one row, or what stands behind the labels of one step. */
export type ActionRow = ActionTable & { cells: Span[] }

/** What stands there says when a step is done, begins or ends. */
export const tellsTime = (role: ColumnRole | null): boolean =>
  role === 'deadline' || role === 'when' || role === 'start'

const words = z.array(z.string())
const tablesSchema = z.object({
  columns: z.object({
    action: words,
    responsible: words,
    deadline: words,
    when: words,
    start: words,
    status: words,
    followup: words,
    goal: words,
  }),
  describing: words,
  states: z.object({ done: words, planned: words, ongoing: words }),
})

function load() {
  const data = loadData('commitments/tables.json', tablesSchema)
  const roles = Object.entries(data.columns) as [ColumnRole, string[]][]
  const states = Object.entries(data.states) as [CommitmentStatus, string[]][]
  return {
    describing: phraseTest(data.describing),
    roles: roles.map(([role, list]) => [role, phraseTest(list)] as const),
    states: new Map(states.map(([state, list]) => [state, phraseTest(list)])),
  }
}
let loaded: ReturnType<typeof load> | undefined

const cellText = (letter: LetterText, cell: Span) => letter.text.slice(cell.start, cell.end)

/** What stands under the name of a column, or behind a label, null when the words tell nothing. */
export function roleOfLabel(text: string): ColumnRole | null {
  loaded ??= load()
  return loaded.roles.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

/** The same of a label beside a step; null where it only describes the step, undefined where it tells nothing. */
export function roleOfField(text: string): ColumnRole | null | undefined {
  const role = roleOfLabel(text)
  return role ?? (loaded?.describing.test(text) ? null : undefined)
}

/** What each column of the table with header row `header` holds, or null when it is not a table of steps. */
export function readActionTable(letter: LetterText, header: number): ActionTable | null {
  const cells = letter.blocks[header]?.cells ?? []
  const roles = cells.map((cell) => roleOfLabel(cellText(letter, cell)))
  const steps = roles.includes('action') && roles.some((r) => r !== null && r !== 'action')
  const dated = roles.some(tellsTime) && roles.includes('responsible')
  const goals = roles.includes('goal') && (roles.includes('deadline') || roles.includes('when'))
  return steps || dated || goals ? { roles } : null
}

const figure = /^[\d.,\s%-]*(?:pct\.?|procent|kr\.?|mio\.?)?$/

/** "1. kvartal 2017 | 388 | 42 pct.": a row of figures is no step. */
export function isRowOfFigures(letter: LetterText, [, ...cells]: Span[]): boolean {
  return cells.length > 0 && cells.every((cell) => figure.test(cellText(letter, cell).trim()))
}

/** A table that names goals and no steps is one of goals. */
export const kindOfTable = ({ roles }: ActionTable): 'goals' | 'steps' =>
  roles.includes('goal') && !roles.includes('action') ? 'goals' : 'steps'

/** The state that a cell Status (or Frist: "Gennemført") tells, or null. A plan wins over a start, a start over an end. */
export function statusOfCell(text: string): CommitmentStatus | null {
  loaded ??= load()
  for (const state of ['planned', 'ongoing', 'done'] as const)
    if (loaded.states.get(state)?.test(text)) return state
  return null
}
