import { createRequire } from 'node:module'
import type outlook from '@kenjiuno/msgreader'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { tooManyAttachments } from './eml.ts'
import { htmlText } from './html-text.ts'
import type { ReadLimits } from './limits.ts'
import { type Attachment, address, type OpenedMail } from './mail-text.ts'
import { isSmallPicture, leftOutNote } from './picture/small-picture.ts'
import { safeName } from './safe-name.ts'
import { UnreadableFile } from './unreadable-file.ts'

type MsgReader = InstanceType<typeof outlook.default>

/** An old-style module, whose default export differs from loader to loader: required as what it is. */
const { default: Reader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof outlook

const text = z.string().optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)
const number = z.number().optional().catch(undefined)
const bytes = z.instanceof(Uint8Array).optional().catch(undefined)

/** What is used of a message's fields. In a broken one any of them may be of another type: as if it were not there. */
const fieldsSchema = z.object({
  messageClass: text,
  senderName: text,
  senderSmtpAddress: text,
  senderEmail: text,
  clientSubmitTime: text,
  messageDeliveryTime: text,
  subject: text,
  body: text,
  bodyHtml: text,
  html: bytes,
  compressedRtf: bytes,
  internetCodepage: number,
  messageCodepage: number,
  recipients: z
    .array(z.object({ recipType: text, name: text, smtpAddress: text, email: text }))
    .catch([])
    .default([]),
  attachments: z
    .array(
      z.object({
        fileName: text,
        fileNameShort: text,
        name: text,
        attachmentHidden: flag,
        pidContentId: text,
        attachMimeTag: text,
        innerMsgContent: flag,
        innerMsgContentFields: z.object({ subject: text }).optional().catch(undefined),
      }),
    )
    .catch([])
    .default([]),
})
type Fields = z.infer<typeof fieldsSchema>
type AttachedFields = Fields['attachments'][number]

/**
 * Opens a mail that Outlook saved (.msg): its head, its body, its attachments, of which mails within it are some.
 * @throws UnreadableFile when it is broken, no mail (a contact, an appointment), or has too many attachments
 */
export function openMsg(file: Uint8Array, limits: ReadLimits): OpenedMail {
  const { reader, fields } = parse(file)
  if (!/^(?:IPM\.Note|REPORT)/i.test(fields.messageClass ?? 'IPM.Note'))
    throw new UnreadableFile(
      `no mail but an Outlook item (${fields.messageClass})`,
      'take it out of the folder',
    )
  const recipients = (type: 'to' | 'cc') =>
    fields.recipients
      .filter(({ recipType }) => recipType === type)
      .flatMap((one) => address(unquoted(one.name), smtp(one.smtpAddress, one.email)) ?? [])
  const all = fields.attachments
  if (all.length > limits.entries) throw tooManyAttachments(limits.entries)
  const small = new Set(all.filter((one, at) => isSmall(reader, one, at)))
  const leftOut = leftOutNote([...small].map((one) => safeName(nameOf(one) ?? 'a picture')))
  const sent = fields.clientSubmitTime ?? fields.messageDeliveryTime
  return {
    mail: {
      from: address(fields.senderName, smtp(fields.senderSmtpAddress, fields.senderEmail)),
      sent: sent === undefined ? null : new Date(sent),
      to: recipients('to'),
      cc: recipients('cc'),
      subject: fields.subject ?? null,
      body: bodyOf(fields),
    },
    attachments: all.flatMap((one, at) => (small.has(one) ? [] : asAttachment(reader, one, at))),
    notes: leftOut === null ? [] : [leftOut],
  }
}

function parse(file: Uint8Array): { reader: MsgReader; fields: Fields } {
  const read = (ansiEncoding: string) => {
    const reader = new Reader(new DataView(file.buffer, file.byteOffset, file.byteLength))
    reader.parserConfig = { ansiEncoding }
    const data = reader.getFileData()
    if (data.error) throw new Error(data.error)
    return { reader, fields: fieldsSchema.parse(data) }
  }
  try {
    const first = read('windows-1252')
    // texts that are not Unicode are in the code page that the message names
    const named = codePage(first.fields.messageCodepage)
    return named === 'windows-1252' ? first : read(named)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new UnreadableFile('the Outlook message is broken', 'save it again as .msg')
  }
}

/** The name of a Windows code page; ASCII and Latin-1 are read as Windows-1252, which holds them. */
function codePage(number: number | undefined): string {
  if (number === 65001) return 'utf-8'
  const name = number === undefined ? '' : `cp${number}`
  return iconv.encodingExists(name) ? name : 'windows-1252'
}

function bodyOf(fields: Fields): string {
  if (fields.body?.trim()) return fields.body
  if (fields.bodyHtml) return htmlText(fields.bodyHtml)
  if (fields.html) return htmlText(iconv.decode(fields.html, codePage(fields.internetCodepage)))
  if (fields.compressedRtf)
    throw new UnreadableFile('the mail holds only rich text', 'open it in Outlook and save it as PDF')
  return ''
}

const nameOf = ({ fileName, name, fileNameShort }: AttachedFields): string | undefined =>
  fileName ?? name ?? fileNameShort

/** Whether an attachment is a picture too small to be a page. Outlook hides the pictures that its body shows. */
function isSmall(reader: MsgReader, fields: AttachedFields, at: number): boolean {
  const { attachmentHidden, pidContentId, attachMimeTag } = fields
  const isPicture =
    attachMimeTag?.startsWith('image/') ??
    /\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)$/i.test(nameOf(fields) ?? '')
  if (!isPicture) return false
  const shown = attachmentHidden === true || pidContentId !== undefined
  const content = contentOf(reader, at)
  return content === null ? shown : isSmallPicture(content, shown)
}

/** An attachment's bytes; null when it is broken. */
function contentOf(reader: MsgReader, at: number): Uint8Array | null {
  try {
    return reader.getAttachment(at).content
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return null
  }
}

function asAttachment(reader: MsgReader, fields: AttachedFields, at: number): Attachment {
  const inner = fields.innerMsgContent === true
  const name = inner
    ? `${fields.innerMsgContentFields?.subject ?? fields.name ?? `mail-${at + 1}`}.msg`
    : (nameOf(fields) ?? `attachment-${at + 1}`)
  return {
    name,
    read: async () => {
      const content = contentOf(reader, at)
      if (content === null) throw new UnreadableFile('the attachment is broken', 'save it by itself')
      return content
    },
  }
}

/** Exchange has addresses of its own ("/o=..."), which say nothing outside. */
const smtp = (...candidates: (string | undefined)[]): string | undefined =>
  candidates.find((candidate) => candidate?.includes('@'))
const unquoted = (name: string | undefined): string | undefined => name?.replace(/^'(.*)'$/, '$1')
