import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import {
  madeDocx,
  madeEml,
  madeMsg,
  madeOle,
  madeZip,
  paragraph,
  wordPart,
} from '../pipeline/read/made-files.ts'
import { letterLines } from './made-pdf.ts'

const letter = letterLines.join('\n\n')
const centralStart = Buffer.from('PK\u0001\u0002', 'latin1')

/** A ZIP whose directory was changed: `change` gets the bytes and the place of each entry in it. */
function withDirectory(zip: Uint8Array, change: (bytes: Buffer, at: number) => void): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(centralStart); at >= 0; at = bytes.indexOf(centralStart, at + 4))
    change(bytes, at)
  return bytes
}

/** A ZIP whose directory names the same packed bytes many times. */
function overlapping(count: number): Buffer {
  const zip = Buffer.from(madeZip({ 'a.txt': 'Vi vil. '.repeat(100_000) }))
  const [start, end] = [zip.indexOf(centralStart), zip.indexOf(Buffer.from('PK\u0005\u0006', 'latin1'))]
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE((end - start) * count, 12)
  const entries = Array<Buffer>(count).fill(zip.subarray(start, end))
  return Buffer.concat([zip.subarray(0, start), ...entries, tail])
}

const nested = (levels: number, wide: number): Uint8Array => {
  let zip = madeZip({ 'brev.txt': letter })
  for (let level = 0; level < levels; level++)
    zip = madeZip(Object.fromEntries(Array.from({ length: wide }, (_, at) => [`${at}.zip`, zip])))
  return zip
}

/** Mails attached to each other. */
const mails = (levels: number): string => {
  let mail = madeEml({ head: ['Subject: Redegørelse'], body: letter })
  for (let level = 0; level < levels; level++)
    mail = madeEml({
      body: 'Se den.',
      attachments: [{ name: 'mail.eml', content: mail, type: 'message/rfc822' }],
    })
  return mail
}

const multiparts = (levels: number): string =>
  [
    'From: a@b.dk',
    'Subject: x',
    'MIME-Version: 1.0',
    ...Array.from({ length: levels }, (_, at) => [
      `Content-Type: multipart/mixed; boundary="b${at}"`,
      '',
      `--b${at}`,
    ]).flat(),
    'Content-Type: text/plain',
    '',
    letter,
  ].join('\r\n')

const docx = (body: string, more: Record<string, string | Uint8Array> = {}) => madeDocx(body, more)
const document = (xml: string) => madeDocx('', { 'word/document.xml': xml })
const paragraphs = letterLines.map((line) => paragraph(line)).join('')
const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)

/** Files of other kinds that are broken, or made to break their reader, by name with extension. */
export const otherFiles: Record<string, () => Uint8Array | string> = {
  'empty.pdf': () => '',
  'blank.txt': () => ' \n\f\n\t ',
  'noise.docx': () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 7919 + at) % 256)),
  'zeros.txt': () => new Uint8Array(100_000),
  'one huge line.txt': () => `${letter} ${'Vi vil handle senest den 1. maj 2019 '.repeat(1000)}`,
  'one huge word.txt': () =>
    `${letter}\n${'a'.repeat(500_000)}\n${'1'.repeat(500_000)}\n${'('.repeat(500_000)}`,
  'a million line ends.txt': () => `${letter}${'\n'.repeat(1e6)}`,
  'zero bytes in it.txt': () => letter.replaceAll(' ', '\0'),
  'lone surrogates.txt': () =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(letter, 'utf16le'),
      Buffer.from([0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc, 0x42, 0x00]),
    ]),
  'UTF-8 cut in a character.txt': () => Buffer.from(`${letter} ø`).subarray(0, -1),
  'controls.txt': () => `${letter}\u001b[31m\u202e\u2028\ufeff`,
  'pdf named text.txt': () => '%PDF-1.4\nnothing',
  'zip named pdf.pdf': () => madeZip({ 'brev.txt': letter }),
  'text named pdf.pdf': () => letter,
  'text named zip.zip': () => letter,
  'mail named docx.docx': () => madeEml({ head: ['Subject: x'], body: letter }),
  'old.doc': () => madeOle(['1Table', 'WordDocument']),
  'locked.docx': () => madeOle(['EncryptionInfo', 'EncryptedPackage']),
  'cut.doc': () => madeOle(['WordDocument']).subarray(0, 700),
  'billede.png': () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0),
  'billede.tif': () => 'II*\0abc',
  'packed.gz': () => gzipSync(letter),

  'bomb.zip': () => zipSync({ 'bomb.txt': new Uint8Array(50_000_000), 'brev.txt': strToU8(letter) }),
  'overlapping bomb.zip': () => overlapping(3000),
  'ZIPs in ZIPs ten wide.zip': () => nested(6, 10),
  'ZIPs in ZIPs 30 deep.zip': () => nested(30, 1),
  'names that lead out.zip': () =>
    madeZip({
      '../../etc/brev.txt': letter,
      '/etc/passwd': letter,
      'C:\\Windows\\x.txt': letter,
      '..': letter,
    }),
  'size too small.zip': () =>
    withDirectory(madeZip({ 'brev.txt': letter.repeat(50) }), (bytes, at) =>
      bytes.writeUInt32LE(10, at + 24),
    ),
  'size too large.zip': () =>
    withDirectory(madeZip({ 'brev.txt': letter.repeat(50) }), (bytes, at) =>
      bytes.writeUInt32LE(500_000, at + 24),
    ),
  'place outside.zip': () =>
    withDirectory(madeZip({ 'brev.txt': letter }), (bytes, at) => bytes.writeUInt32LE(0x7fffffff, at + 42)),
  'sixty thousand files that are not there.zip': () => {
    const bytes = Buffer.from(madeZip({ 'brev.txt': letter }))
    const end = bytes.indexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
    bytes.writeUInt16LE(60_000, end + 8)
    bytes.writeUInt16LE(60_000, end + 10)
    return bytes
  },
  'cut.zip': () => madeZip({ 'brev.txt': letter.repeat(50) }).subarray(0, 300),
  'without names.zip': () => madeZip({ '': letter }),

  'mails in mails 100 deep.eml': () => mails(100),
  'parts in parts 100 deep.eml': () => multiparts(100),
  'parts in parts 5000 deep.eml': () => multiparts(5000),
  'a part that is never closed.eml': () =>
    `From: a@b.dk\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${letter}`,
  'a head of 5 MB.eml': () => `From: a@b.dk\r\nSubject: ${'x'.repeat(5e6)}\r\nDate: now\r\n\r\n${letter}`,
  'unknown codes.eml': () =>
    `From: =?x?q?=F8?= <a@b.dk>\r\nSubject: =?utf-8?b?////?=\r\nDate: 99 Foo 99999\r\nContent-Type: text/plain; charset=hemmelig\r\nContent-Transfer-Encoding: hemmelig\r\n\r\n${letter}`,
  'cut.msg': () => madeMsg([['__substg1.0_1000001F', letter]]).subarray(0, 2000),
  'winmail.dat': () => Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 0, 0, 0, 0),

  'entities that laugh.docx': () =>
    document(
      `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>${wordPart('document', '<w:body><w:p><w:r><w:t>&l30;</w:t></w:r></w:p></w:body>').replace(/^<\?.*?\?>/, '')}`,
    ),
  'elements 40000 deep.docx': () =>
    docx(`${paragraphs}${'<w:sdt><w:sdtContent>'.repeat(2e4)}${'</w:sdtContent></w:sdt>'.repeat(2e4)}`),
  'tables 10000 deep.docx': () =>
    docx(`${paragraphs}${'<w:tbl><w:tr><w:tc>'.repeat(1e4)}${'</w:tc></w:tr></w:tbl>'.repeat(1e4)}`),
  'text boxes 10000 deep.docx': () =>
    docx(
      `${paragraphs}${'<w:p><w:r><w:txbxContent>'.repeat(1e4)}${'</w:txbxContent></w:r></w:p>'.repeat(1e4)}`,
    ),
  'elements 900 deep.docx': () =>
    docx(`${paragraphs}${'<w:sdt><w:sdtContent>'.repeat(445)}${'</w:sdtContent></w:sdt>'.repeat(445)}`),
  'tags that are not closed.docx': () => document(`${wordPart('document', '<w:body><w:p>').slice(0, -20)}`),
  'attributes without end.docx': () => document(`<w:document ${'a="b" '.repeat(1e5)}`),
  'XML of noise.docx': () => document('<w:document>\u0000\u0001&&&<<<'),
  'styles in a circle.docx': () =>
    docx(paragraph('Vi vil.', '<w:pStyle w:val="A"/>') + paragraphs, {
      'word/styles.xml': wordPart(
        'styles',
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
      ),
    }),
  'a million columns.docx': () =>
    docx(
      `${paragraphs}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraph('x')}</w:tc></w:tr></w:tbl>`,
    ),
  'without its text.docx': () => madeZip({ '[Content_Types].xml': '<Types/>', 'word/other.xml': '<x/>' }),
}
