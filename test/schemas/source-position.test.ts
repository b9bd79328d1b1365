import { expect, it } from 'vitest'
import type { PageWord } from '../../schemas/page.ts'
import { sourcePlaces } from '../../schemas/source-position.ts'

// page 1: "en lang sæt-" / "ning", page 2: "går videre"; the letter: "en lang sætning går videre"
const words = new Map<number, PageWord[]>([
  [
    1,
    [
      { start: 0, end: 2, box: [0.1, 0.5, 0.14, 0.52] },
      { start: 3, end: 7, box: [0.15, 0.5, 0.2, 0.52] },
      { start: 8, end: 11, box: [0.21, 0.49, 0.3, 0.52] },
      { start: 11, end: 15, box: [0.1, 0.53, 0.2, 0.55] },
    ],
  ],
  [
    2,
    [
      { start: 0, end: 3, box: [0.1, 0.1, 0.2, 0.12] },
      { start: 4, end: 10, box: [0.21, 0.1, 0.3, 0.12] },
    ],
  ],
])
const segments = [
  { start: 0, end: 15, page: 1, offset: 0 },
  { start: 16, end: 26, page: 2, offset: 0 },
]

it.each([
  ['a line', 0, 7, [{ page: 1, boxes: [[0.1, 0.5, 0.2, 0.52]] }]],
  [
    'a word over two lines',
    8,
    15,
    [
      {
        page: 1,
        boxes: [
          [0.21, 0.49, 0.3, 0.52],
          [0.1, 0.53, 0.2, 0.55],
        ],
      },
    ],
  ],
  ['a part of a word', 3, 5, [{ page: 1, boxes: [[0.15, 0.5, 0.175, 0.52]] }]],
  [
    'over a page break',
    11,
    19,
    [
      { page: 1, boxes: [[0.1, 0.53, 0.2, 0.55]] },
      { page: 2, boxes: [[0.1, 0.1, 0.2, 0.12]] },
    ],
  ],
  ['a space', 2, 3, []],
  ['nothing', 5, 5, []],
])('%s', (_, start, end, places) => {
  const given = places.map((place) => ({ ...place, confidence: null }))
  expect(sourcePlaces(segments, words, { start, end })).toEqual(given)
})

it('the boxes of a line that leans are no higher than its words need', () => {
  const leans = Array.from({ length: 8 }, (_, at): PageWord => {
    const [left, top] = [0.1 + at * 0.1, 0.1 + at * 0.003]
    return { start: at * 4, end: at * 4 + 3, box: [left, top, left + 0.09, top + 0.02] }
  })
  const one = [{ start: 0, end: 31, page: 1, offset: 0 }]
  const [place] = sourcePlaces(one, new Map([[1, leans]]), { start: 0, end: 31 })
  expect(place?.boxes).toHaveLength(3)
  for (const [, top, , bottom] of place?.boxes ?? []) expect(bottom - top).toBeLessThanOrEqual(0.028 + 1e-9)
})

it('words of a scan: how sure the least sure of them is, page by page', () => {
  const read = new Map(
    [...words].map(([page, list]) => [page, list.map((word) => ({ ...word, confidence: 0.9 }))]),
  )
  const first = read.get(1)?.[2]
  if (first) first.confidence = 0.4
  const found = sourcePlaces(segments, read, { start: 0, end: 26 })
  expect(found.map(({ confidence }) => confidence)).toEqual([0.4, 0.9])
  expect(sourcePlaces(segments, read, { start: 0, end: 7 })[0]?.confidence).toBe(0.9)
})

it('a letter of a file without places has none', () => {
  expect(sourcePlaces(segments, new Map(), { start: 0, end: 26 })).toEqual([])
  expect(sourcePlaces([], words, { start: 0, end: 26 })).toEqual([])
})
