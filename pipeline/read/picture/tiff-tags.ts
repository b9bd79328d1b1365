/** The tags of one image in a TIFF file, each with its values; text and what is of no known type is left out. */
export type Tags = Map<number, number[]>

/** A directory of tags, and where the next one lies: 0 when there is none. */
export type Directory = { tags: Tags; next: number }

/** Bytes of a value by the number of its type (TIFF 6.0, page 15). */
const sizes = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
  [5, 8],
  [7, 1],
])

/**
 * Opens a TIFF file, or the EXIF data of a JPEG, which have its form.
 * @throws RangeError when it is broken
 */
export function openTags(bytes: Uint8Array): { first: number; read: (offset: number) => Directory } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint16(0) === 0x4949
  if (view.getUint16(2, little) !== 42) throw new RangeError('no TIFF')
  const read = (offset: number): Directory => {
    const count = view.getUint16(offset, little)
    const tags: Tags = new Map()
    for (let at = 0; at < count; at++) {
      const entry = offset + 2 + at * 12
      const values = valuesOf(view, entry, little)
      if (values) tags.set(view.getUint16(entry, little), values)
    }
    const end = offset + 2 + count * 12
    return { tags, next: end + 4 <= view.byteLength ? view.getUint32(end, little) : 0 }
  }
  return { first: view.getUint32(4, little), read }
}

function valuesOf(view: DataView, entry: number, little: boolean): number[] | null {
  const type = view.getUint16(entry + 2, little)
  const count = view.getUint32(entry + 4, little)
  const size = sizes.get(type)
  if (!size) return null
  const start = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
  if (start + size * count > view.byteLength) throw new RangeError('a value beyond the end')
  return Array.from({ length: count }, (_, at) => {
    const place = start + at * size
    if (size === 1) return view.getUint8(place)
    if (size === 2) return view.getUint16(place, little)
    if (size === 4) return view.getUint32(place, little)
    return view.getUint32(place, little) / view.getUint32(place + 4, little)
  })
}

/** By how many degrees clockwise a picture is to be turned; mirrored ones, which no scanner makes, are left as they are. */
export function turnOf(tags: Tags): 0 | 90 | 180 | 270 {
  const turns = new Map([
    [3, 180],
    [6, 90],
    [8, 270],
  ] as const)
  return turns.get((tags.get(274)?.[0] ?? 1) as 3 | 6 | 8) ?? 0
}
