import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { defaultLimits } from '../../../pipeline/read/limits.ts'
import { readPdf } from '../../../pipeline/read/pdf.ts'
import { PDFParse } from '../../../pipeline/read/pdf-parse.ts'
import { bodyOf, differences } from '../../score/body-text.ts'

const folder = join(packageRoot, 'test/letters/pdf')
const bytesOf = (name: string) => readFileSync(join(folder, `${name}.pdf`))

describe('the body of a laid-out letter', () => {
  it.each(['koege', 'roskilde', 'roskilde-yorder', 'plan'])('%s', async (name) => {
    const truth = readFileSync(join(folder, `${name}.truth.txt`), 'utf8')
    const { distance, length } = differences(bodyOf((await readPdf(bytesOf(name))).pages, truth), truth)
    expect(distance / length).toBeLessThan(0.015)
  })

  it('is the same whatever the order of the content', async () => {
    const text = async (name: string) => (await readPdf(bytesOf(name))).pages.map((page) => page.text)
    expect(await text('roskilde-yorder')).toEqual(await text('roskilde'))
  })
})

it('reading leaves the functions of the engine as they are', async () => {
  await readPdf(bytesOf('koege'))
  for (const native of [Array.prototype.push, JSON.parse]) expect(String(native)).toContain('[native code]')
  // the string of a replaced function may say so too, but not its being named by the engine
  expect(Object.hasOwn(Array.prototype.push, 'prototype')).toBe(false)
  expect(Object.hasOwn(JSON.parse, 'prototype')).toBe(false)
})

describe('the places of words', () => {
  // what pdf.js places by itself: items that are one word; and the ends of each longer item
  it.each(['koege', 'roskilde', 'plan'])('%s: where pdf.js has them', async (name) => {
    const { pages } = await readPdf(bytesOf(name))
    const parser = new PDFParse({ data: new Uint8Array(bytesOf(name)) })
    const document = await (parser as unknown as { load(): Promise<PdfDocument> }).load()
    let compared = 0
    for (const { number, text, words = [] } of pages) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      for (const item of items) {
        if (!/^[^\s-]{4,}$/.test(item.str)) continue
        const [x, y] = [item.transform[4] as number, item.transform[5] as number]
        const near = words.filter(
          ({ box }) =>
            Math.abs(box[0] - x / width) < 0.002 && box[1] < 1 - y / height && box[3] > 1 - y / height,
        )
        expect(near.map(({ start, end }) => text.slice(start, end))).toContain(item.str)
        expect(near.some(({ box }) => box[2] > (x + item.width) / width - 0.002)).toBe(true)
        compared++
      }
    }
    await parser.destroy()
    expect(compared).toBeGreaterThan(3)
  })
})

type PdfDocument = {
  getPage(number: number): Promise<{
    getViewport(options: { scale: number }): { width: number; height: number }
    getTextContent(): Promise<{ items: { str: string; transform: number[]; width: number }[] }>
  }>
}

describe('limits', () => {
  it('a file with too many pages', async () => {
    await expect(readPdf(bytesOf('koege'), { ...defaultLimits, pages: 1 })).rejects.toThrow(
      'too long: 2 pages, at most 1 are read',
    )
  })
})
