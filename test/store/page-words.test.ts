import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PageWord } from '../../schemas/page.ts'
import { packConfidences, packWords, unpackWords } from '../../store/page-words.ts'

const share = fc.integer({ min: 0, max: 99_999 }).map((n) => n / 1e5)
const span = fc.tuple(share, share).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a + 1e-5]))
const made = fc.array(fc.tuple(fc.nat(300), fc.nat(40), span, span), { maxLength: 50 }).map((list) => {
  let at = 0
  return list.map(([gap, length, [left, right], [top, bottom]]): PageWord => {
    const start = at + gap
    at = start + length
    return { start, end: at, box: [left, top, right, bottom] }
  })
})

it('how sure the reader was is kept to a hundredth, and stays unknown where the file gives the text', () => {
  const word = { start: 0, end: 3, box: [0.1, 0.1, 0.2, 0.2] } as const satisfies PageWord
  const kept = (words: PageWord[]) =>
    unpackWords(packWords(words), packConfidences(words)).map(({ confidence }) => confidence)
  expect(kept([word, { ...word, start: 4, end: 6 }])).toEqual([undefined, undefined])
  expect(
    kept([
      { ...word, confidence: 0.874 },
      { ...word, start: 4, end: 6, confidence: 0 },
    ]),
  ).toEqual([0.87, 0])
  expect(packConfidences([])).toBeNull()
})

it('the places of words are kept to a hundredth of a millimetre', () => {
  fc.assert(
    fc.property(made, (words) => {
      const kept = unpackWords(packWords(words), packConfidences(words))
      expect(kept.map(({ start, end }) => [start, end])).toEqual(words.map(({ start, end }) => [start, end]))
      kept.forEach(({ box }, at) => {
        box.forEach((value, side) => {
          expect(Math.abs(value - (words[at]?.box[side] ?? 0))).toBeLessThan(3e-5)
        })
        expect(box[0]).toBeLessThan(box[2])
        expect(box[1]).toBeLessThan(box[3])
      })
    }),
  )
})
