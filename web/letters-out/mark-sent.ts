import { casesOfLetter } from '../../followup/case/read-cases.ts'
import { contentWhenSent, letterFile } from '../../followup/replies/make-draft.ts'
import { type FileOutcome, ingestFiles } from '../../pipeline/run.ts'
import type { StoredReply } from '../../schemas/reply.ts'
import { placeLetter } from '../../store/case-placements.ts'
import { markReplySent } from '../../store/replies.ts'
import type { Web } from '../context.ts'
import { keepUpload } from '../inbox/keep-upload.ts'

/**
 * Notes that an approved letter was sent: it is written with its date and case number, read like any other letter, and
 * put into its case.
 * @returns the id of the letter, or null when it does not read as one letter; then it is not marked as sent
 */
export async function markSent(
  web: Web,
  reply: StoredReply,
  { date, caseNumber, who }: { date: string; caseNumber: string; who: string },
): Promise<string | null> {
  const at = web.now()
  const content = contentWhenSent(reply, { date, caseNumber })
  const name = [date, reply.kind, reply.municipality?.code, reply.id].filter(Boolean).join('-')
  const file = { name: `${name}.docx`, content: new Uint8Array(letterFile({ ...reply, content })) }
  const path = keepUpload(web.uploads, `${at}-${Number.parseInt(reply.id.slice(0, 8), 16)}`, file)
  const outcomes: FileOutcome[] = []
  await ingestFiles(web.store, [path], { at, onFile: (outcome) => outcomes.push(outcome) })
  const [outcome] = outcomes
  const [letterId, ...more] = outcome && outcome.outcome !== 'unreadable' ? outcome.ids : []
  if (letterId === undefined || more.length > 0) return null
  markReplySent(web.store, reply.id, { date, caseNumber, letterId, content }, who, at)
  const anchor = reply.caseId?.split('-')[1]
  if (!anchor || !reply.municipality || anchor === letterId) return letterId
  const stands = casesOfLetter(web.store, letterId, at.slice(0, 10)).some(({ steps }) =>
    steps.some((step) => step.letterId === anchor),
  )
  const placement = { letter: letterId, municipality: reply.municipality.code, with: anchor }
  if (!stands) placeLetter(web.store, placement, { who, at, reason: 'sendt i denne sag', onlyThere: false })
  return letterId
}
