import { addWorkingDays } from '../../data/holidays.ts'
import { municipalities } from '../../data/municipality-names.ts'
import type { Case } from '../../schemas/case.ts'
import type { Checklist, MunicipalityChecklist } from '../../schemas/checklist.ts'
import type { Period } from '../../schemas/period.ts'
import type { ReplyLimit } from '../../schemas/reply.ts'
import type { StoredLetter } from '../../schemas/stored-letter.ts'
import { caseWords } from '../case/matter.ts'
import { danishDate } from '../danish-words.ts'
import { fromData, fromLetter, type Gathered, put, typed } from './evidence.ts'

/** What a person says on top of the records. Days are `YYYY-MM-DD`. */
export type ReplyOptions = {
  date: string
  limit: ReplyLimit
  period: Period | null
  /** The month whose data a status is announced on, as a period. */
  statusPeriod: Period | null
  received: string | null
  signer: string | null
  subject: string | null
}

/** What the letters are written from: everything recorded, as it stands at the letter's date. */
export type ReplyRecords = {
  letters: StoredLetter[]
  cases: Case[]
  checklist: Checklist
}

/** A municipality's part of the records. `of` is null when nothing is recorded about it. */
export type Addressee = {
  municipality: { code: string; name: string }
  case: Case | null
  of: MunicipalityChecklist | null
}

/** The last day for an answer. */
export function lastDay(limit: ReplyLimit, date: string): string {
  return 'day' in limit ? limit.day : addWorkingDays(date, limit.workingDays)
}

export function officialName(code: string): string | null {
  return municipalities().find((one) => one.code === code)?.officialName ?? null
}

/** The fields that every letter has. */
export function putFrame(
  to: Gathered,
  { letters, cases }: ReplyRecords,
  addressee: Addressee | null,
  options: ReplyOptions,
): void {
  put(to, 'dato', danishDate(options.date), typed('date'))
  put(to, 'udkast', true, null)
  put(to, 'journalnummer', null, null)
  putSigner(to, letters, options)
  putSubject(to, letters, cases, addressee?.case ?? null, options)
  if (!addressee) return
  put(to, 'kommune', officialName(addressee.municipality.code), fromData('municipalities.json'))
}

/** The one who signed the ministry's last letter. */
function putSigner(to: Gathered, letters: StoredLetter[], { signer }: ReplyOptions): void {
  if (signer !== null) {
    put(to, 'underskriver', signer, typed('signer'))
    return
  }
  const ours = ['acknowledgement', 'request', 'committee-orientation']
  const signed = letters.findLast(({ kind, signatories }) => ours.includes(kind) && signatories.length > 0)
  const name = signed?.signatories[0]?.name ?? null
  put(to, 'underskriver', name, signed ? fromLetter(signed, name) : null)
}

/**
 * What the case is about, in the words of its letters; where they only name the matter, in those of another case about it.
 */
function putSubject(
  to: Gathered,
  letters: StoredLetter[],
  cases: Case[],
  of: Case | null,
  { subject }: ReplyOptions,
): void {
  if (subject !== null) {
    put(to, 'emne', subject, typed('subject'))
    return
  }
  const matters = caseWords().matters.map(({ danish }) => danish)
  const named = (one: Case | null): one is Case => one !== null && !matters.includes(one.title)
  const alike = cases.filter((one) => !of || one.matter === of.matter)
  const longest = alike.filter(named).sort((a, b) => b.title.length - a.title.length)[0]
  const chosen = named(of) ? of : (longest ?? of)
  if (!chosen) {
    put(to, 'emne', null, null)
    return
  }
  const letter = letters.find(
    ({ id, subject: line }) =>
      line?.includes(chosen.title) && chosen.steps.some(({ letterId }) => letterId === id),
  )
  const from = letter ? fromLetter(letter, letter.subject) : fromData('cases/matters.json')
  put(to, 'emne', chosen.title, from)
}

/** The last day for an answer. */
export function putLimit(to: Gathered, { limit, date }: ReplyOptions): void {
  const option = 'day' in limit ? 'reply-by' : 'reply-days'
  put(to, 'svarfrist', danishDate(lastDay(limit, date)), typed(option))
}
