import type { ChecklistItem, ChecklistLetter, MunicipalityChecklist } from '../../schemas/checklist.ts'
import { deadlines, dueDay, hasCome } from '../../schemas/due-day.ts'
import type { Period } from '../../schemas/period.ts'
import { danishDate, danishPeriod, danishRecurrence, danishTime } from '../danish-words.ts'

/** Of each follow-up that a statement promises, the next report to ask for at a period's end. */
export function followUps(
  statement: ChecklistLetter | null,
  period: Period,
): MunicipalityChecklist['followUp'] {
  return (statement?.items ?? [])
    .filter(({ kind }) => kind === 'monitoring')
    .map((item) => ({ itemId: item.id, report: nextReport(item, statement?.date ?? null, period) }))
}

function nextReport(item: ChecklistItem, letterDate: string | null, period: Period): string {
  const { every } = item
  const [next] = deadlines(item, letterDate)
    .filter((time) => !hasCome(time, period.end))
    .sort((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
  if (next) return `den, der er lovet ${danishTime(next)}`
  const last = deadlines(item, letterDate)
    .filter((time) => hasCome(time, period.end) && time.relation !== 'from')
    .at(-1)
  if (last && every === null) return `den, der var lovet ${danishTime(last)}`
  if (every === null) return 'den seneste, og hvor ofte der følges op; brevet siger det ikke'
  const whole = Number(every.slice(1, -1)) * days[every.at(-1) as keyof typeof days] >= days.M
  return whole
    ? `den for ${danishPeriod(period.start, period.end)} (${danishRecurrence(every)})`
    : `den seneste før ${danishDate(period.end)} (${danishRecurrence(every)})`
}

const days = { D: 1, W: 7, M: 28, Y: 365 }
