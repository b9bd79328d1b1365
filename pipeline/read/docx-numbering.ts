import { readXml } from './xml-events.ts'

type Level = { format: string; text: string; start: number }
type List = { levels: Map<number, Level>; starts: Map<number, number> }

/** The lists of a Word file by the id that paragraphs name (`w:numId`). */
export type Lists = Map<string, List>

/** Reads `word/numbering.xml`. @throws UnreadableFile when it is broken */
export function readNumbering(bytes: Uint8Array): Lists {
  const abstract = new Map<string, Map<number, Level>>()
  const lists: Lists = new Map()
  let levels = new Map<number, Level>()
  let level: Level | null = null
  let list: List | null = null
  let override = 0
  readXml(bytes, {
    open: ({ name, attributes }) => {
      const value = attributes.val ?? ''
      if (name === 'abstractNum') {
        levels = new Map()
        abstract.set(attributes.abstractNumId ?? '', levels)
      } else if (name === 'lvl') {
        level = { format: 'decimal', text: '', start: 1 }
        levels.set(Number(attributes.ilvl), level)
      } else if (name === 'numFmt' && level) level.format = value
      else if (name === 'lvlText' && level) level.text = value
      else if (name === 'start' && level) level.start = Number(value)
      else if (name === 'num') {
        list = { levels: new Map(), starts: new Map() }
        lists.set(attributes.numId ?? '', list)
      } else if (name === 'abstractNumId' && list) {
        // an override writes into the list's own copy
        levels = new Map(abstract.get(value))
        list.levels = levels
      } else if (name === 'lvlOverride') override = Number(attributes.ilvl)
      else if (name === 'startOverride') list?.starts.set(override, Number(value))
    },
    close: (name) => {
      if (name === 'lvl') level = null
      if (name === 'num') list = null
    },
    text: () => {},
  })
  return lists
}

const deepest = 8

/**
 * Counts the items of all lists, in the order of the document.
 * @returns the marker of the next item of a list ("-", "2.", "b)"), "" where the list has none or is not known
 */
export function listCounter(lists: Lists): (list: string, level: number) => string {
  const counts = new Map<string, number[]>()
  return (id, at) => {
    const list = lists.get(id)
    const own = list?.levels.get(at)
    if (!list || !own || at > deepest) return ''
    const count = counts.get(id) ?? []
    counts.set(id, count)
    const first = (level: number) => list.starts.get(level) ?? list.levels.get(level)?.start ?? 1
    count[at] = (count[at] ?? first(at) - 1) + 1
    count.length = at + 1
    if (own.format === 'bullet') return '-'
    if (own.format === 'none') return ''
    return own.text.replace(/%([1-9])/g, (_, number: string) => {
      const level = Number(number) - 1
      return written(count[level] ?? first(level), list.levels.get(level)?.format ?? 'decimal')
    })
  }
}

const roman: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function written(number: number, format: string): string {
  const small = format.startsWith('lower')
  if (/Letter$/.test(format) && number > 0) {
    // Word goes on after z with aa, bb
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)))
    return small ? letter : letter.toUpperCase()
  }
  if (/Roman$/.test(format) && number > 0 && number < 5000) {
    let text = ''
    let rest = number
    for (const [value, sign] of roman) for (; rest >= value; rest -= value) text += sign
    return small ? text : text.toUpperCase()
  }
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number)
}
