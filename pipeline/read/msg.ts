import { createRequire } from 'node:module'
import type outlook from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader/lib/MsgReader.js'
import iconv from 'iconv-lite'
import { pictureNote, tooManyAttachments } from './eml.ts'
import { htmlText } from './html-text.ts'
import type { ReadLimits } from './limits.ts'
import { type Attachment, address, type OpenedMail } from './mail-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

type MsgReader = InstanceType<typeof outlook.default>

/** An old-style module, whose default export differs from loader to loader: required as what it is. */
const { default: Reader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof outlook

/**
 * Opens a mail that Outlook saved (.msg): its head, its body, its attachments, of which mails within it are some.
 * @throws UnreadableFile when it is broken, no mail (a contact, an appointment), or has too many attachments
 */
export function openMsg(bytes: Uint8Array, limits: ReadLimits): OpenedMail {
  const { reader, fields } = parse(bytes)
  if (!/^(?:IPM\.Note|REPORT)/i.test(fields.messageClass ?? 'IPM.Note'))
    throw new UnreadableFile(
      `no mail but an Outlook item (${fields.messageClass})`,
      'take it out of the folder',
    )
  const recipients = (type: 'to' | 'cc') =>
    (fields.recipients ?? [])
      .filter(({ recipType }) => recipType === type)
      .flatMap((one) => address(unquoted(one.name), smtp(one.smtpAddress, one.email)) ?? [])
  const all = fields.attachments ?? []
  if (all.length > limits.entries) throw tooManyAttachments(limits.entries)
  const pictures = all.filter(isPicture).length
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
    attachments: all.filter((one) => !isPicture(one)).map((one, at) => asAttachment(reader, one, at)),
    notes: pictures === 0 ? [] : [pictureNote(pictures)],
  }
}

function parse(bytes: Uint8Array): { reader: MsgReader; fields: FieldsData } {
  const read = (ansiEncoding: string) => {
    const reader = new Reader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    reader.parserConfig = { ansiEncoding }
    return { reader, fields: reader.getFileData() }
  }
  try {
    const first = read('windows-1252')
    if (first.fields.error) throw new Error(first.fields.error)
    // texts that are not Unicode are in the code page that the message names
    const named = codePage(first.fields.messageCodepage)
    return named === 'windows-1252' ? first : read(named)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new UnreadableFile(`the Outlook message is broken (${error.message})`, 'save it again as .msg')
  }
}

/** The name of a Windows code page; ASCII and Latin-1 are read as Windows-1252, which holds them. */
function codePage(number: number | undefined): string {
  if (number === 65001) return 'utf-8'
  const name = number === undefined ? '' : `cp${number}`
  return iconv.encodingExists(name) ? name : 'windows-1252'
}

function bodyOf(fields: FieldsData): string {
  if (fields.body?.trim()) return fields.body
  if (fields.bodyHtml) return htmlText(fields.bodyHtml)
  if (fields.html) return htmlText(iconv.decode(fields.html, codePage(fields.internetCodepage)))
  if (fields.compressedRtf)
    throw new UnreadableFile('the mail holds only rich text', 'open it in Outlook and save it as HTML or PDF')
  return ''
}

/** Outlook hides the pictures that its body shows. */
const isPicture = ({ attachmentHidden, pidContentId, attachMimeTag, fileName }: FieldsData): boolean =>
  (attachmentHidden === true || pidContentId !== undefined) &&
  (attachMimeTag?.startsWith('image/') ?? /\.(?:png|jpe?g|gif|bmp)$/i.test(fileName ?? ''))

function asAttachment(reader: MsgReader, fields: FieldsData, at: number): Attachment {
  const inner = fields.innerMsgContent === true
  const named = fields.fileName ?? fields.name ?? fields.fileNameShort
  const name = inner
    ? `${fields.innerMsgContentFields?.subject ?? fields.name ?? `mail-${at + 1}`}.msg`
    : (named ?? `attachment-${at + 1}`)
  return {
    name,
    read: async () => {
      try {
        return reader.getAttachment(fields).content
      } catch (error) {
        if (!(error instanceof Error)) throw error
        throw new UnreadableFile(`the attachment is broken (${error.message})`, 'save it by itself')
      }
    },
  }
}

/** Exchange has addresses of its own ("/o=..."), which say nothing outside. */
const smtp = (...candidates: (string | undefined)[]): string | undefined =>
  candidates.find((candidate) => candidate?.includes('@'))
const unquoted = (name: string | undefined): string | undefined => name?.replace(/^'(.*)'$/, '$1')
