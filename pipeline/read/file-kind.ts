import { oleStreams } from './ole-streams.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What a file is by its content. `zip` may still be a Word file: its entries tell. */
export type FileKind = 'pdf' | 'zip' | 'msg' | 'eml' | 'text'

const zipStarts = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008PK']

/** What is known by its first bytes (as Latin-1) but not read: what it is, and what a person can do. */
const refusedStarts: [string[], string, string][] = [
  [['{\\rtf'], 'a rich text file', 'open it in Word and save it as .docx or PDF'],
  [
    ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\0', 'MM\0*'],
    'an image alone',
    'scan it to PDF, or save it as PDF',
  ],
  [['SQLite format 3'], 'a database', 'take it out of the folder'],
  [
    ['Rar!\u001a\u0007', '7z\u00bc\u00af', '\u001f\u008b'],
    'a packed archive',
    'unpack it, or pack it as ZIP',
  ],
  [['x\u009f>"'], "an attachment in Outlook's own packing (winmail.dat)", 'ask for the mail again as .msg'],
]

/** The same for OLE compound files, by a stream at their top level. */
const oleKinds: [string[], string, string][] = [
  [['EncryptedPackage'], 'encrypted', 'open it with its password and save a copy without'],
  [['WordDocument'], 'an old Word file (.doc)', 'open it in Word and save it as .docx or PDF'],
  [['Workbook', 'Book'], 'an old Excel workbook (.xls)', 'save the letter itself as PDF'],
  [['PowerPoint Document'], 'an old PowerPoint file (.ppt)', 'save it as PDF'],
]

/**
 * Tells by its content what a file is.
 * @throws UnreadableFile with what to do when it is a kind that is not read
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (zipStarts.some((mark) => start.startsWith(mark))) return 'zip'
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return oleKind(bytes)
  if (isMail(start)) return 'eml'
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  for (const [marks, what, advice] of refusedStarts)
    if (marks.some((mark) => start.startsWith(mark))) throw new UnreadableFile(what, advice)
  return 'text'
}

function oleKind(bytes: Uint8Array): FileKind {
  const streams = new Set(oleStreams(bytes))
  if (streams.has('__properties_version1.0')) return 'msg'
  for (const [names, what, advice] of oleKinds)
    if (names.some((name) => streams.has(name))) throw new UnreadableFile(what, advice)
  throw new UnreadableFile('an office file that is broken or of an unknown kind', 'save it as PDF')
}

/** Fields of which every mail has some, and which nobody types above a letter. */
const mailOnly = /^(?:received|return-path|message-id|mime-version|date|delivered-to|x-[a-z-]+)$/
const mailFields = /^(?:from|to|cc|subject|reply-to|sender|content-type)$/

/** Whether a file begins with the head of a mail: lines of field names, among them a sender or subject. */
function isMail(start: string): boolean {
  const lines = start.replace(/^\u00ef\u00bb\u00bf/, '').split(/\r?\n/)
  // a mailbox file has a line of its own before the head
  if (/^From \S+ /.test(lines[0] ?? '')) lines.shift()
  const end = lines.indexOf('')
  // the head may go on beyond the start, whose last line is then cut
  const head = end >= 0 ? lines.slice(0, end) : lines.slice(0, -1)
  if (!head.every((line, at) => /^[!-9;-~]+:/.test(line) || (at > 0 && /^[ \t]/.test(line)))) return false
  const fields = head.map((line) => line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase())
  return fields.some((field) => mailOnly.test(field)) && fields.some((field) => mailFields.test(field))
}
