import type { Announced, ChecklistItem, MinistryAnswer, NotedVerdict } from '../schemas/checklist.ts'
import type { Period } from '../schemas/period.ts'
import type { StoredLetter } from '../schemas/stored-letter.ts'
import { type CaseLetter, fileOf, firstPage, plainTime, wordsAt } from './case-letter.ts'

type Noted = MinistryAnswer['noted']

/** The answer to a statement, with what was noted held against what the statement promises. */
export function ministryAnswer(letter: StoredLetter, items: ChecklistItem[]): MinistryAnswer {
  const { acknowledges } = letter
  const expectation = acknowledges?.notedExpectation
  const noted: Noted = expectation
    ? { quote: expectation.quote, times: expectation.times.map(plainTime) }
    : null
  const expectations = items.filter(({ kind }) => kind === 'compliance')
  const dated = expectations.some(({ times }) => times.length > 0)
  const same = items.filter((item) => namesNotedTime(item, noted))
  return {
    letterId: letter.id,
    date: letter.date,
    receivedDate: acknowledges?.receivedDate?.value ?? null,
    signedBy: (acknowledges?.signedBy ?? []).map(({ value: { name, title } }) => ({ name, title })),
    noted,
    verdict: verdict(noted, same.length > 0, dated),
    sameTime: same.map(({ id }) => id),
    notNoted: expectations.filter((item) => !same.includes(item)).map(({ id }) => id),
    source: { file: fileOf(letter), page: firstPage(letter) },
  }
}

function namesNotedTime({ times }: ChecklistItem, noted: Noted): boolean {
  return times.some(({ start, end }) => noted?.times.some((time) => time.start === start && time.end === end))
}

function verdict(noted: Noted, same: boolean, dated: boolean): NotedVerdict {
  if (!noted) return 'nothing-noted'
  if (noted.times.length === 0) return 'no-time'
  if (same) return 'same'
  return dated ? 'differs' : 'letter-undated'
}

/** The data that the municipality's letters from the ministry announce a status on, the latest announcement first. */
export function announcedPeriod(letters: CaseLetter[], period: Period): Announced {
  const announcing = letters.filter(({ letter }) => letter.statusDataPeriod !== null).at(-1)
  const month = announcing?.letter.statusDataPeriod
  if (!announcing || !month) return { month: null, relation: 'none', letterId: null, quote: null }
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)]
  return {
    month,
    relation: month < first ? 'earlier' : month > last ? 'later' : 'this',
    letterId: announcing.letter.id,
    quote: wordsAt(announcing, announcing.letter.facts.statusDataPeriod?.span ?? null),
  }
}
