/**
 * Words and marks are handled as numbers, for thousands are looked up in each letter and a string that is made anew is
 * hashed anew. A name is a path: "verb" > "ansætte" > "past" is "verb ansætte past". Words lie under `word`.
 */
const names: string[] = ['']
const children: (Map<string, number> | undefined)[] = []

/** The number of all names that came when there were so many already. */
export const other = 0
const most = 200_000

/** The number of the name that `value` is under another, 0 for a group of its own. */
export function under(parent: number, value: string): number {
  let values = children[parent]
  if (!values) {
    values = new Map()
    children[parent] = values
  }
  const known = values.get(value)
  if (known !== undefined) return known
  if (names.length >= most) return other
  names.push(parent === 0 || parent === word ? value : `${names[parent]} ${value}`)
  values.set(value, names.length - 1)
  return names.length - 1
}

/** The group of words. */
export const word = under(0, 'word')
/** What a number stands for. */
export const nameOf = (id: number): string => names[id] ?? ''
