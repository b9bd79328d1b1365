import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { packageRoot } from '../../../../data/load.ts'
import { extractLetter } from '../../../../extractors/extract-letter.ts'
import { splitLetters } from '../../../../extractors/split/split-letters.ts'
import { structureLetter } from '../../../../extractors/structure/structure-letter.ts'
import { defaultLimits } from '../../../../pipeline/read/limits.ts'
import { readPdf } from '../../../../pipeline/read/pdf.ts'
import { pageList } from '../../../../pipeline/read/scan/read-scans.ts'
import { closeRecognisers } from '../../../../pipeline/read/scan/recognise.ts'

const read = (path: string, limits = defaultLimits) =>
  readPdf(readFileSync(join(packageRoot, 'test', path)), limits)
const page = (name: string) => `pipeline/read/scan/pages/${name}.pdf`

afterAll(closeRecognisers)

describe('each image codec of scanners is drawn and read', () => {
  it.each(['jpeg', 'ccitt-g4', 'jbig2', 'jpeg-2000'])('%s', async (name) => {
    const { pages, notes } = await read(page(name))
    expect(pages[0]?.text).toMatch(/aktiv indsats for dagpengeledige i Roskilde Kommune konkret/)
    expect(pages[0]?.text).toMatch(
      /Du beder os på den baggrund redegøre for, hvad vi generelt gør for at sikre/,
    )
    expect(pages[0]?.scan).toMatchObject({ grade: 'good', uncoveredInk: 0, blank: false })
    expect(notes).toEqual(['page 1: read from the image'])
  })
})

it('a scanned table with lines is read row by row, cell by cell', async () => {
  const { pages } = await read(page('ruled-table'))
  expect(pages[0]?.text.split('\n').filter((line) => line.includes('\t'))).toEqual([
    'Tiltag\tAnsvarlig\tFrist\tStatus',
    'Ekstra samtaler hver torsdag for borgere, der har ventet mere end tre måneder\tTeamleder, Jobservice\t1. november 2019\tI gang',
    'Ny vejledning til sagsbehandlerne om fravær\tFagkoordinator\tUge 48\tUdkast i høring',
    'Rapport til udvalget om de nye tal\tJobchef\tMedio januar 2020\tIkke begyndt',
    'Kursus i registrering\tFagkoordinator\t2. kvartal 2020\tPlanlagt',
  ])
})

describe('page by page', () => {
  it('only pages without text are read from their images; words stand where they are', async () => {
    const { pages, notes } = await read(page('mixed'))
    expect(pages[0]?.text).toMatch(/^Peter Sidelmann\nJobchef/)
    expect(pages[0]?.scan).toBeUndefined()
    expect(notes).toEqual(['page 2: read from the image'])
    const { text = '', words = [] } = pages[1] ?? {}
    const baggrund = words.find(({ start, end }) => text.slice(start, end) === 'baggrund')
    expect(baggrund?.confidence).toBeGreaterThan(0.9)
    // seen on the image: from pixel 282 to 397 of 1075, from 161 to 191 of 230
    const [left = 0, top = 0, right = 0, bottom = 0] = baggrund?.box ?? []
    expect([left, right].map((edge) => edge.toFixed(2))).toEqual(['0.26', '0.37'])
    expect(top).toBeCloseTo(0.7, 1)
    expect(bottom).toBeCloseTo(0.83, 1)
  })

  it('a text layer whose fonts do not tell their characters is not believed', async () => {
    const { pages, notes } = await read(page('no-unicode-map'))
    expect(pages[0]?.text).toContain('• Vi har i februar 2018 igangsat et aktivt tilbud')
    expect(notes.join()).toMatch(/page 1: text layer not readable/)
  })
})

describe('limits', () => {
  it('an image with too many pixels is not drawn, and that is said', async () => {
    await expect(read(page('100-megapixels'))).rejects.toThrow(
      'its pages cannot be read: the image is broken or above 50 megapixels',
    )
  })

  it('scanned pages beyond the limit are named', async () => {
    const { notes } = await read('letters/pdf/scan-roskilde-fax.pdf', { ...defaultLimits, scannedPages: 1 })
    expect(notes).toContain('pages 2-3: not read: at most 1 scanned pages of a file are read')
  })

  it('of a file with other pages only that page is lost', async () => {
    const { pages, notes } = await read(page('mixed'), { ...defaultLimits, scanSeconds: 0.01 })
    expect(pages.map(({ text }) => text.length > 0)).toEqual([true, false])
    expect(pages[1]?.scan).toEqual({ grade: 'unread', reason: 'time', limit: 0.01 })
    expect(notes).toEqual(['page 2: not read: reading one page takes more than 0.01 seconds'])
  })

  it('an image whose data are broken', async () => {
    const bytes = readFileSync(join(packageRoot, 'test', page('jpeg')))
    bytes.fill(0, bytes.indexOf(Buffer.of(0xff, 0xd8, 0xff)) + 2, bytes.length - 2000)
    await expect(readPdf(bytes)).rejects.toThrow(/the image is broken or above 50 megapixels/)
  })
})

test('a scanned letter gives what its text gives', async () => {
  const { pages } = await read('letters/pdf/scan-roskilde-fax.pdf')
  const [lines] = splitLetters(pages)
  const { facts, commitments } = extractLetter(structureLetter(lines?.lines ?? []))
  expect(facts.date?.value).toBe('2018-04-26')
  expect(facts.municipality?.value.name).toBe('Roskilde')
  expect(facts.signatories.map(({ value }) => value.name)).toContain('Peter Sidelmann')
  expect(commitments.some(({ quote }) => quote.includes('skifte fagsystem i efteråret 2018'))).toBe(true)
})

test('lists of pages', () => {
  expect(pageList([2])).toBe('page 2')
  expect(pageList([1, 2, 3, 5, 7, 8])).toBe('pages 1-3, 5, 7-8')
})
