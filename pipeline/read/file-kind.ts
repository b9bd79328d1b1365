import { openOle } from './ole-file.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What a file is by its content. `zip` may still be a Word file: `zipKind` tells. */
export type FileKind = 'pdf' | 'zip' | 'msg' | 'eml' | 'picture' | 'text'

/** How much of a file its kind is told by. */
export const startBytes = 4096

/** PNG, JPEG and TIFF in both orders of bytes. */
const pictureStarts = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'II*\0', 'MM\0*']

/** Pictures that are not read. */
const otherPictures: [RegExp, string][] = [
  [/^GIF8[79]a/, 'GIF'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'BMP'],
  [/^RIFF[\s\S]{4}WEBP/, 'WebP'],
  [/^(?:II\+\0|MM\0\+)/, 'BigTIFF'],
  [/^[\s\S]{4}ftypavi/, 'AVIF'],
  [/^[\s\S]{4}ftyp(?:hei|hev|mif)/, 'HEIC, as telephones take them'],
  [/^(?:<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*)?<svg[\s>]/, 'SVG'],
]

/** Texts that are made for programs. */
const markedTexts: [RegExp, string, string][] = [
  [
    /^\s*<(?:!doctype html|html)[\s>]/i,
    'a web page (HTML)',
    'open it: print it as PDF, or fetch the letter again',
  ],
  [
    /^<\?xml[\s\S]*?progid="Word\.Document"/,
    'a Word file as XML',
    'open it in Word and save it as .docx or PDF',
  ],
  [/^<\?xml[\s\S]*?<office:document[\s>]/, 'an OpenDocument file', 'save it as .docx or PDF'],
  [/^<\?xml\s/, 'an XML file', 'save the letter itself as .docx or PDF'],
]

const zipStarts = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008PK']

const oldWord = 'an old Word file (.doc)'
const asDocxOrPdf = 'open it in Word and save it as .docx or PDF'

/** What is known by its first bytes (as Latin-1) but not read: what it is, and what a person can do. */
const refusedStarts: [string[], string, string][] = [
  [['{\\rtf'], 'a rich text file', asDocxOrPdf],
  [['\u00db\u00a5-\0', '1\u00be\0\0\0\u00ab'], oldWord, asDocxOrPdf],
  [['\u00ffWPC'], 'a WordPerfect file', 'save it as .docx or PDF'],
  [['%!PS'], 'a PostScript file', 'save it as PDF'],
  [['SQLite format 3'], 'a database', 'take it out of the folder'],
  [
    ['Rar!\u001a\u0007', '7z\u00bc\u00af', '\u001f\u008b'],
    'a packed archive',
    'unpack it, or pack it as ZIP',
  ],
  [['x\u009f>"'], "an attachment in Outlook's own packing (winmail.dat)", 'ask for the mail again as .msg'],
]

/** How films begin, behind four bytes of their own. */
const film = 'ftyp'

/** The same for files that are no text. */
const refusedBinaries: [string[], string, string][] = [
  [['MZ', '\u007fELF'], 'a program', 'take it out of the folder'],
  [['L\0\0\0\u0001\u0014\u0002\0'], 'a Windows shortcut', 'put the file that it leads to in its place'],
  [[film, 'ID3', 'OggS', 'RIFF', 'fLaC'], 'sound or film', 'take it out of the folder'],
]

/** The same for OLE compound files, by a stream at their top level. */
const oleKinds: [string[], string, string][] = [
  [['EncryptedPackage'], 'encrypted', 'open it with its password and save a copy without'],
  [['WordDocument'], oldWord, asDocxOrPdf],
  [['Workbook', 'Book'], 'an old Excel workbook (.xls)', 'save the letter itself as PDF'],
  [['PowerPoint Document'], 'an old PowerPoint file (.ppt)', 'save it as PDF'],
]

/** The object identifier that begins encrypted and signed mails. */
const pkcs7 = '\u0006\u0009*\u0086H\u0086\u00f7\r\u0001\u0007'

const oleStart = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'

/** Tells by its first bytes what a file is; `ole` is an old office file or an Outlook message. */
export function startKind(bytes: Uint8Array): Exclude<FileKind, 'msg'> | 'ole' {
  const start = latin1(bytes)
  if (zipStarts.some((mark) => start.startsWith(mark))) return 'zip'
  if (start.startsWith(oleStart)) return 'ole'
  if (pictureStarts.some((mark) => start.startsWith(mark))) return 'picture'
  if (isMail(start)) return 'eml'
  return start.slice(0, 1024).includes('%PDF-') ? 'pdf' : 'text'
}

/**
 * Tells by its content what a file is.
 * @throws UnreadableFile with what to do when it is a kind that is not read
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const kind = startKind(bytes)
  if (kind === 'ole') return oleKind(bytes)
  const start = latin1(bytes)
  if (kind === 'text') refuseOthers(start)
  return kind
}

/** @throws UnreadableFile for what begins like a file that is not read */
function refuseOthers(start: string): void {
  for (const [begins, name] of otherPictures)
    if (begins.test(start))
      throw new UnreadableFile(
        `a picture of a kind that is not read (${name})`,
        'save it as PDF, PNG or JPEG',
      )
  if (start.slice(0, 64).includes(pkcs7))
    throw new UnreadableFile('an encrypted or signed mail (S/MIME)', 'save the mail decrypted')
  for (const [begins, what, advice] of markedTexts)
    if (begins.test(start.replace(/^\u00ef\u00bb\u00bf/, ''))) throw new UnreadableFile(what, advice)
  // a text may begin with the same letters, but no text holds zeros
  const others = start.includes('\0') ? [...refusedStarts, ...refusedBinaries] : refusedStarts
  for (const [marks, what, advice] of others)
    if (marks.some((mark) => start.startsWith(mark, mark === film ? 4 : 0)))
      throw new UnreadableFile(what, advice)
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, startBytes)).toString('latin1')

/** Office files that are a ZIP inside, by a name in it. */
const zipKinds: [RegExp, string, string][] = [
  [/^xl\//, 'an Excel workbook', 'save the letter itself as PDF'],
  [/^ppt\//, 'a PowerPoint file', 'save it as PDF'],
  [/^content\.xml$/, 'an OpenDocument file', 'save it as .docx or PDF'],
  [
    /^(?:Index\/Document\.iwa|Index\.zip|index\.xml)$/,
    'a document of Pages, Numbers or Keynote',
    'export it as .docx or PDF',
  ],
  [/^FixedDocumentSequence\.fdseq$/, 'an XPS document', 'open it and print it as PDF'],
  [/^META-INF\/container\.xml$/, 'an electronic book (EPUB)', 'save the letter itself as PDF'],
  [/^META-INF\/MANIFEST\.MF$/, 'a program', 'take it out of the folder'],
]

/**
 * Tells by the names of its entries whether a ZIP is a Word file.
 * @throws UnreadableFile when it is another office file, or empty
 */
export function zipKind(names: string[]): 'docx' | 'zip' {
  if (names.length === 0) throw new UnreadableFile('an empty ZIP', 'fetch it again')
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^\/?\[Content_Types\]\.xml$/i) && has(/^\/?word\/[^/]+\.xml$/i)) return 'docx'
  for (const [pattern, what, advice] of zipKinds) if (has(pattern)) throw new UnreadableFile(what, advice)
  return 'zip'
}

function oleKind(bytes: Uint8Array): FileKind {
  const { names, sound } = openOle(bytes)
  for (const [streams, what, advice] of oleKinds)
    if (streams.some((stream) => names.includes(stream))) throw new UnreadableFile(what, advice)
  if (!names.includes('__properties_version1.0'))
    throw new UnreadableFile('an office file that is broken or of an unknown kind', 'save it as PDF')
  if (!sound) throw new UnreadableFile('the Outlook message is broken', 'save it again as .msg')
  return 'msg'
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
