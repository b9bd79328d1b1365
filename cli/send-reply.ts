import { existsSync } from 'node:fs'
import { casesOfLetter } from '../followup/case/read-cases.ts'
import { lastDay } from '../followup/replies/context.ts'
import { contentWhenSent, letterFile } from '../followup/replies/make-draft.ts'
import { type FileOutcome, ingestFiles } from '../pipeline/run.ts'
import type { StoredReply } from '../schemas/reply.ts'
import type { StoredLetter } from '../schemas/stored-letter.ts'
import { placeLetter } from '../store/case-placements.ts'
import type { Store } from '../store/query.ts'
import { readLetters } from '../store/read-letters.ts'
import { markReplySent } from '../store/replies.ts'
import type { SentOptions } from './commands/reply.ts'
import { oneReply } from './one-reply.ts'
import { parseDay } from './parse-day.ts'
import { UsageError } from './usage-error.ts'
import { writeInto } from './write-into.ts'

/**
 * Notes that an approved letter was sent: it is written with its date and case number (or taken as it was sent), read
 * like any other letter, and put into its case.
 * @returns what was done, and what reads differently from what was approved
 */
export async function sendReply(store: Store, typed: string, options: SentOptions): Promise<string[]> {
  const { caseNumber, by, file, out } = options
  const date = parseDay('date', options.date)
  if (!caseNumber.trim()) throw new UsageError('reply sent: name the case number with --case-number')
  if (!by.trim()) throw new UsageError('reply sent: say who with --by NAME')
  const reply = oneReply(store, typed)
  if (reply.state === 'draft')
    throw new UsageError(`${reply.id}: not approved yet; 'opfolg reply approve ${reply.id} --by NAME'`)
  if (reply.state === 'sent') throw new UsageError(`${reply.id}: sent already, on ${reply.date}`)
  if (file !== undefined && !existsSync(file)) throw new UsageError(`${file}: there is no such file`)
  const content = contentWhenSent(reply, { date, caseNumber })
  const name = `${date}-${reply.kind}${reply.municipality ? `-${reply.municipality.code}` : ''}-${reply.id}.docx`
  const path = file ?? writeInto(out, name, letterFile({ ...reply, content }))
  const at = new Date().toISOString()
  const letter = await readBack(store, path, at)
  markReplySent(store, reply.id, { date, caseNumber, letterId: letter.id, content }, by, at)
  place(store, reply, letter, { who: by, at })
  return [
    `${path}: sent ${date}, case number ${caseNumber}, letter ${letter.id}`,
    ...differences(reply, letter, date, caseNumber).map((line) => `${path}: ${line}`),
  ]
}

async function readBack(store: Store, path: string, at: string): Promise<StoredLetter> {
  const outcomes: FileOutcome[] = []
  await ingestFiles(store, [path], { at, onFile: (outcome) => outcomes.push(outcome) })
  const [outcome] = outcomes
  if (outcome?.outcome === 'unreadable') throw new UsageError(`${path}: ${outcome.reason}`)
  const [letter, ...more] = outcome ? readLetters(store, outcome.ids) : []
  if (!letter || more.length > 0)
    throw new UsageError(
      `${path}: read as ${more.length + (letter ? 1 : 0)} letters, so it is not marked as sent`,
    )
  return letter
}

/** Puts the letter into the case it was drafted for, when its own words lead elsewhere. */
function place(
  store: Store,
  { caseId, municipality }: StoredReply,
  letter: StoredLetter,
  by: { who: string; at: string },
): void {
  const anchor = caseId?.split('-')[1]
  if (!anchor || !municipality) return
  const stands = casesOfLetter(store, letter.id, by.at.slice(0, 10)).some(({ steps }) =>
    steps.some(({ letterId }) => letterId === anchor),
  )
  if (stands || anchor === letter.id) return
  const placement = { letter: letter.id, municipality: municipality.code, with: anchor }
  placeLetter(store, placement, { ...by, reason: 'sent in this case', onlyThere: false })
}

/** What the letter says otherwise when it is read than it was meant to. */
function differences(reply: StoredReply, letter: StoredLetter, date: string, caseNumber: string): string[] {
  const { municipality, limit } = reply
  const wanted = limit && reply.content.fields.svarfrist ? lastDay(limit, date) : null
  return [
    ...(letter.date === date ? [] : [`its date reads ${letter.date ?? 'as none'}, not ${date}`]),
    ...(letter.caseNumbers.includes(caseNumber)
      ? []
      : [`the case number ${caseNumber} does not stand in it`]),
    ...(municipality && letter.municipality?.code !== municipality.code
      ? [`reads as a letter to ${letter.municipality?.name ?? 'no municipality'}`]
      : []),
    ...(wanted && letter.replyDeadline && letter.replyDeadline.end !== wanted
      ? [`its last day for an answer reads ${letter.replyDeadline.end}, not ${wanted}`]
      : []),
  ]
}
