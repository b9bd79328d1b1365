import iconv from 'iconv-lite'
import type { ReadFile } from '../../schemas/page.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A mail's head and body. `sent` is when it was sent; addresses are as a person reads them. */
export type Mail = {
  from: string | null
  sent: Date | null
  to: string[]
  cc: string[]
  subject: string | null
  body: string
}

/** A file that is attached to a mail: `kind` where the mail itself says it is a mail. */
export type Attachment = { name: string; kind?: 'eml'; read: () => Promise<Uint8Array> }

export type OpenedMail = { mail: Mail; attachments: Attachment[]; notes: string[] }

/** Danish letters tell the time of Denmark, wherever the mail server stands. */
const danishTime = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'Europe/Copenhagen',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/**
 * A mail as a letter of one page: the lines of its head as Danish mail programs print them, then its body.
 * @throws UnreadableFile when there is nothing in it
 */
export function readMail({ mail, notes }: OpenedMail): ReadFile {
  const field = (label: string, value: string | null) => (value ? [`${label}: ${oneLine(value)}`] : [])
  const head = [
    ...field('Fra', mail.from),
    ...field('Sendt', mail.sent && danishDate(mail.sent)),
    ...field('Til', mail.to.join('; ')),
    ...field('Cc', mail.cc.join('; ')),
    ...field('Emne', mail.subject),
  ]
  const body = mail.body.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim()
  if (head.length + body.length === 0) throw new UnreadableFile('the mail is empty', 'fetch it again')
  const text = mendedWindows(`${head.join('\n')}\n\n${body}\n`).normalize('NFC')
  return { format: 'mail', pages: [{ number: 1, text }], notes }
}

/** An address with its name, as "Anne Lund <al@koege.dk>"; null when both are empty. */
export function address(name: string | undefined, at: string | undefined): string | null {
  const [plain, mail] = [name?.trim() ?? '', at?.trim() ?? '']
  if (plain === '' || plain === mail) return mail || null
  return mail === '' ? plain : `${plain} <${mail}>`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function danishDate(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const parts = new Map(danishTime.formatToParts(date).map(({ type, value }) => [type, value]))
  const [day, month, year] = [parts.get('day'), parts.get('month'), parts.get('year')]
  return `${day}. ${month} ${year} ${parts.get('hour')}:${parts.get('minute')}`
}

/**
 * Node's decoder leaves the bytes 80-9F of Windows-1252 (dashes, quotes) as control characters, which no text has:
 * they are decoded once more.
 */
function mendedWindows(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) =>
    iconv.decode(Uint8Array.of(sign.charCodeAt(0)), 'windows-1252'),
  )
}
