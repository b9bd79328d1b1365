const most = 1000
const longest = 10_000

/**
 * A pure reading of a text that is asked for again and again (a letter's lines are read for its date, its record
 * numbers and its references alike), with the last texts' results kept. Callers must not change a result.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { result: T }>()
  return (text) => {
    const before = known.get(text)
    if (before) return before.result
    const result = read(text)
    // a long text is rarely read twice, and keeping it would keep the whole document
    if (text.length > longest) return result
    if (known.size >= most) known.clear()
    known.set(text, { result })
    return result
  }
}
