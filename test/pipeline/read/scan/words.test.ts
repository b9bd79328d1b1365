import { describe, expect, it } from 'vitest'
import { gradePage } from '../../../../pipeline/read/scan/grade-page.ts'
import { type FoundLine, type FoundWord, pageWords } from '../../../../pipeline/read/scan/page-words.ts'
import { partWord } from '../../../../pipeline/read/scan/part-word.ts'
import { isReadable } from '../../../../pipeline/read/scan/readable-text.ts'
import { draw, whitePage } from './made-page.ts'

const image = { ...whitePage(2480, 3508), dpi: 300 }
const word = (text: string, x0: number, x1: number, height = 33, confidence = 95): FoundWord => ({
  text,
  confidence,
  bbox: { x0, y0: 1000 - height, x1, y1: 1000 },
})
const line = (...words: FoundWord[]): FoundLine => ({
  words,
  baseline: { x0: 300, y0: 1000, x1: 2000, y1: 1000 },
  rowAttributes: { rowHeight: 41, ascenders: 10, descenders: 8 },
})
const textOf = (...lines: FoundLine[]) => textOn(image, ...lines)
const textOn = (page: typeof image, ...lines: FoundLine[]) =>
  pageWords([{ paragraphs: [{ lines }] }], page).map(({ text }) => text)
const inkedAt = (...boxes: [left: number, top: number, across: number, down: number][]) => {
  const page = { ...image, pixels: new Uint8Array(image.pixels) }
  for (const box of boxes) draw(page, ...box)
  return page
}

describe('words of a page', () => {
  it.each(['e', 'o', '+', '«', 'eo'])('a dot at the start of a line, read as "%s", is a bullet', (read) => {
    expect(textOf(line(word(read, 300, 316, 16, 60), word('Der', 355, 410)))).toEqual(['•', 'Der'])
  })

  it('a letter is none, nor is a dot right before a word', () => {
    expect(textOf(line(word('e', 300, 322, 24), word('Der', 365, 410)))).toEqual(['e', 'Der'])
    expect(textOf(line(word('o', 300, 316, 16), word('Der', 328, 410)))).toEqual(['o', 'Der'])
  })

  it.each([
    [['juni', '20', '19'], 12, ['juni', '2019']],
    [['juni', '20', '19.'], 12, ['juni', '2019.']],
    [['juni', '20', '19'], 40, ['juni', '20', '19']],
    [['de', '20', '19'], 12, ['de', '20', '19']],
    [['juni', '30', '19'], 12, ['juni', '30', '19']],
  ])('the halves of a year: %j, %d apart', (parts, gap, expected) => {
    const words = parts.map((part, at) => word(part, 300 + at * (60 + gap), 360 + at * (60 + gap)))
    expect(textOf(line(...words))).toEqual(expected)
  })

  it.each([
    ['B.', 'august', '8.'],
    ['1O.', 'maj', '10.'],
    ['l2.', 'April', '12.'],
    ['8.', 'august', '8.'],
    ['B.', 'Hansen', 'B.'],
    ['B', 'august', 'B'],
    ['Bo.', 'Hansen', 'Bo.'],
    ['af.', 'maj', 'af.'],
  ])('%s before %s: a day is a number', (read, month, text) => {
    const [day] = pageWords(
      [{ paragraphs: [{ lines: [line(word(read, 300, 330), word(month, 345, 440))] }] }],
      image,
    )
    expect(day?.text).toBe(text)
    expect(day?.confidence).toBe(read === text ? 0.95 : 0.6)
  })

  it('specks are left out', () => {
    const words = [word('Vi', 300, 334), word('10', 345, 370, 4), word('¢', 380, 390, 20, 30)]
    expect(textOf(line(...words, word('xe', 400, 420, 75, 12)))).toEqual(['Vi'])
    expect(textOf(line(word('.', 300, 304, 4)))).toEqual([])
  })

  it('a stroke is an I, a long hyphen a dash', () => {
    const words = [
      word('|gang', 300, 400),
      word('-', 410, 432, 4),
      word('a-kasse', 440, 560),
      word('-', 570, 580, 4),
    ]
    const page = inkedAt([410, 996, 22, 4], [570, 996, 10, 4])
    expect(textOn(page, line(...words))).toEqual(['Igang', '–', 'a-kasse', '-'])
  })

  it('a dash where the page is empty, as between two columns, is none', () => {
    expect(textOf(line(word('Jurist', 300, 400), word('—', 410, 440)))).toEqual(['Jurist'])
  })

  it.each([
    ['sigØvejby.dk', 'sig@vejby.dk'],
    ['anne.holmæÆvejby.dk,', 'anne.holm@vejby.dk,'],
    ['postQstrand-by.dk', 'post@strand-by.dk'],
    ['www.vejby.dk', 'www.vejby.dk'],
    ['kommunensØkonomi', 'kommunensØkonomi'],
    ['JobØen', 'JobØen'],
  ])('%s: the sign of a mail address', (read, text) => {
    expect(textOf(line(word(read, 300, 800)))).toEqual([text])
  })

  it('places are in points, one type size for lines that are nearly alike', () => {
    const [first, second] = pageWords(
      [{ paragraphs: [{ lines: [line(word('Hus', 300, 375)), line(word('Bus', 300, 375, 34))] }] }],
      image,
    )
    expect(first).toMatchObject({ left: 72, right: 90, baseline: 240, confidence: 0.95 })
    expect(second?.size).toBe(first?.size)
  })
})

describe('words run together', () => {
  it('are parted where the page shows a space', () => {
    const page = { ...image, pixels: new Uint8Array(image.pixels) }
    // V i . h a r: a gap of 3 pixels between letters, of 16 between the words
    const letters: [number, number][] = [
      [300, 24],
      [327, 6],
      [349, 18],
      [370, 18],
      [391, 11],
    ]
    for (const [x, width] of letters) draw(page, x, 970, width, 30)
    expect(partWord(word('Vihar', 300, 402), 41, page).map(({ text }) => text)).toEqual(['Vi', 'har'])
  })

  it.each([
    // the narrow figures of "11." stand apart, the end of a year and the number after it farther
    ['11.', [300, 8], [318, 8], [330, 5], ['11.']],
    ['201811', [300, 90], [411, 8], [429, 8], ['2018', '11']],
    // no word is "j"; "i" and "å" are
    ['juni', [300, 8], [318, 40], [361, 6], ['juni']],
    ['imaj', [300, 6], [320, 30], [353, 24], ['i', 'maj']],
    // the space after the first word, read as a second stroke
    ['IIgang', [300, 5], [322, 48], [373, 24], ['I', 'gang']],
  ] as const)('%s', (text, first, second, third, parts) => {
    const runs = [first, second, third]
    const page = inkedAt(...runs.map(([x, across]): [number, number, number, number] => [x, 970, across, 30]))
    const right = Math.max(...runs.map(([x, across]) => x + across))
    expect(partWord(word(text, 300, right), 41, page).map((part) => part.text)).toEqual(parts)
  })

  it('stay one where it shows none, or where every letter stands apart', () => {
    const page = { ...image, pixels: new Uint8Array(image.pixels) }
    for (const x of [300, 323, 346, 369]) draw(page, x, 970, 20, 30)
    expect(partWord(word('Brev', 300, 389), 41, page)).toHaveLength(1)
    const apart = { ...image, pixels: new Uint8Array(image.pixels) }
    for (const x of [300, 340, 380, 420]) draw(apart, x, 970, 20, 30)
    expect(partWord(word('BREV', 300, 440), 41, apart)).toHaveLength(1)
  })
})

describe('grade', () => {
  const words = (confidence: number) =>
    pageWords(
      [{ paragraphs: [{ lines: [line(word('kommunen'.repeat(5), 300, 900, 33, confidence))] }] }],
      image,
    )
  it.each([
    ['good', 95, 0],
    ['uncertain', 95, 0.08],
    ['bad', 95, 0.3],
    ['bad', 40, 0],
  ])('%s: confidence %d, uncovered %d', (grade, confidence, uncovered) => {
    expect(gradePage(words(confidence), uncovered).grade).toBe(grade)
  })
  it('nothing at all is a blank page', () => expect(gradePage([], 0).blank).toBe(true))
})

describe('text layers', () => {
  const letter =
    'Vi har modtaget dit brev dateret den 9. april 2018, hvor der fremlægges data for manglende aktiv indsats.'
  const shifted = (by: number) =>
    [...letter].map((sign) => String.fromCharCode(sign.charCodeAt(0) + by)).join('')
  it.each([letter, 'Side 2/3', '12 300 4.5', `${letter} \ue001`])('%s', (text) =>
    expect(isReadable(text)).toBe(true),
  )
  it.each(['', ' \n\t', shifted(-29), shifted(0xe000), '\ufffd'.repeat(20)])('not %j', (text) =>
    expect(isReadable(text)).toBe(false),
  )
})
