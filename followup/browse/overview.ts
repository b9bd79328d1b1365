import type { DeadlineState } from '../../schemas/checklist.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { CommitmentRow } from '../../store/commitment-rows.ts'
import { type LetterRow, readLetterRows } from '../../store/letter-rows.ts'
import type { Store } from '../../store/query.ts'
import { groupBy } from '../../store/read-commitments.ts'
import { whileSame, whileUnchanged } from '../../store/unchanged.ts'
import { type BrowsedCommitment, statedByLetter } from './browse-commitments.ts'

/** A commitment and one of the days on which it falls due. */
export type Due = { day: string; row: CommitmentRow }

export type MunicipalityLine = {
  municipality: MunicipalityRef
  letters: number
  commitments: number
  proposed: number
  /** How many have come by the day asked for, and were not done when the letter was written. */
  come: number
  next: Due | null
  /** Everything that sets a day, for the timeline, letter by letter. */
  due: Due[]
}

/** What the first page tells, as of one day. */
export type Overview = {
  letters: number
  commitments: number
  /** Letters with commitments that nobody has looked at, the newest first. */
  waiting: LetterRow[]
  newest: LetterRow[]
  /** What falls due after the day, up to 30 and up to 90 days on. */
  within30: Due[]
  within90: Due[]
  municipalities: MunicipalityLine[]
  states: Map<DeadlineState, number>
}

const msPerDay = 86_400_000
const daysOn = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10)

const byDay = whileUnchanged(() => new Map<string, Overview>())

/** The overview as of the end of `day`; made again only after a change. Shared: do not change it. */
export function readOverview(store: Store, day: string): Overview {
  const days = byDay(store)
  const known = days.get(day) ?? makeOverview(store, day)
  days.set(day, known)
  return known
}

function makeOverview(store: Store, day: string): Overview {
  const letters = readLetterRows(store)
  const parts = statedByLetter(store, day).map((rows) => partOf(rows, day))
  const [in30, in90] = [daysOn(day, 30), daysOn(day, 90)]
  const within90 = inOrder(parts.flatMap(({ due }) => due.filter((one) => one.day > day && one.day <= in90)))
  const states = new Map<DeadlineState, number>()
  for (const { rows } of parts) for (const { state } of rows) states.set(state, (states.get(state) ?? 0) + 1)
  return {
    letters: letters.length,
    commitments: sum(parts.map(({ rows }) => rows.length)),
    waiting: letters.filter(({ proposed }) => proposed > 0),
    newest: letters.slice(0, 5),
    within30: within90.filter((one) => one.day <= in30),
    within90,
    municipalities: municipalityLines(letters, parts),
    states,
  }
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)

/** By day; many fall due on the same ones. */
function inOrder(due: Due[]): Due[] {
  const byDay = groupBy(due, ({ day }) => day)
  return [...byDay.keys()].sort().flatMap((day) => byDay.get(day) ?? [])
}

const comeStates = new Set<DeadlineState>(['due', 'in-force', 'partly-due', 'ended'])

/** What the commitments of one letter add to the overview. */
type Part = Pick<MunicipalityLine, 'proposed' | 'come' | 'next'> & { rows: BrowsedCommitment[]; due: Due[] }

/** What was rejected is left out. */
const partOf = whileSame((all: BrowsedCommitment[], day: string): Part => {
  const rows = all.filter(({ review }) => review !== 'rejected')
  const due = inOrder(rows.flatMap((row) => row.due.map((of): Due => ({ day: of, row }))))
  return {
    rows,
    due,
    proposed: rows.filter(({ review }) => review === 'proposed').length,
    come: rows.filter(({ state }) => comeStates.has(state)).length,
    next: due.find((one) => one.day > day) ?? null,
  }
})

const danish = new Intl.Collator('da')

function municipalityLines(letters: readonly LetterRow[], parts: Part[]): MunicipalityLine[] {
  const promised = groupBy(parts, ({ rows }) => rows[0]?.municipality?.code ?? '')
  const byCode = groupBy(letters, ({ municipality }) => municipality?.code ?? '')
  return [...byCode]
    .flatMap(([code, own]): MunicipalityLine[] => {
      const municipality = own[0]?.municipality
      if (!municipality) return []
      const of = promised.get(code) ?? []
      return [
        {
          municipality,
          letters: own.length,
          commitments: sum(of.map(({ rows }) => rows.length)),
          proposed: sum(of.map(({ proposed }) => proposed)),
          come: sum(of.map(({ come }) => come)),
          next: inOrder(of.flatMap(({ next }) => next ?? []))[0] ?? null,
          due: of.flatMap(({ due }) => due),
        },
      ]
    })
    .sort((a, b) => danish.compare(a.municipality.name, b.municipality.name))
}
