import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { layOutPages } from '../../../extractors/layout/lay-out-pages.ts'
import { readPdf, readWithPdfJs } from '../../../pipeline/read/pdf.ts'
import { plainTextPages } from '../../../pipeline/read/pdfium/text-pages.ts'
import type { Page } from '../../../schemas/page.ts'
import { letterLines, madePdf, onePage, packed, textOperators } from '../../malformed/made-pdf.ts'
import { pdfFiles } from '../../malformed/pdf-files.ts'

const sample = (name: string) => readFileSync(join(packageRoot, 'test/letters/pdf', `${name}.pdf`))

describe('a plain PDF reads as by pdf.js', () => {
  const said = (pages: Page[]) =>
    pages.map(({ text, aside, runsOn, words = [] }) => ({
      text,
      aside,
      runsOn,
      spans: words.map(({ start, end }) => [start, end]),
    }))
  it.each(['bundle', 'koege', 'plan', 'roskilde', 'roskilde-yorder'])('%s', async (name) => {
    const pages = await plainTextPages(sample(name), 100)
    const { pages: expected } = await readWithPdfJs(sample(name))
    expect(said(layOutPages(pages ?? []))).toEqual(said(expected))
    layOutPages(pages ?? []).forEach((page, at) => {
      page.words?.forEach(({ box }, word) => {
        const other = expected[at]?.words?.[word]?.box ?? []
        // pdf.js gives a word inside an item the share of its width that its letters usually take
        box.forEach((side, corner) => {
          expect(Math.abs(side - (other[corner] ?? 1))).toBeLessThan(0.02)
        })
      })
    })
  })
})

describe('left to pdf.js', () => {
  const left = [
    'truncated in the middle',
    'no pages',
    'one page of two missing',
    'a million times the same page',
    'a font without Unicode map',
    'encrypted with a password',
    'encrypted in an unknown way',
  ]
  it.each(left)('%s', async (name) => {
    expect(await plainTextPages(pdfFiles[name]?.() ?? new Uint8Array(), 2000)).toBeNull()
  })

  it.each([
    ['turned', '0 1 -1 0 300 300 Tm (Oprejst) Tj'],
    ['upside down', '-1 0 0 -1 300 300 Tm (Omvendt) Tj'],
  ])('a text that stands %s', async (_, operators) => {
    const bytes = madePdf(onePage({ 4: packed(`BT /F1 12 Tf ${operators} ET`) }))
    expect(await plainTextPages(bytes, 10)).toBeNull()
  })

  it('what takes more memory than a letter, and the next file is read all the same', async () => {
    const bytes = pdfFiles['forms that each draw the next one ten times']?.() ?? new Uint8Array()
    expect(await plainTextPages(bytes, 10)).toBeNull()
    const letter = madePdf(onePage({ 4: packed(textOperators(letterLines)) }))
    const [page] = (await plainTextPages(letter, 10)) ?? []
    expect(page?.words.map(({ text }) => text).join(' ')).toBe(letterLines.join(' '))
  })
})

describe('a page without a word behind a letter', () => {
  /** A letter, and a page with these contents and entries. */
  const twoPages = (contents: string, entries = '') =>
    madePdf(
      onePage({ 2: '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>' }, [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> ${entries} >>`,
        packed(contents),
      ]),
    )
  const stamp = '<< /Type /Annot /Subtype /Square /Rect [100 100 200 200] /C [1 0 0] >>'

  it.each([
    ['nothing', ''],
    ['white space', 'BT /F1 11 Tf 72 760 Td (   ) Tj 14 TL T* ( ) Tj ET'],
  ])('is blank with %s on it', async (_, contents) => {
    const pages = await plainTextPages(twoPages(contents), 10)
    expect(pages?.map(({ blank }) => blank)).toEqual([false, true])
    const { pages: read, notes } = await readPdf(twoPages(contents))
    expect(read.map(({ text, scan }) => [text === '', scan])).toEqual([
      [false, undefined],
      [true, undefined],
    ])
    expect(notes).toEqual([])
  })

  it.each([
    ['a line', '72 700 m 500 700 l S', ''],
    ['a picture', 'q 100 0 0 100 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q', ''],
    ['a shape among spaces', 'BT /F1 11 Tf 72 760 Td ( ) Tj ET 72 600 50 50 re f', ''],
    ['a stamp', '', `/Annots [${stamp}]`],
  ])('is looked at with %s on it', async (_, contents, entries) => {
    const pages = await plainTextPages(twoPages(contents, entries), 10)
    expect(pages?.map(({ blank }) => blank)).toEqual([false, false])
  })

  it('is refused as before when there is no other', async () => {
    await expect(readPdf(madePdf(onePage({ 4: packed('') })))).rejects.toThrow(/no text is seen/)
  })
})
