import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findFiles } from '../../pipeline/find-files.ts'
import { madeDocx, paragraph, wordRelations } from '../pipeline/read/made-files.ts'
import { letterLines } from './made-pdf.ts'
import { otherFiles } from './other-files.ts'
import { pdfFiles } from './pdf-files.ts'
import { type Reading, readWhole } from './read-whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-malformed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** One line for each file in it: how many letters it has and the notes, or the reason and the advice. */
const lines = (readings: Reading[]): string[] =>
  readings.map((reading) => {
    const inner = reading.inner === '' ? '' : `${reading.inner}: `
    if ('letters' in reading) return `${inner}read${reading.notes.map((note) => ` (${note})`).join('')}`
    const { reason, advice } = reading.refused
    expect(reason).not.toBe('')
    expect(advice).not.toBe('')
    return `${inner}${reason}`
  })

const read = /^read$/
const broken = /^the PDF is broken/
const nothingSeen = /^no text is seen on its pages/
const brokenImage = /^its pages cannot be read: the image is broken or above 50 megapixels/
const noPage = /^the PDF is broken: no page of it can be read/
const tooDeep = /^its parts lie more than 1000 deep in each other/
const badWord = /^the Word file is broken/

const expectedOfPdf: Record<string, RegExp> = {
  'truncated in the middle': broken,
  'truncated before its table': broken,
  'only a head': broken,
  'no pages': /^the PDF has no pages/,
  '5000 pages': /^too long: 5000 pages, at most 2000 are read/,
  'a million times the same page': /^too long: 1000000 pages/,
  'one page of two missing': /^read \(page 2: broken, not read\)/,
  'page tree in itself': noPage,
  'page tree in a circle': noPage,
  'catalogue that is a number': broken,
  'catalogue that is its own page tree': noPage,
  'lists 200000 deep in the contents': nothingSeen,
  'packing that is broken': nothingSeen,
  'packing of an unknown kind': nothingSeen,
  'contents that unpack to 5 MB': nothingSeen,
  'columns of two thousand million bytes': nothingSeen,
  'a font without Unicode map': /^its text is not readable \(fonts without a Unicode map\)/,
  'a page of a million points': nothingSeen,
  'a page as wide as a hair': nothingSeen,
  'text far off the page': nothingSeen,
  'a 100-megapixel image': brokenImage,
  'an image larger than its bytes': nothingSeen,
  'an image of two thousand million columns': brokenImage,
  'a broken JPEG': brokenImage,
  'a broken JPEG 2000': brokenImage,
  'a broken JBIG2': brokenImage,
  'a broken fax': nothingSeen,
  'a form that only Adobe Reader shows': /^a PDF form that only Adobe Reader shows/,
  'encrypted with a password': /^the PDF is encrypted/,
  'encrypted in an unknown way': broken,
}

describe('a PDF', () => {
  it.each(Object.entries(pdfFiles))('%s', async (name, make) => {
    const readings = lines(await readWhole(write('brev.pdf', make())))
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatch(expectedOfPdf[name] ?? read)
  })
})

const expectedOfOthers: Record<string, RegExp[]> = {
  'empty.pdf': [/^the file is empty/],
  'blank.txt': [/^the file holds no text/],
  'noise.docx': [/^not a text file/],
  'zeros.txt': [/^not a text file/],
  'zero bytes in it.txt': [/^not a text file/],
  'UTF-8 cut in a character.txt': [/^read \(encoding guessed/],
  'pdf named text.txt': [broken],
  'zip named pdf.pdf': [/^brev\.txt: read$/],
  'old.doc': [/^an old Word file/],
  'locked.docx': [/^encrypted/],
  'cut.doc': [/^an office file that is broken/],
  'billede.png': [/^the picture is broken/],
  'billede.tif': [/^the picture is broken/],
  'packed.gz': [/^a packed archive/],
  'bomb.zip': [/^bomb\.txt: it would unpack to \d+ times its size/, /^brev\.txt: read$/],
  'overlapping bomb.zip': [/^its files lie on top of each other/],
  'names that lead out.zip': [
    /^etc\/brev\.txt: read$/,
    /^etc\/passwd: read$/,
    /^Windows\/x\.txt: read$/,
    /^uden navn: read$/,
  ],
  'size too small.zip': [/^brev\.txt: its packing is broken/],
  'size too large.zip': [/^brev\.txt: its packing is broken/],
  'place outside.zip': [/^brev\.txt: its packing is broken/],
  'sixty thousand files that are not there.zip': [/^more than 5000 files in it/],
  'cut.zip': [/^the Word or ZIP file is broken/],
  'without names.zip': [/^uden navn: read$/],
  'cut.msg': [/broken/],
  'winmail.dat': [/winmail/],
  'parts in parts 5000 deep.eml': [/^the mail is broken \(Maximum MIME nesting depth/],
  'without its text.docx': [badWord],
  'entities that laugh.docx': [/^it declares entities/],
  'elements 40000 deep.docx': [tooDeep],
  'tables 10000 deep.docx': [tooDeep],
  'text boxes 10000 deep.docx': [tooDeep],
  'tags that are not closed.docx': [badWord],
  'attributes without end.docx': [badWord],
  'XML of noise.docx': [badWord],
}

describe('another file', () => {
  const many = ['ZIPs in ZIPs ten wide.zip', 'ZIPs in ZIPs 30 deep.zip', 'mails in mails 100 deep.eml']
  it.each(Object.entries(otherFiles).filter(([name]) => !many.includes(name)))('%s', async (name, make) => {
    const readings = lines(await readWhole(write(name, make())))
    const expected = expectedOfOthers[name] ?? [read]
    expect(readings).toEqual(expected.map((line) => expect.stringMatching(line)))
  })

  it.each(many)('%s', async (name) => {
    const readings = lines(await readWhole(write(name, otherFiles[name]?.() ?? '')))
    expect(readings.length).toBeLessThan(5100)
    expect(readings.at(-1)).toMatch(/too deep: at most 5|more than 5000 files in it/)
  })
})

describe('what lies in a folder', () => {
  it('links in a loop, a folder named as a PDF, a pipe, a file without permission', async () => {
    const place = join(folder, 'letters')
    mkdirSync(join(place, 'brev.pdf'), { recursive: true })
    writeFileSync(join(place, 'brev.pdf', 'a.txt'), letterLines.join('\n\n'))
    symlinkSync('..', join(place, 'brev.pdf', 'loop'))
    symlinkSync('nowhere', join(place, 'broken.txt'))
    symlinkSync('self', join(place, 'self'))
    spawnSync('mkfifo', [join(place, 'pipe.pdf')])
    const { files, unreachable } = await findFiles([place])
    expect(files).toEqual([join(place, 'brev.pdf', 'a.txt'), join(place, 'pipe.pdf')])
    expect(unreachable.map(({ code }) => code)).toEqual(['broken link', 'ELOOP'])
    expect(lines(await readWhole(join(place, 'pipe.pdf')))).toEqual(['not a file'])
    expect(lines(await readWhole(join(place, 'brev.pdf')))).toEqual(['not a file'])
  })

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = write('locked.txt', letterLines.join('\n'))
    chmodSync(path, 0)
    expect(lines(await readWhole(path))).toEqual(['cannot be opened (EACCES)'])
  })
})

it('nothing that a Word file refers to is fetched', async () => {
  let requests = 0
  const server = createServer((_, response) => {
    requests++
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const relations = wordRelations(
    ['a', 'image', `${address}/image.png`],
    ['b', 'attachedTemplate', `${address}/template.dotm`],
    ['c', 'header', `${address}/header.xml`],
    ['d', 'styles', `${address}/styles.xml`],
    ['e', 'aFChunk', `${address}/chunk.html`],
  )
  const body = `${letterLines.map((line) => paragraph(line)).join('')}
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "${address}/field.png"</w:instrText></w:r></w:p>
    <w:altChunk r:id="e"/><w:sectPr><w:headerReference w:type="default" r:id="c"/></w:sectPr>`
  const outside = `<?xml version="1.0"?><!DOCTYPE d SYSTEM "${address}/outside.dtd" [<!ENTITY x SYSTEM "${address}/entity">]><d>&x;</d>`
  try {
    expect(lines(await readWhole(write('linked.docx', madeDocx(body, relations))))).toEqual(['read'])
    const declared = madeDocx('', { 'word/document.xml': outside })
    expect(lines(await readWhole(write('declared.docx', declared)))).toEqual([
      'it declares entities, which no letter needs',
    ])
  } finally {
    server.close()
  }
  expect(requests).toBe(0)
})
