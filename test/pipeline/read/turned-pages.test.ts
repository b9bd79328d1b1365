import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { defaultLimits } from '../../../pipeline/read/limits.ts'
import { withPdf } from '../../../pipeline/read/open-pdf.ts'
import { readPdf } from '../../../pipeline/read/pdf.ts'
import { picturePdf } from '../../../pipeline/read/picture/picture-pdf.ts'
import type { GreyImage } from '../../../pipeline/read/scan/grey-image.ts'
import { closeRecognisers } from '../../../pipeline/read/scan/recognise.ts'
import { renderPage } from '../../../pipeline/read/scan/render-page.ts'
import type { Box, Page } from '../../../schemas/page.ts'
import { madePdf, onePage, packed, textOperators } from '../../malformed/made-pdf.ts'

afterAll(closeRecognisers)

const boxOf = (page: Page | undefined, word: string): Box | undefined =>
  page?.words?.find(({ start, end }) => page.text.slice(start, end) === word)?.box
/** Where a box stands on the page when that is turned clockwise. */
const turnedBox = ([left, top, right, bottom]: Box, degrees: number): Box => {
  if (degrees === 90) return [1 - bottom, left, 1 - top, right]
  if (degrees === 180) return [1 - right, 1 - bottom, 1 - left, 1 - top]
  return degrees === 270 ? [top, 1 - right, bottom, 1 - left] : [left, top, right, bottom]
}
const near = (box: Box | undefined) => (box ?? []).map((edge) => expect.closeTo(edge, 2))

describe('a page with text', () => {
  // what turns an upright page of 595 by 842 points clockwise, and the box it then fills
  const ways: [number, string, string][] = [
    [0, '1 0 0 1 0 0', '0 0 595 842'],
    [90, '0 -1 1 0 0 595', '0 0 842 595'],
    [180, '-1 0 0 -1 595 842', '0 0 595 842'],
    [270, '0 1 -1 0 842 0', '0 0 842 595'],
  ]
  const made = (matrix: string, box: string, rotate: number) =>
    madePdf(
      onePage({
        3: `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Rotate ${rotate} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
        4: packed(Buffer.concat([Buffer.from(`q ${matrix} cm `), textOperators(), Buffer.from(' Q')])),
      }),
    )
  let upright: Page | undefined
  beforeAll(async () => {
    upright = (await readPdf(made('1 0 0 1 0 0', '0 0 595 842', 0))).pages[0]
    expect(upright?.text).toContain('Vi ansætter to jobkonsulenter senest den 1. marts 2019.')
  })

  test.each(ways)(
    'that is drawn turned by %i degrees reads as upright, its words where they stand',
    async (degrees, matrix, box) => {
      const { pages } = await readPdf(made(matrix, box, 0))
      expect(pages[0]?.text).toBe(upright?.text)
      const expected = turnedBox(boxOf(upright, 'jobkonsulenter') as Box, degrees)
      expect(boxOf(pages[0], 'jobkonsulenter')).toEqual(near(expected))
    },
  )

  test.each(ways)(
    'that is drawn turned by %i degrees and turned back by /Rotate',
    async (degrees, matrix, box) => {
      const { pages } = await readPdf(made(matrix, box, (360 - degrees) % 360))
      expect(pages[0]?.text).toBe(upright?.text)
      expect(boxOf(pages[0], 'jobkonsulenter')).toEqual(near(boxOf(upright, 'jobkonsulenter')))
    },
  )

  test('words beside the lines turn nothing', async () => {
    const { pages } = await readPdf(readFileSync(join(packageRoot, 'test/letters/pdf/koege.pdf')))
    expect(pages[0]?.text).toContain('Køge Kommune')
  })
})

describe('a scanned page', () => {
  let image: GreyImage
  let upright: Page | undefined
  const scanned = ({ width, height, dpi, pixels }: GreyImage, turned: 0 | 90 | 180 | 270) => {
    const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode'
    const part = { height, entries, data: deflateSync(pixels) }
    return picturePdf([{ width, height, dpi: [dpi, dpi], turned, parts: [part] }])
  }
  beforeAll(async () => {
    const bytes = readFileSync(join(packageRoot, 'test/pipeline/read/scan/pages/jpeg.pdf'))
    image = await withPdf(bytes, defaultLimits, async (document) => {
      const page = await document.getPage(1)
      return (await renderPage(page, document.canvasFactory)).image
    })
    upright = (await readPdf(scanned(image, 0))).pages[0]
  })

  test.each([90, 180, 270] as const)(
    'turned by %i degrees is turned back, its words where they stand',
    async (degrees) => {
      const { pages, notes } = await readPdf(scanned(image, degrees))
      // drawn turned, a letter or two come out otherwise
      expect(pages[0]?.text).toMatch(/aktiv indsats for dagpengeledige i Roskilde Kommune konkret/)
      expect(pages[0]?.scan).toMatchObject({ grade: 'good' })
      expect(notes).toContain('page 1: turned the right way')
      const expected = turnedBox(boxOf(upright, 'Roskilde') as Box, degrees)
      expect(boxOf(pages[0], 'Roskilde')).toEqual(near(expected))
    },
  )
})
