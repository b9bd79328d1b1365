import { createRequire } from 'node:module'
import type * as burner from '@kenjiuno/msgreader/lib/Burner.js'
import { strToU8, type Zippable, zipSync } from 'fflate'

type Parts = Record<string, string | Uint8Array>

/** A ZIP of texts and bytes by name. */
export function madeZip(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files)
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const wordNamespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A part of a Word file with `inside` in its root. */
export const wordPart = (root: string, inside: string): string =>
  `${xml}<w:${root} ${wordNamespaces}>${inside}</w:${root}>`

/** A Word file with `body` between the tags of its body; `more` are further parts or replace those it has. */
export function madeDocx(body: string, more: Parts = {}): Uint8Array {
  return madeZip({
    '[Content_Types].xml': `${xml}<Types/>`,
    '_rels/.rels': `${xml}<Relationships><Relationship Id="r" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...more,
  })
}

/** The relations of a Word file's document: id, kind, target. */
export const wordRelations = (...relations: [string, string, string][]): Parts => ({
  'word/_rels/document.xml.rels': `${xml}<Relationships>${relations
    .map(([id, type, target]) => {
      const mode = target.includes('://') ? ' TargetMode="External"' : ''
      return `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"${mode}/>`
    })
    .join('')}</Relationships>`,
})

/** A paragraph with its properties. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** An OLE compound file whose directory has these names at its top level, and nothing in them. */
export function madeOle(names: string[]): Uint8Array {
  const sector = 512
  const bytes = Buffer.alloc(sector * 4)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 0x1e)
  const empty = 0xffffffff
  for (let at = 0x4c; at < sector; at += 4) bytes.writeUInt32LE(empty, at)
  bytes.writeUInt32LE(0, 0x4c)
  bytes.writeUInt32LE(1, 0x2c)
  bytes.writeUInt32LE(1, 0x30)
  bytes.writeUInt32LE(0xfffffffe, 0x3c)
  bytes.writeUInt32LE(0xfffffffe, 0x44)
  // the table: itself, then the directory over two sectors
  bytes.fill(0xff, sector, sector * 2)
  for (const [at, next] of [0xfffffffd, 2, 0xfffffffe].entries()) bytes.writeUInt32LE(next, sector + at * 4)
  for (const [id, name] of ['Root Entry', ...names].entries()) {
    const at = sector * 2 + id * 128
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, at + 0x40)
    // each name's right neighbour is the next one; the root's child is the first
    bytes.writeUInt32LE(empty, at + 0x44)
    bytes.writeUInt32LE(id > 0 && id < names.length ? id + 1 : empty, at + 0x48)
    bytes.writeUInt32LE(id === 0 ? 1 : empty, at + 0x4c)
  }
  return bytes
}

type MadeMail = {
  head?: string[]
  body?: string
  attachments?: { name: string; content: string | Uint8Array; type?: string }[]
}

/** A mail with a text body and attachments; one of type message/rfc822 stands in it as it is. */
export function madeEml({ head = [], body = '', attachments = [] }: MadeMail): string {
  const lines = ['From: Anne Lund <al@koege.dk>', 'To: bm@bm.dk', 'Date: Tue, 14 May 2019 07:12:00 +0000']
  const own = head.map((line) => line.slice(0, line.indexOf(':')))
  const all = [
    ...lines.filter((line) => !own.includes(line.slice(0, line.indexOf(':')))),
    ...head,
    'MIME-Version: 1.0',
  ]
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', body]
  if (attachments.length === 0) return [...all, ...text, ''].join('\r\n')
  // a mail in the mail needs another mark
  const mark = `part-${attachments.length}-${attachments.reduce((sum, { content }) => sum + content.length, 0)}`
  const parts = attachments.flatMap(({ name, content, type = 'application/octet-stream' }) => {
    const asIs = type === 'message/rfc822'
    const data = asIs ? String(content) : Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')
    const encoding = asIs ? [] : ['Content-Transfer-Encoding: base64']
    return [
      `--${mark}`,
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${name}"`,
      ...encoding,
      '',
      data,
    ]
  })
  return [
    ...all,
    `Content-Type: multipart/mixed; boundary="${mark}"`,
    '',
    `--${mark}`,
    ...text,
    ...parts,
    `--${mark}--`,
    '',
  ].join('\r\n')
}

const { burn } = createRequire(import.meta.url)('@kenjiuno/msgreader/lib/Burner.js') as typeof burner

type Stream = [name: string, content: string | Uint8Array]
type Folder = { name: string; streams: Stream[] }

/** An Outlook message: property streams of its own (texts are UTF-16), and those of attachments and recipients. */
export function madeMsg(own: Stream[], folders: Folder[] = []): Uint8Array {
  const asEntry = ([name, content]: Stream) => {
    // a copy: the burner writes the whole memory that lies behind an array
    const data = new Uint8Array(typeof content === 'string' ? Buffer.from(content, 'utf16le') : content)
    return { name, type: 2, binaryProvider: () => data, length: data.length }
  }
  // the head of a property stream has 32 bytes in a message, 8 in a folder of it
  const properties = (head: number): Stream => ['__properties_version1.0', new Uint8Array(head)]
  const entries: burner.Entry[] = [{ name: 'Root Entry', type: 5, length: 0, children: [] }]
  const add = (entry: burner.Entry, parent: number) => {
    entries[parent]?.children?.push(entries.length)
    return entries.push(entry) - 1
  }
  for (const stream of [properties(32), ...own]) add(asEntry(stream), 0)
  for (const { name, streams } of folders) {
    const folder = add({ name, type: 1, length: 0, children: [] }, 0)
    for (const stream of [properties(8), ...streams]) add(asEntry(stream), folder)
  }
  return burn(entries)
}
