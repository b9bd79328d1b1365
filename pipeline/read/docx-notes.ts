import { type DocxBlock, emptyBlock, noteName } from './docx-blocks.ts'
import { readXml } from './xml-events.ts'

/** Foot- and endnotes of a Word file: their text by kind and id. */
export type DocxNotes = Map<string, string>

/**
 * Reads the part of a Word file with its footnotes or endnotes; the lines that part them from the text are none.
 * @throws UnreadableFile when the XML is broken
 */
export function readNotes(bytes: Uint8Array): DocxNotes {
  const notes: DocxNotes = new Map()
  let [name, text]: [string | null, string] = [null, '']
  let inText = false
  readXml(bytes, {
    open: ({ name: element, attributes: { id, type } }) => {
      if (element === 'footnote' || element === 'endnote') {
        name = type === undefined || type === 'normal' ? noteName(element, id) : null
        text = ''
      } else if (element === 't') inText = true
      else if (element === 'p' || element === 'tab' || element === 'br') text += ' '
    },
    close: (element) => {
      if (element === 't') inText = false
      if ((element === 'footnote' || element === 'endnote') && name !== null) notes.set(name, text.trim())
    },
    text: (more) => {
      if (inText) text += more
    },
  })
  return notes
}

/** Puts each note behind the paragraph, or below the table, that refers to it first; a note stands apart, as a text box does. */
export function withNotes(blocks: DocxBlock[], notes: DocxNotes): DocxBlock[] {
  if (notes.size === 0) return blocks
  const placed: DocxBlock[] = []
  let waiting: DocxBlock[] = []
  const left = new Map(notes)
  blocks.forEach((block, at) => {
    placed.push(block)
    for (const name of block.notes ?? []) {
      const text = left.get(name)
      if (left.delete(name) && text) waiting.push({ ...emptyBlock, text, page: block.page, box: -3 })
    }
    if (block.kind === 'row' && blocks[at + 1]?.kind === 'row') return
    placed.push(...waiting)
    waiting = []
  })
  return placed
}
