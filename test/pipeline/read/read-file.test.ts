import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { readLetterFile } from '../../../pipeline/read/read-file.ts'
import { UnreadableFile } from '../../../pipeline/read/unreadable-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const sample = (name: string) => join(packageRoot, name)
const text =
  'Kære minister\n\nKøge Kommune vil – senest i maj – give ”alle ledige” et tilbud. Æblegrød på ø.\n'

describe('text', () => {
  it.each<[string, Uint8Array | string, boolean]>([
    ['UTF-8', text, false],
    ['UTF-8 with a byte order mark', `\ufeff${text}`, false],
    ['UTF-16LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true }), false],
    ['UTF-16BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true }), false],
    ['UTF-16LE', iconv.encode(text, 'utf-16le'), true],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), true],
    ['decomposed letters', text.normalize('NFD'), false],
    ['Windows line ends', text.replaceAll('\n', '\r\n'), false],
    ['old Mac line ends', text.replaceAll('\n', '\r'), false],
  ])('%s', async (name, content, guessed) => {
    const file = await readLetterFile(write(`${name}.txt`, content))
    expect(file.pages).toEqual([{ number: 1, text }])
    expect(file.format).toBe('text')
    expect(file.notes).toHaveLength(guessed ? 1 : 0)
  })

  it('has a page for each form feed, none after the last', async () => {
    const file = await readLetterFile(write('pages.txt', 'en\n\fto\n\f\ffire\n\f\n'))
    expect(file.pages).toEqual([
      { number: 1, text: 'en\n' },
      { number: 2, text: 'to\n' },
      { number: 3, text: '' },
      { number: 4, text: 'fire\n' },
    ])
  })
})

describe('Markdown', () => {
  const read = async (markdown: string) => (await readLetterFile(write('a.md', markdown))).pages[0]?.text

  it.each([
    ['### **Kære minister**', '### Kære minister'],
    ['**Nye indsatser**', '**Nye indsatser**'],
    ['Vi vil *konkret* og **hurtigt** og _nu_ handle.', 'Vi vil konkret og hurtigt og nu handle.'],
    ['[www.koege.dk](http://www.koege.dk)', 'www.koege.dk'],
    [
      'Mail [vf@koege.dk](mailto:vf@koege.dk), se <https://star.dk/a_b_c>',
      'Mail vf@koege.dk, se https://star.dk/a_b_c',
    ],
    ['![Logo](logo.png)', ''],
    ['1\\. maj, 2018\\-015032, \\*ikke kursiv\\*', '1. maj, 2018-015032, *ikke kursiv*'],
    ['Returadresse:  \nTorvet 1\\\n4600 Køge', 'Returadresse:\nTorvet 1\n4600 Køge'],
    ['- Et\n  - To', '- Et\n  - To'],
    ['* Et', '* Et'],
    ['| Nr. | Indsats |\n|----:|:-------|\n| 1 | *Ny* vejledning |', 'Nr.\tIndsats\n1\tNy vejledning'],
    ['Mål\n===\n\nTekst\n\n---\n\nMere', '# Mål\n\nTekst\n\n\n\nMere'],
    ['Job &amp; Uddannelse<br>Køge', 'Job & Uddannelse\nKøge'],
    ['2 * 3 * 4 og a_b_c', '2 * 3 * 4 og a_b_c'],
  ])('%j', async (markdown, plain) => {
    // a line below, so that a file that holds only an image is not an empty one
    expect(await read(`${markdown}\n\nSlut`)).toBe(`${plain}\n\nSlut`)
  })
})

describe('PDF', () => {
  it('has the paragraphs of its pages, an empty line where the page leaves a gap', async () => {
    const file = await readLetterFile(sample('test/letters/pdf/koege.pdf'))
    expect(file.format).toBe('pdf')
    expect(file.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(file.pages[0]?.text).toContain('lovgivningens krav.\n\nVi vil starte')
    expect(file.pages[0]?.text).toContain('Køge Kommune har endvidere på baggrund')
    expect(file.pages[1]?.text).toContain('\n\nMed venlig hilsen\n\nBjarne Andersen\nArbejdsmarkedschef\n')
  })

  it('is known by its content, not by its name', async () => {
    const path = write('brev.txt', readFileSync(sample('test/letters/pdf/koege.pdf')))
    expect((await readLetterFile(path)).format).toBe('pdf')
  })
})

/** A PDF that asks for a password: its /U answers to none. */
const encrypted = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>endobj
trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]>>
%%EOF
`

describe('what cannot be read', () => {
  const pdf = readFileSync(sample('test/letters/pdf/koege.pdf'))
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', '', /empty/],
    ['blank.txt', ' \n\f\n\t ', /no text/],
    ['junk.txt', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), /not a text/],
    ['zeros.txt', new Uint8Array(500), /not a text/],
    ['brev.docx', 'PK\u0003\u0004abc', /Word/],
    ['billede.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), /the picture is broken/],
    ['broken.pdf', pdf.subarray(0, 1000), /broken/],
    ['encrypted.pdf', encrypted, /encrypted/],
    ['header.pdf', '%PDF-1.7\n', /broken/],
  ])('%s', async (name, content, reason) => {
    const error = await readLetterFile(write(name, content)).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UnreadableFile)
    expect((error as UnreadableFile).reason).toMatch(reason)
    expect((error as UnreadableFile).advice).not.toBe('')
  })

  it('a file that is too big is refused unread', async () => {
    const path = write('big.txt', 'a')
    truncateSync(path, 50 * 1024 * 1024)
    await expect(readLetterFile(path)).rejects.toThrow('too big: 50 MB, at most 20 MB are read')
  })

  it('a missing file, a folder', async () => {
    await expect(readLetterFile(join(folder, 'missing.txt'))).rejects.toThrow('cannot be opened (ENOENT)')
    await expect(readLetterFile(folder)).rejects.toThrow('not a file')
  })

  it('a file that grows while it is read', async () => {
    const path = write('growing.txt', Buffer.alloc(15e6, 'Vi ansætter to. '))
    let reading = true
    const read = readLetterFile(path).finally(() => {
      reading = false
    })
    const grow = () => {
      if (!reading) return
      appendFileSync(path, 'og en til ')
      setImmediate(grow)
    }
    setImmediate(grow)
    await expect(read).rejects.toThrow('it changed while it was read')
  })

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = write('secret.txt', text)
    chmodSync(path, 0)
    await expect(readLetterFile(path)).rejects.toThrow('cannot be opened (EACCES)')
  })
})
