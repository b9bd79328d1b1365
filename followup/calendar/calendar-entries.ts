import type { Case } from '../../schemas/case.ts'
import { deadlines, dueDay } from '../../schemas/due-day.ts'
import { danish } from '../../schemas/glossary.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import { letterWords } from '../case/case-texts.ts'
import { fileOf } from '../case-letter.ts'
import { danishDate, danishMonth, danishTime } from '../danish-words.ts'
import { dataExpected } from '../data-expected.ts'
import { shorten } from '../markdown/shorten.ts'
import type { CalendarEntry } from './icalendar.ts'

const summaryLength = 90
const id = (name: string): string => `${name}@opfolg`

/**
 * What stands in the calendar: the days that statements set, the time limits of requests, and when figures that a status
 * waits for are to be expected. What a person rejected and what was done already is left out.
 * @param letters the statements among them count; plans are read beside the cases and set no days here
 */
export function calendarEntries(cases: Case[], letters: StoredLetter[]): CalendarEntry[] {
  const entries = [...letters.flatMap(promised), ...cases.flatMap(replies), ...expectedData(cases)]
  return entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1))
}

function promised(letter: StoredLetter): CalendarEntry[] {
  if (letter.kind !== 'statement') return []
  const name = letter.municipality?.name ?? 'Ukendt kommune'
  return letter.commitments
    .filter(({ review, status }) => review !== 'rejected' && status !== 'done')
    .flatMap((commitment) =>
      deadlines(commitment, letter.date)
        .toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
        .map((time, at) => ({
          uid: id(`frist-${commitment.id}-${at + 1}`),
          concerns: letter.municipality ? [letter.municipality.code] : [],
          day: dueDay(time),
          category: 'Frist',
          summary: `${name}: ${shorten(commitment.quote, summaryLength, [time.quote])}`,
          description: [
            `»${commitment.quote}«`,
            `${danish('kind of commitment', commitment.kind)}, ${danishTime(time)}`,
            `redegørelse${letter.date ? ` af ${danishDate(letter.date)}` : ' uden dato'}, ${fileOf(letter)}, side ${commitment.page}, tilsagn ${commitment.id}`,
          ],
        })),
    )
}

function replies({ municipality, title, steps }: Case): CalendarEntry[] {
  return steps.flatMap((step) => {
    const { letterId, replyDeadline } = step
    if (!letterId || !replyDeadline) return []
    const { lastDay, quote, answeredBy, state } = replyDeadline
    const answered = state === 'answered' || state === 'answered-late'
    return [
      {
        uid: id(`svarfrist-${letterId}`),
        concerns: [municipality.code],
        day: lastDay,
        category: 'Svarfrist',
        summary: `${municipality.name}: svar på ${letterWords(step)}${answered ? ' (besvaret)' : ''}`,
        description: [
          title,
          `»${quote}«`,
          `brev ${letterId}${answeredBy ? `, besvaret med ${answeredBy}` : ''}`,
        ],
      },
    ]
  })
}

/** One entry for each month that figures are waited for, with the municipalities whose cases wait. */
function expectedData(cases: Case[]): CalendarEntry[] {
  const waiting = new Map<string, Map<string, string>>()
  for (const { municipality, steps } of cases)
    for (const { statusDataPeriod: month } of steps)
      if (month)
        waiting.set(month, (waiting.get(month) ?? new Map()).set(municipality.code, municipality.name))
  return [...waiting].map(([month, municipalities]) => ({
    uid: id(`data-${month}`),
    concerns: [...municipalities.keys()].sort(),
    day: dataExpected(month),
    category: 'Data',
    summary: `Data for ${danishMonth(month)} ventes`,
    description: [
      `Ministeriet har bebudet en status på data for ${danishMonth(month)}.`,
      [...municipalities.values()].sort((a, b) => a.localeCompare(b, 'da')).join(', '),
    ],
  }))
}
