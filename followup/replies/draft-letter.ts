import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import type { ReplyKind, StoredReply } from '../../schemas/reply.ts'
import type { Store } from '../../store/query.ts'
import { readReply, saveReply } from '../../store/replies.ts'
import type { ReplyOptions } from './context.ts'
import { letterFile, replyContent, type To } from './make-draft.ts'

/** The template of each kind of letter, in `data/templates`. */
export const ownTemplates: Record<ReplyKind, string> = {
  request: 'anmodning.docx',
  'supplementary-request': 'anmodning-supplerende.docx',
  acknowledgement: 'kvittering.docx',
  status: 'status.docx',
  orientation: 'orientering.docx',
}

/** Working days for an answer when nobody says otherwise. */
export const usualReplyDays = 15

const inTemplates = (name: string): string => join(packageRoot, 'data/templates', name)

/** The template of the annex for internal use. */
export const annexTemplate = (): Uint8Array => readFileSync(inTemplates('internt-bilag.docx'))

/**
 * Drafts a letter by the ministry's own template and stores it with its evidence.
 * @param at the time of drafting, ISO 8601
 * @throws BadTemplate when what it needs is not recorded; then nothing is stored
 */
export function draftLetter(
  store: Store,
  kind: ReplyKind,
  to: To,
  options: ReplyOptions,
  at: string,
): StoredReply {
  const templateName = ownTemplates[kind]
  const content = replyContent(store, kind, to, options)
  const letter = { kind, content, templateName, template: readFileSync(inTemplates(templateName)) }
  letterFile(letter)
  const id = saveReply(store, {
    ...letter,
    municipality: to?.municipality ?? null,
    caseId: to?.case?.id ?? null,
    period: options.period?.code ?? null,
    date: options.date,
    limit: 'svarfrist' in content.fields ? options.limit : null,
    createdAt: at,
  })
  const stored = readReply(store, id)
  if (!stored) throw new Error(`draft ${id} vanished`)
  return stored
}
