import type { PageWord } from '../schemas/page.ts'

/**
 * The places of a page's words as stored: for each six unsigned numbers of 16 bits, least byte first: the characters
 * between the end of the word before and its start, its length, and left, top, right and bottom as shares of 65535.
 * A page of 500 words takes 6 kB so; as JSON it would take ten times its text.
 */
const numbersPerWord = 6
const most = 0xffff

export function packWords(words: PageWord[]): Buffer {
  const packed = Buffer.alloc(words.length * numbersPerWord * 2)
  let end = 0
  words.forEach(({ start, end: stop, box }, at) => {
    const [left, top, right, bottom] = box
    const numbers = [
      Math.min(start - end, most),
      Math.min(stop - start, most),
      Math.floor(left * most),
      Math.floor(top * most),
      Math.ceil(right * most),
      Math.ceil(bottom * most),
    ]
    numbers.forEach((number, place) => {
      packed.writeUInt16LE(number, (at * numbersPerWord + place) * 2)
    })
    end = stop
  })
  return packed
}

/** How sure the reader was of each word: a byte for each, in hundredths; null where the file itself gives the text. */
export function packConfidences(words: PageWord[]): Buffer | null {
  if (words.every(({ confidence }) => confidence === undefined)) return null
  return Buffer.from(words.map(({ confidence }) => Math.round((confidence ?? 1) * 100)))
}

/** @param confidences as `packConfidences` made them of the same words */
export function unpackWords(packed: Uint8Array, confidences: Uint8Array | null): PageWord[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const words: PageWord[] = []
  let end = 0
  for (let at = 0; at + numbersPerWord * 2 <= packed.byteLength; at += numbersPerWord * 2) {
    const number = (place: number) => view.getUint16(at + place * 2, true)
    const share = (place: number) => Math.round((number(place) / most) * 1e5) / 1e5
    const start = end + number(0)
    end = start + number(1)
    const confidence = confidences?.[words.length]
    words.push({
      start,
      end,
      box: [share(2), share(3), share(4), share(5)],
      ...(confidence !== undefined && { confidence: confidence / 100 }),
    })
  }
  return words
}
