/** A source of numbers from 0 to 1 that gives the same ones for the same seed. Source: mulberry32, public domain. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Random = () => number
type Mutation = (bytes: Buffer, random: Random) => Buffer

const upTo = (random: Random, limit: number): number => Math.floor(random() * limit)
const pick = <T>(random: Random, list: readonly T[]): T => list[upTo(random, list.length)] as T

/** A stretch of a file, mostly a short one. */
function stretch(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = upTo(random, bytes.length)
  const length = 1 + Math.floor(bytes.length * 0.5 * random() ** 4)
  return [start, Math.min(bytes.length, start + length)]
}

/** The pieces between two marks, say the objects of a PDF. */
function pieces(bytes: Buffer, from: string, to: string): [start: number, end: number][] {
  const found: [number, number][] = []
  for (let at = bytes.indexOf(from); at >= 0 && found.length < 2000; at = bytes.indexOf(from, at + 1)) {
    const end = bytes.indexOf(to, at)
    if (end > at) found.push([at, end])
  }
  return found
}

const replaced = (bytes: Buffer, start: number, end: number, by: Uint8Array | string): Buffer =>
  Buffer.concat([bytes.subarray(0, start), Buffer.from(by as Uint8Array), bytes.subarray(end)])

function swapped(bytes: Buffer, one: [number, number], other: [number, number]): Buffer {
  const [a, b] = one[0] < other[0] ? [one, other] : [other, one]
  if (a[1] > b[0]) return bytes
  const part = (from: number, to: number) => bytes.subarray(from, to)
  return Buffer.concat([
    part(0, a[0]),
    part(b[0], b[1]),
    part(a[1], b[0]),
    part(a[0], a[1]),
    part(b[1], bytes.length),
  ])
}

const values = ['0', '-1', '1', '65536', '2147483648', '99999999999999999999', '1e9', 'null', '<<>>', '[]']

/** Something in a file that its reader goes by: a number, a name, a reference. */
function replaceToken(bytes: Buffer, random: Random, token: RegExp, by: readonly string[]): Buffer {
  // a look at a part of the file: enough to find something in, and quick in a large one
  const start = upTo(random, Math.max(1, bytes.length - 5000))
  const found = [...bytes.toString('latin1', start, start + 5000).matchAll(token)]
  if (found.length === 0) return bytes
  const match = pick(random, found)
  const at = start + match.index
  return replaced(bytes, at, at + match[0].length, Buffer.from(pick(random, by), 'latin1'))
}

const mutations: Record<string, Mutation> = {
  'flipped bits': (bytes, random) => {
    const changed = Buffer.from(bytes)
    for (let n = 1 + upTo(random, 40); n > 0; n--) {
      const at = upTo(random, changed.length)
      changed[at] = (changed[at] as number) ^ (1 << upTo(random, 8))
    }
    return changed
  },
  'other bytes': (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    const changed = Buffer.from(bytes)
    for (let at = start; at < Math.min(end, start + 200); at++) changed[at] = upTo(random, 256)
    return changed
  },
  'end cut off': (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  'start cut off': (bytes, random) => bytes.subarray(upTo(random, Math.min(bytes.length, 2000))),
  'chunk removed': (bytes, random) => replaced(bytes, ...stretch(bytes, random), ''),
  'chunk doubled': (bytes, random) => {
    const [start, end] = stretch(bytes, random)
    return replaced(bytes, end, end, bytes.subarray(start, end))
  },
  'chunks swapped': (bytes, random) => swapped(bytes, stretch(bytes, random), stretch(bytes, random)),
  'objects swapped': (bytes, random) => {
    const objects = pieces(bytes, ' obj', 'endobj')
    return objects.length < 2 ? bytes : swapped(bytes, pick(random, objects), pick(random, objects))
  },
  'object removed': (bytes, random) => {
    const objects = pieces(bytes, ' obj', 'endobj')
    return objects.length === 0 ? bytes : replaced(bytes, ...pick(random, objects), ' obj\nnull\n')
  },
  'other number': (bytes, random) => replaceToken(bytes, random, /(?<=[\s/[<"=])-?\d+(?:\.\d+)?/g, values),
  'other reference': (bytes, random) =>
    replaceToken(bytes, random, /\d+ 0 R/g, ['1 0 R', '2 0 R', '3 0 R', '5 0 R', '9999 0 R']),
  'other name': (bytes, random) =>
    replaceToken(bytes, random, /\/[A-Z][A-Za-z]+/g, [
      '/Kids',
      '/Type',
      '/Parent',
      '/Length',
      '/X',
      '/Filter',
    ]),
  'other tag': (bytes, random) =>
    replaceToken(bytes, random, /<\/?w:[A-Za-z]+/g, ['<w:tbl', '</w:p', '<w:p', '<w:txbxContent', '<w:r']),
  'noise put in': (bytes, random) => {
    const at = upTo(random, bytes.length)
    return replaced(
      bytes,
      at,
      at,
      Uint8Array.from({ length: upTo(random, 300) }, () => upTo(random, 256)),
    )
  },
}

/** A file broken in one to three ways, by the same seed always the same; `how` says in which. */
export function mutated(bytes: Uint8Array, seed: number): { bytes: Buffer; how: string } {
  const random = seeded(seed)
  const ways = Array.from({ length: 1 + upTo(random, 3) }, () => pick(random, Object.keys(mutations)))
  let changed = Buffer.from(bytes)
  for (const way of ways) changed = (mutations[way] as Mutation)(changed, random) as Buffer<ArrayBuffer>
  return { bytes: changed, how: ways.join(', ') }
}
