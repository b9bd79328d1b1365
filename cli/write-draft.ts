import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import type { ReplyOptions } from '../followup/replies/context.ts'
import { annexTemplate, ownTemplates, usualReplyDays } from '../followup/replies/draft-letter.ts'
import { annexFile, letterFile, replyContent, type To } from '../followup/replies/make-draft.ts'
import { openVerdicts } from '../followup/replies/open-verdicts.ts'
import { type Period, parsePeriod } from '../schemas/period.ts'
import type { ReplyKind, ReplyLimit, StoredReply } from '../schemas/reply.ts'
import type { Store } from '../store/query.ts'
import { inTransaction } from '../store/query.ts'
import { readReply, saveReply } from '../store/replies.ts'
import type { DraftOptions } from './commands/reply.ts'
import { findCases } from './find-cases.ts'
import { namedMunicipality } from './municipality.ts'
import { parseDay } from './parse-day.ts'
import { todayOf } from './today.ts'
import { UsageError } from './usage-error.ts'
import { writeInto } from './write-into.ts'

/** A letter's template is a few pages; what is larger is none. */
const mostBytes = 20_000_000

export type WrittenDraft = { reply: Omit<StoredReply, 'template'>; written: string[]; remarks: string[] }

/**
 * Drafts a letter: it is stored with its evidence and written, with its annex for internal use, into a folder. When
 * anything is missing or the folder cannot be written, nothing is stored.
 */
export async function writeDraft(
  store: Store,
  kind: ReplyKind,
  options: DraftOptions,
): Promise<WrittenDraft> {
  const read = readOptions(options)
  const to = kind === 'orientation' ? null : await addressee(store, options, read.date)
  const template = readTemplate(options.template ?? join(packageRoot, 'data/templates', ownTemplates[kind]))
  const annex = annexTemplate()
  const content = replyContent(store, kind, to, read)
  const letter = {
    kind,
    content,
    templateName: basename(options.template ?? ownTemplates[kind]),
    template,
    municipality: to?.municipality ?? null,
    caseId: to?.case?.id ?? null,
    period: read.period?.code ?? null,
    date: read.date,
    limit: 'svarfrist' in content.fields ? read.limit : null,
    createdAt: new Date().toISOString(),
  }
  const docx = letterFile(letter)
  return inTransaction(store, () => {
    const id = saveReply(store, letter)
    const stored = readReply(store, id)
    if (!stored) throw new Error(`draft ${id} vanished`)
    const name = ['udkast', kind, to?.municipality.code, id].filter((part) => part !== undefined).join('-')
    const written = [
      writeInto(options.out, `${name}.docx`, docx),
      writeInto(options.out, `${name}-internt-bilag.docx`, annexFile(stored, annex)),
    ]
    const { template: _, ...reply } = stored
    return { reply, written, remarks: remarks(store, stored) }
  })
}

/** What a person should know before approving. */
function remarks(store: Store, reply: StoredReply): string[] {
  const open = openVerdicts(store, reply).length
  if (open === 0) return []
  return [
    `${open} verdict${open > 1 ? 's it rests on are proposals' : ' it rests on is a proposal'}; see 'opfolg verdict'`,
  ]
}

function readOptions(options: DraftOptions): ReplyOptions {
  const { date, replyDays, replyBy, received, period, statusPeriod, signer, subject } = options
  const day = date === undefined ? todayOf(undefined) : parseDay('date', date)
  return {
    date: day,
    limit: limitOf(replyDays ?? String(usualReplyDays), replyBy, day),
    period: periodOf('period', period),
    statusPeriod: periodOf('status-period', statusPeriod),
    received: received === undefined ? null : parseDay('received', received),
    signer: signer?.trim() || null,
    subject: subject?.trim() || null,
  }
}

function limitOf(days: string, by: string | undefined, date: string): ReplyLimit {
  if (by !== undefined) {
    const day = parseDay('reply-by', by)
    if (day <= date) throw new UsageError(`--reply-by ${by}: lies not after the letter's date ${date}`)
    return { day }
  }
  const workingDays = Number(days)
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > 250)
    throw new UsageError(`--reply-days ${days}: a number of working days from 1 to 250`)
  return { workingDays }
}

function periodOf(option: string, typed: string | undefined): Period | null {
  if (typed === undefined) return null
  const period = parsePeriod(typed)
  if (!period)
    throw new UsageError(`--${option} ${typed}: not a period; write it as 2018M12, 2018Q04 or 2018Y01`)
  return period
}

async function addressee(store: Store, options: DraftOptions, date: string): Promise<To> {
  const { case: what, municipality } = options
  if (what === undefined && municipality === undefined)
    throw new UsageError('reply: name the case with --case, or a municipality with --municipality')
  if (what === undefined) return { municipality: namedMunicipality(municipality ?? ''), case: null }
  const cases = await findCases(store, what, date)
  const [only, ...more] = cases
  if (!only || more.length > 0)
    throw new UsageError(
      `${what}: stands for ${cases.length} cases; name one: ${cases.map(({ id }) => id).join(', ')}`,
    )
  return { municipality: only.municipality, case: only }
}

function readTemplate(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > mostBytes) throw new UsageError(`${path}: too large for a template`)
    return bytes
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      `${path}: the template cannot be read (${code === 'ENOENT' ? 'there is no such file' : code})`,
    )
  }
}
