import type { DeadlineState } from '../../schemas/checklist.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { CommitmentRow } from '../../store/commitment-rows.ts'
import { type LetterRow, readLetterRows } from '../../store/letter-rows.ts'
import type { Store } from '../../store/query.ts'
import { groupBy } from '../../store/read-commitments.ts'
import { whileUnchanged } from '../../store/unchanged.ts'
import { type BrowsedCommitment, statedCommitments } from './browse-commitments.ts'

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
  /** Everything that sets a day, for the timeline, in order. */
  due: Due[]
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

/** What was rejected is left out. */
function makeOverview(store: Store, day: string): Overview {
  const letters = readLetterRows(store)
  const rows = statedCommitments(store, day).filter(({ review }) => review !== 'rejected')
  const due = rows
    .flatMap((row) => row.due.map((of): Due => ({ day: of, row })))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const ahead = due.filter((one) => one.day > day)
  const states = new Map<DeadlineState, number>()
  for (const { state } of rows) states.set(state, (states.get(state) ?? 0) + 1)
  return {
    letters: letters.length,
    commitments: rows.length,
    waiting: letters.filter(({ proposed }) => proposed > 0),
    newest: letters.slice(0, 5),
    within30: ahead.filter((one) => one.day <= daysOn(day, 30)),
    within90: ahead.filter((one) => one.day <= daysOn(day, 90)),
    municipalities: municipalityLines(letters, rows, day),
    states,
    due,
  }
}

const comeStates = new Set<DeadlineState>(['due', 'in-force', 'partly-due', 'ended'])

function municipalityLines(
  letters: readonly LetterRow[],
  rows: BrowsedCommitment[],
  day: string,
): MunicipalityLine[] {
  const commitments = groupBy(rows, ({ municipality }) => municipality?.code ?? '')
  const byCode = groupBy(letters, ({ municipality }) => municipality?.code ?? '')
  return [...byCode]
    .flatMap(([code, own]): MunicipalityLine[] => {
      const municipality = own[0]?.municipality
      if (!municipality) return []
      const promised = commitments.get(code) ?? []
      const ahead = promised
        .flatMap((row) => row.due.filter((one) => one > day).map((one): Due => ({ day: one, row })))
        .sort((a, b) => (a.day < b.day ? -1 : 1))
      return [
        {
          municipality,
          letters: own.length,
          commitments: promised.length,
          proposed: promised.filter(({ review }) => review === 'proposed').length,
          come: promised.filter(({ state }) => comeStates.has(state)).length,
          next: ahead[0] ?? null,
        },
      ]
    })
    .sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'da'))
}
