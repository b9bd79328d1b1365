import { danishDate, danishPeriod, danishRecurrence, danishTime } from '../../followup/danish-words.ts'
import type { DeadlineState } from '../../schemas/checklist.ts'
import type { CommitmentKind, CommitmentStatus, ReviewState } from '../../schemas/commitment.ts'
import { danish, glossary } from '../../schemas/glossary.ts'
import type { LetterKind } from '../../schemas/letter.ts'
import type { VerdictValue } from '../../schemas/verdict.ts'

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)

export const kindWord = (kind: CommitmentKind): string => danish('kind of commitment', kind)
export const statusWord = (status: CommitmentStatus): string =>
  danish('status at the date of the letter', status)
export const stateWord = (state: DeadlineState): string => danish("state at a period's end", state)
export const reviewWord = (review: ReviewState): string => danish('review', review)
export const verdictWord = (verdict: VerdictValue): string => capital(danish('verdict', verdict))
export const letterWord = (kind: LetterKind): string => danish('kind of letter', kind)

export { danishDate, danishPeriod, danishRecurrence, danishTime }

/** A number and what it counts: "1 brev", "2 breve". */
export const counted = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('da')} ${n === 1 ? one : more}`

const shortDay = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'UTC',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** `2019-02-08` as "08.02.2019", for tables. */
export const shortDate = (day: string): string => shortDay.format(new Date(`${day}T00:00:00Z`))

const clock = new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', timeStyle: 'short' })
/** A moment (ISO 8601) as day and time of this machine. */
export const moment = (at: string): string => clock.format(new Date(at))

/** The first words of a text, up to `length` characters, cut at a space. */
export function opening(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()} …`
}

/** A rule of a commitment by its Danish name, with what it means. One that the glossary does not have keeps its name. */
export function ruleWords(rule: string): { name: string; meaning: string } {
  const base = rule.replace(/-item$/, '')
  const entry = glossary.find(({ of, term }) => of === 'rule of a commitment' && term === base)
  if (!entry) return { name: rule, meaning: '' }
  return {
    name: base === rule ? entry.danish : `${entry.danish}, i en liste over skridt`,
    meaning: entry.explanation,
  }
}

/** What a letter is called in a list: "Køge: redegørelse", and without a municipality what it is. */
export function letterName(letter: { municipality: { name: string } | null; kind: LetterKind }): string {
  if (letter.municipality) return `${letter.municipality.name}: ${letterWord(letter.kind)}`
  return letter.kind === 'committee-orientation'
    ? capital(letterWord(letter.kind))
    : `Ukendt afsender: ${letterWord(letter.kind)}`
}
