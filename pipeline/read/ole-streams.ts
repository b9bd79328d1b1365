const unused = 0xffffffff
const lastSector = 0xfffffffa
const entryBytes = 128

/**
 * The names at the top level of an OLE compound file (old Office files, Outlook messages, encrypted Office files), by
 * which its kind is told; empty when its directory is broken. Source: Microsoft, [MS-CFB].
 */
export function oleStreams(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return []
  const sector = 1 << Math.min(view.getUint16(0x1e, true), 16)
  const number = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : unused)
  const offset = (index: number): number => (index + 1) * sector
  const inFat = sector / 4

  /** The sector after `index`: its entry in the allocation table, whose first 109 sectors the head names. */
  const next = (index: number): number => {
    const table = Math.floor(index / inFat)
    const place = table < 109 ? number(0x4c + table * 4) : further(table - 109)
    return place >= lastSector ? unused : number(offset(place) + (index % inFat) * 4)
  }
  /** The place of a later sector of the table: a chain of its own leads to it. */
  const further = (index: number): number => {
    let place = number(0x44)
    for (let skip = Math.floor(index / (inFat - 1)); skip > 0 && place < lastSector; skip--)
      place = number(offset(place) + sector - 4)
    return place >= lastSector ? unused : number(offset(place) + (index % (inFat - 1)) * 4)
  }

  const directory: number[] = []
  const most = bytes.length / sector
  for (let at = number(0x30); at < lastSector && directory.length <= most; at = next(at)) directory.push(at)
  const entryAt = (id: number): number => {
    const place = directory[Math.floor((id * entryBytes) / sector)]
    return place === undefined ? unused : offset(place) + ((id * entryBytes) % sector)
  }

  const names: string[] = []
  const seen = new Set<number>()
  const waiting = [number(entryAt(0) + 0x4c)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const at = entryAt(id)
    if (seen.has(id) || at + entryBytes > bytes.length) continue
    seen.add(id)
    const length = Math.min(Math.max(view.getUint16(at + 0x40, true) - 2, 0), 62)
    names.push(Buffer.from(bytes.subarray(at, at + length)).toString('utf16le'))
    waiting.push(number(at + 0x44), number(at + 0x48))
  }
  return names
}
