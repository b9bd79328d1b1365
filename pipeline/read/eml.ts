import PostalMime, { type Address, type Email } from 'postal-mime'
import { htmlText } from './html-text.ts'
import { orMore, type ReadLimits } from './limits.ts'
import { type Attachment, address, type OpenedMail } from './mail-text.ts'
import { isSmallPicture, leftOutNote } from './picture/small-picture.ts'
import { safeName } from './safe-name.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Attachments that only sign the mail or hold its sender's card. */
const noLetter = /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-signature|text\/(?:x-)?vcard)$/

/**
 * Opens a mail as mail programs send and store it (.eml): its head, its body, its attachments, of which mails within it
 * are some. Pictures that are too small to be a page, most of them logos, are named in a note.
 * @throws UnreadableFile when it is broken or has too many attachments
 */
export async function openEml(bytes: Uint8Array, limits: ReadLimits): Promise<OpenedMail> {
  const email = await parse(bytes)
  const { from, to, cc, subject, date, text, html } = email
  const body = text?.trim() ? text : html ? htmlText(html) : ''
  const files = email.attachments.filter(({ mimeType }) => !noLetter.test(mimeType))
  const small = new Set(files.filter(isSmall))
  const attached = files.filter((one) => !small.has(one))
  if (attached.length > limits.entries) throw tooManyAttachments(limits.entries)
  const leftOut = leftOutNote([...small].map(({ filename }) => safeName(filename ?? 'a picture')))
  return {
    mail: {
      from: addresses(from ? [from] : []).join('; ') || null,
      sent: date === undefined ? null : new Date(date),
      to: addresses(to ?? []),
      cc: addresses(cc ?? []),
      subject: subject ?? null,
      body,
    },
    attachments: attached.map(asAttachment),
    notes: leftOut === null ? [] : [leftOut],
  }
}

export const tooManyAttachments = (most: number) =>
  new UnreadableFile(
    `more than ${most} attachments`,
    orMore('save those that are letters by themselves', 'entries'),
  )

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  } catch (error) {
    // its limits of nesting and of the size of heads are plain errors
    if (!(error instanceof Error)) throw error
    throw new UnreadableFile(`the mail is broken (${error.message})`, 'save it again')
  }
}

/** The parser is not asked for text, so the content is bytes. */
const bytesOf = ({ content }: Email['attachments'][number]) => new Uint8Array(content as ArrayBuffer)

const isSmall = (one: Email['attachments'][number]): boolean =>
  one.mimeType.startsWith('image/') &&
  isSmallPicture(bytesOf(one), one.related === true || one.disposition === 'inline')

function asAttachment(attachment: Email['attachments'][number], at: number): Attachment {
  const { filename, mimeType } = attachment
  const isMail = mimeType === 'message/rfc822'
  const name = filename ?? `${isMail ? 'mail' : 'attachment'}-${at + 1}${isMail ? '.eml' : ''}`
  return { name, ...(isMail ? { kind: 'eml' } : {}), read: async () => bytesOf(attachment) }
}

const addresses = (list: Address[]): string[] =>
  list.flatMap((one) =>
    'group' in one && one.group ? addresses(one.group) : (address(one.name, one.address) ?? []),
  )
