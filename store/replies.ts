import type { ReplyContent, ReplyKind, StoredReply } from '../schemas/reply.ts'
import { saveAuditEntry } from './decide.ts'
import { replyId } from './ids.ts'
import { all, first, insert, inTransaction, query, run, type Store } from './query.ts'
import { inPortions } from './read-commitments.ts'
import { recordReliance } from './save-figures.ts'
import type { ReplyTable } from './tables.ts'

export type NewReply = Pick<
  StoredReply,
  | 'kind'
  | 'municipality'
  | 'caseId'
  | 'period'
  | 'date'
  | 'limit'
  | 'content'
  | 'templateName'
  | 'template'
  | 'createdAt'
>

/** Stores a draft, and notes with which values it was written. @returns its id */
export function saveReply(store: Store, reply: NewReply): string {
  return inTransaction(store, () => {
    const { kind, municipality, date, createdAt, content, period } = reply
    const id = replyId(
      [kind, municipality?.code ?? '', date, createdAt],
      (taken) => readReply(store, taken) !== null,
    )
    const row: ReplyTable = {
      id,
      kind,
      state: 'draft',
      municipality_code: municipality?.code ?? null,
      municipality_name: municipality?.name ?? null,
      case_id: reply.caseId,
      period,
      date,
      reply_limit: reply.limit && JSON.stringify(reply.limit),
      content: JSON.stringify(content),
      template_name: reply.templateName,
      template: reply.template,
      created_at: createdAt,
      approved_by: null,
      approved_at: null,
      case_number: null,
      letter_id: null,
    }
    insert(store, 'reply', row)
    if (content.observations.length > 0)
      recordReliance(
        store,
        { kind: 'draft', record: id, period: period ?? '', at: createdAt },
        content.observations,
      )
    return id
  })
}

/** One draft or sent letter by its id; null when there is none. */
export function readReply(store: Store, id: string): StoredReply | null {
  const row = first(store, query.selectFrom('reply').selectAll().where('id', '=', id))
  return row ? stored(row) : null
}

/** All of them, oldest first. @param startsWith the beginning of the id */
export function readReplies(store: Store, startsWith = ''): StoredReply[] {
  const rows = query
    .selectFrom('reply')
    .selectAll()
    .where('id', 'like', `${startsWith.replace(/[^0-9a-f]/gi, '')}%`)
    .orderBy('created_at')
    .orderBy('id')
  return all(store, rows).map(stored)
}

/** What letters that were drafted here were sent as, by the ids of the letters. @param letters without it all of them */
export function readSentAs(store: Store, letters?: string[]): Map<string, ReplyKind> {
  const sent = query
    .selectFrom('reply')
    .select(['letter_id', 'kind'])
    .where('letter_id', 'is not', null)
    .where('state', '=', 'sent')
    .orderBy('created_at')
    .orderBy('id')
  const rows = letters
    ? inPortions(letters, (portion) => all(store, sent.where('letter_id', 'in', portion)))
    : all(store, sent)
  return new Map(rows.flatMap(({ letter_id, kind }) => (letter_id ? [[letter_id, kind] as const] : [])))
}

/** Who approves a draft, when and why; `proposals`: the commitments whose verdicts it tells though they are open. */
export type Approval = { by: string; at: string; reason: string; proposals: string[] }

/** Records that a person approves a draft, in the audit log too. */
export function approveReply(store: Store, id: string, { by, at, reason, proposals }: Approval): void {
  inTransaction(store, () => {
    const before = { state: readReply(store, id)?.state }
    const values = { state: 'approved' as const, approved_by: by, approved_at: at }
    run(store, query.updateTable('reply').set(values).where('id', '=', id))
    const after = { state: 'approved', ...(proposals.length > 0 && { proposals }) }
    saveAuditEntry(store, { at, who: by, action: 'reply-approved', recordId: id, before, after, reason })
  })
}

export type Sent = { date: string; caseNumber: string; letterId: string; content: ReplyContent }

/** Records that an approved letter was sent, with its date and case number, in the audit log too. */
export function markReplySent(store: Store, id: string, sent: Sent, by: string, at: string): void {
  inTransaction(store, () => {
    const { date, caseNumber, letterId, content } = sent
    const values = {
      state: 'sent' as const,
      date,
      case_number: caseNumber,
      letter_id: letterId,
      content: JSON.stringify(content),
    }
    run(store, query.updateTable('reply').set(values).where('id', '=', id))
    const after = { state: 'sent', date, caseNumber, letterId }
    const before = { state: 'approved' }
    saveAuditEntry(store, { at, who: by, action: 'reply-sent', recordId: id, before, after, reason: '' })
  })
}

function stored(row: ReplyTable): StoredReply {
  const { municipality_code: code, municipality_name: name, reply_limit, content } = row
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    municipality: code && name ? { code, name } : null,
    caseId: row.case_id,
    period: row.period,
    date: row.date,
    limit: reply_limit && JSON.parse(reply_limit),
    // drafts of earlier versions do not say on which verdicts they rest
    content: { verdicts: [], ...JSON.parse(content) },
    templateName: row.template_name,
    template: row.template,
    createdAt: row.created_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    caseNumber: row.case_number,
    letterId: row.letter_id,
  }
}
