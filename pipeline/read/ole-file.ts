const endOfChain = -2
const entryBytes = 128
const miniSector = 64
const tablesInHead = 109
/** Streams smaller than this lie in the mini stream. */
const bigStream = 4096

type Entry = {
  type: number
  name: string
  left: number
  right: number
  child: number
  start: number
  size: number
}

/**
 * An OLE compound file (old Office files, Outlook messages, encrypted Office files). `names` are those at its top
 * level, by which its kind is told. `sound`: its chains end, its tree is one, and what is in it is not more than the
 * file; a reader that trusts the file could else go round in it for ever.
 */
export type OleFile = { names: string[]; sound: boolean }

/** Looks through the directory of an OLE compound file. Source: Microsoft, [MS-CFB]. */
export function openOle(bytes: Uint8Array): OleFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (at: number): number =>
    at >= 0 && at + 4 <= bytes.length ? view.getInt32(at, true) : endOfChain
  const sector = bytes[0x1e] === 12 ? 4096 : 512
  const inSector = sector / 4
  const sectors = Math.ceil(bytes.length / sector)
  const offset = (index: number): number => (index + 1) * sector

  const tables = tableSectors(number, offset, inSector, sectors)
  const entryOf = (list: number[], index: number): number => {
    const place = list[Math.floor(index / inSector)]
    return place === undefined ? endOfChain : number(offset(place) + (index % inSector) * 4)
  }
  const next = (index: number): number => entryOf(tables ?? [], index)
  const directory = walk(number(0x30), next, sectors)
  if (tables === null || directory === null) return { names: [], sound: false }

  const entries = readTree((id) => {
    const place = directory[Math.floor((id * entryBytes) / sector)]
    const at = place === undefined ? bytes.length : offset(place) + ((id * entryBytes) % sector)
    if (id < 0 || at + entryBytes > bytes.length) return null
    const length = Math.min(Math.max(view.getUint16(at + 0x40, true) - 2, 0), 62)
    return {
      type: bytes[at + 0x42] as number,
      name: Buffer.from(bytes.subarray(at, at + length)).toString('utf16le'),
      left: number(at + 0x44),
      right: number(at + 0x48),
      child: number(at + 0x4c),
      start: number(at + 0x74),
      size: number(at + 0x78),
    }
  })
  const { root, top, all } = entries
  const names = top.map(({ name }) => name)
  if (root === null || all === null) return { names, sound: false }

  const miniTables = walk(number(0x3c), next, sectors)
  const holder = walk(root.start, next, sectors)
  if (miniTables === null || holder === null) return { names, sound: false }
  let minis = (sectors * sector) / miniSector
  let room = bytes.length
  for (const { type, start, size } of all) {
    if (type !== 2 || size === 0) continue
    room -= size
    const chain = size < bigStream ? walk(start, (index) => entryOf(miniTables, index), minis) : []
    if (size < 0 || room < 0 || chain === null) return { names, sound: false }
    minis -= chain.length
  }
  return { names, sound: true }
}

/** The sectors of a chain, or null when it does not end after `most` of them. */
function walk(start: number, next: (index: number) => number, most: number): number[] | null {
  const chain: number[] = []
  for (let at = start; at !== endOfChain; at = next(at)) {
    if (at < 0 || chain.length >= most) return null
    chain.push(at)
  }
  return chain
}

/** The sectors of the allocation table: the head names the first, a chain of its own the rest. */
function tableSectors(
  number: (at: number) => number,
  offset: (index: number) => number,
  inSector: number,
  sectors: number,
): number[] | null {
  const count = number(0x2c)
  const further = number(0x48)
  if (count < 0 || count > sectors || further < 0 || further > sectors) return null
  const tables = Array.from({ length: Math.min(count, tablesInHead) }, (_, at) => number(0x4c + at * 4))
  const chain =
    further === 0 ? [] : walk(number(0x44), (at) => number(offset(at) + (inSector - 1) * 4), further)
  if (chain === null) return null
  for (const place of chain)
    for (let at = 0; at < inSector - 1 && tables.length < count; at++)
      tables.push(number(offset(place) + at * 4))
  return tables.every((at) => at >= 0 && at < sectors) ? tables : null
}

/** The entries that the root leads to, and those right below it; `all` is null when one is reached twice. */
function readTree(entryAt: (id: number) => Entry | null): {
  root: Entry | null
  top: Entry[]
  all: Entry[] | null
} {
  const root = entryAt(0)
  const top: Entry[] = []
  const all: Entry[] = []
  const seen = new Set([0])
  let sound = true
  const waiting = root === null ? [] : [{ id: root.child, level: 0 }]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { id, level } = one
    if (id === -1) continue
    const entry = seen.has(id) ? null : entryAt(id)
    seen.add(id)
    if (entry === null) {
      sound = false
      continue
    }
    all.push(entry)
    if (level === 0) top.push(entry)
    waiting.push({ id: entry.left, level }, { id: entry.right, level })
    if (entry.type === 1) waiting.push({ id: entry.child, level: level + 1 })
  }
  return { root, top, all: sound ? all : null }
}
