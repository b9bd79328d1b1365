import type { DeadlineState } from '../schemas/checklist.ts'
import type { CommitmentStatus } from '../schemas/commitment.ts'
import { deadlines, hasCome } from '../schemas/due-day.ts'
import type { TimeExpression, TimeRelation } from '../schemas/time.ts'

type Time = Pick<TimeExpression, 'relation' | 'start' | 'end'>

/** What a time says before its period begins, within it, and once the day it sets has come. */
const states: Record<TimeRelation, { ahead: DeadlineState; within: DeadlineState; come: DeadlineState }> = {
  by: { ahead: 'not-due', within: 'not-due', come: 'due' },
  before: { ahead: 'not-due', within: 'not-due', come: 'due' },
  at: { ahead: 'not-due', within: 'running', come: 'due' },
  during: { ahead: 'not-due', within: 'running', come: 'due' },
  between: { ahead: 'not-due', within: 'running', come: 'due' },
  from: { ahead: 'not-due', within: 'not-due', come: 'in-force' },
  until: { ahead: 'running', within: 'running', come: 'ended' },
}

/** The state of one time at the end of `day`. */
export function timeState(time: Time, day: string): DeadlineState {
  const { ahead, within, come } = states[time.relation]
  if (hasCome(time, day)) return come
  return day >= time.start ? within : ahead
}

/**
 * The state of a commitment at the end of `day`.
 * - `done` at the letter's date stays done, whatever times it names.
 * - Without a time what is ongoing is `running`, and what is planned has `no-deadline`.
 * - Of the times only those count that set deadlines, see schemas/due-day.ts.
 * - Of several times: when some have come and some have not, `partly-due`; when all have, `due` goes before `in-force`
 *   and that before `ended`; when none has, `running` goes before `not-due`.
 * @param letterDate null when the letter is undated
 */
export function commitmentState(
  commitment: { status: CommitmentStatus; times: Time[] },
  letterDate: string | null,
  day: string,
): DeadlineState {
  const { status } = commitment
  if (status === 'done') return 'done'
  const ahead = deadlines(commitment, letterDate)
  if (ahead.length === 0) return status === 'ongoing' ? 'running' : 'no-deadline'
  return combined(new Set(ahead.map((time) => timeState(time, day))))
}

function combined(found: Set<DeadlineState>): DeadlineState {
  const come = (['due', 'in-force', 'ended'] as const).filter((state) => found.has(state))
  const pending = (['running', 'not-due'] as const).filter((state) => found.has(state))
  if (come.length > 0 && pending.length > 0) return 'partly-due'
  return come[0] ?? pending[0] ?? 'no-deadline'
}
