import type { Case } from '../../schemas/case.ts'
import { danish } from '../../schemas/glossary.ts'
import { monthOf } from '../../schemas/period.ts'
import type { Fields, ReplyContent, ReplyKind, StoredReply } from '../../schemas/reply.ts'
import type { Store } from '../../store/query.ts'
import { readLetters } from '../../store/read-letters.ts'
import { readCaseAssessment } from '../assessment/read-assessment.ts'
import { readCases } from '../case/read-cases.ts'
import { danishDate } from '../danish-words.ts'
import { readChecklist } from '../read-checklist.ts'
import { coursesFor } from '../verdicts/verdicts-for.ts'
import { type Addressee, lastDay, officialName, type ReplyOptions, type ReplyRecords } from './context.ts'
import {
  acknowledgementContent,
  requestContent,
  statusContent,
  supplementaryContent,
} from './municipal-letters.ts'
import { orientationContent } from './orientation-letter.ts'
import { renderTemplate } from './render-template.ts'

/** To whom a letter goes: a municipality in one of its cases, or in none; null for one about all of them. */
export type To = { municipality: { code: string; name: string }; case: Case | null } | null

/**
 * What a letter says, from everything recorded.
 * @throws BadTemplate when what it needs is not recorded
 */
export function replyContent(store: Store, kind: ReplyKind, to: To, options: ReplyOptions): ReplyContent {
  const period = options.period ?? monthOf(options.date)
  const records: ReplyRecords = {
    letters: readLetters(store),
    cases: readCases(store, options.date).cases,
    checklist: readChecklist(store, period),
  }
  if (kind === 'orientation' || !to) return orientationContent(records, options)
  const addressee: Addressee = {
    ...to,
    of:
      records.checklist.municipalities.find((one) => one.municipality.code === to.municipality.code) ?? null,
  }
  switch (kind) {
    case 'request':
      return requestContent(
        records,
        addressee,
        coursesFor(store, period).get(to.municipality.code) ?? [],
        options,
      )
    case 'supplementary-request':
      return supplementaryContent(records, addressee, to.case && readCaseAssessment(store, to.case), options)
    case 'acknowledgement':
      return acknowledgementContent(records, addressee, options)
    case 'status':
      return statusContent(records, addressee, options)
  }
}

type Letter = Pick<StoredReply, 'kind' | 'templateName' | 'template' | 'content'>

/** The letter as a Word file. @throws BadTemplate when the template or a field of it is not as it must be */
export function letterFile({ kind, templateName, template, content }: Letter): Buffer {
  return renderTemplate(templateName, kind, template, content.fields)
}

/** The annex for internal use: where each word of the letter comes from. @throws BadTemplate as `letterFile` */
export function annexFile(reply: StoredReply, annexTemplate: Uint8Array): Buffer {
  const { content, kind, id, date, municipality } = reply
  const fields: Fields = {
    dato: danishDate(date),
    brev: danish('step of a case', kind),
    nummer: id,
    modtager: municipality
      ? (officialName(municipality.code) ?? municipality.name)
      : 'Beskæftigelsesudvalget',
    belæg: content.evidence.map(({ field, words, record, place, quote }) => ({
      felt: field,
      ord: words,
      kilde: record,
      sted: place,
      kildens_ord: quote ?? '–',
    })),
  }
  return renderTemplate('internt-bilag.docx', 'annex', annexTemplate, fields)
}

/** The content of a letter as it is sent: with its date, last day for an answer and case number, and no mark of a draft. */
export function contentWhenSent(
  { content, limit }: Pick<StoredReply, 'content' | 'limit'>,
  { date, caseNumber }: { date: string; caseNumber: string },
): ReplyContent {
  const fields: Fields = {
    ...content.fields,
    dato: danishDate(date),
    journalnummer: caseNumber,
    udkast: false,
    ...(limit && content.fields.svarfrist ? { svarfrist: danishDate(lastDay(limit, date)) } : {}),
  }
  return { ...content, fields }
}
