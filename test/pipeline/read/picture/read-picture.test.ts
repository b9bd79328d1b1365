import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../../data/load.ts'
import { defaultLimits } from '../../../../pipeline/read/limits.ts'
import { pictureAsPdf } from '../../../../pipeline/read/picture/read-picture.ts'
import { closeRecognisers } from '../../../../pipeline/read/scan/recognise.ts'
import { UnreadableFile } from '../../../../pipeline/read/unreadable-file.ts'
import { openAll, textOf } from '../opened.ts'

const bytesOf = (name: string) => readFileSync(join(packageRoot, 'test/pipeline/read/picture/pages', name))

/** The PDF made of a picture, or the error. */
function converted(bytes: Uint8Array, limits = defaultLimits): unknown {
  try {
    return pictureAsPdf(bytes, limits)
  } catch (error) {
    return error
  }
}

afterAll(closeRecognisers)

describe('a picture is read as a scanned letter, whatever its name is', () => {
  it.each(['black.png', 'clear.png', 'turned.jpg', 'fax-g3.tif', 'packbits.tif', 'palette.tif'])(
    '%s',
    async (name) => {
      expect(await textOf('brev', bytesOf(name))).toMatch(
        /^manglende aktiv indsats for dagpengeledige i Roskilde/,
      )
    },
  )

  it.each(['lzw.tif', 'zip.tif', 'jpeg.tif'])('%s, in strips', async (name) => {
    expect(await textOf('brev.pdf', bytesOf(name))).toMatch(/dagpengeledige i Roskilde/)
  })

  it('a fax of two pages', async () => {
    const [fax] = await openAll('fax.tif', bytesOf('fax-g4.tif'))
    expect(fax?.read?.format).toBe('picture')
    expect(fax?.read?.notes).toEqual(['pages 1-2: read from the image'])
    expect(fax?.read?.pages.map(({ scan }) => scan?.grade)).toEqual(['good', 'good'])
  })
})

describe('what is not read', () => {
  const refused = (bytes: Uint8Array, limits = defaultLimits): string => {
    const made = converted(bytes, limits)
    return made instanceof UnreadableFile ? made.message : 'not refused'
  }
  it('more pixels than the limit, before they are unpacked', () => {
    for (const name of ['black.png', 'turned.jpg', 'fax-g4.tif']) {
      expect(refused(bytesOf(name), { ...defaultLimits, imagePixels: 200_000 })).toMatch(
        /too large a picture: \d+ × \d+ pixels, at most 1 megapixels are read/,
      )
    }
  })
  it('a head that promises more than any machine holds', () => {
    const png = bytesOf('black.png')
    png.writeUInt32BE(0x7fffffff, 16)
    png.writeUInt32BE(0x7fffffff, 20)
    expect(refused(png)).toMatch(/too large a picture/)
  })
  it('more pages than the limit', async () => {
    expect(refused(bytesOf('fax-g4.tif'), { ...defaultLimits, pages: 1 })).toMatch(
      /^too long: at most 1 pages are read/,
    )
  })
  it('pages in a circle end', async () => {
    const tiff = bytesOf('packbits.tif')
    const first = tiff.readUInt32LE(4)
    tiff.writeUInt32LE(first, first + 2 + tiff.readUInt16LE(first) * 12)
    expect(Buffer.from(pictureAsPdf(tiff, defaultLimits)).toString('latin1')).toContain('/Count 1 ')
  })
  it('a packing that PDF does not know', async () => {
    const tiff = bytesOf('packbits.tif')
    const entry = tiff.indexOf(Buffer.of(3, 1, 3, 0))
    tiff.writeUInt16LE(34925, entry + 8)
    expect(refused(tiff)).toBe('a TIFF with the packing 34925; save it as PDF')
  })
})

it('broken in any way, a picture is taken over or refused with a reason', async () => {
  const changes = fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { minLength: 1, maxLength: 6 })
  const names = fc.constantFrom(
    'black.png',
    'clear.png',
    'turned.jpg',
    'fax-g4.tif',
    'zip.tif',
    'palette.tif',
  )
  await fc.assert(
    fc.property(names, changes, fc.option(fc.nat(5000)), (name, places, cut) => {
      const bytes = bytesOf(name)
      for (const [at, value] of places) bytes[at] = value
      // the first bytes tell its kind
      bytes.set(bytesOf(name).subarray(0, 4))
      const made = converted(bytes.subarray(0, cut ?? bytes.length))
      expect(made instanceof Uint8Array || made instanceof UnreadableFile).toBe(true)
    }),
    { numRuns: 300 },
  )
})
