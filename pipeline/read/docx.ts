import type { ReadFile } from '../../schemas/page.ts'
import { type DocxBlock, readBlocks } from './docx-blocks.ts'
import { type DocxNotes, readNotes, withNotes } from './docx-notes.ts'
import { listCounter, readNumbering } from './docx-numbering.ts'
import { blockPages } from './docx-pages.ts'
import { joinSplitItems } from './docx-split-items.ts'
import { readStyles } from './docx-styles.ts'
import { inMegabytes, orMore, type ReadLimits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { readXml } from './xml-events.ts'
import type { ZipEntry } from './zip.ts'

/**
 * Reads a Word file (.docx): paragraphs, headings, lists with their markers, tables (a row a line, tabs between cells),
 * text boxes before the paragraph they are anchored to, notes behind the paragraph that refers to them, the headers of each section before it and its footers at
 * the end. Deleted text and field codes are left out. Pages are those of the last print, where Word noted them.
 * @throws UnreadableFile when it is broken, holds no text or meets a limit
 */
export async function readDocx(entries: ZipEntry[], limits: ReadLimits): Promise<ReadFile> {
  const part = partReader(entries, limits)
  const main = await mainPart(part)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await readRelations(part, main)
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target
  const optional = async <T>(name: string | undefined, read: (bytes: Uint8Array) => T, otherwise: T) => {
    const bytes = name === undefined ? null : await part(folder + name)
    return bytes === null ? otherwise : read(bytes)
  }
  const styles = await optional(target('styles'), readStyles, new Map())
  const lists = await optional(target('numbering'), readNumbering, new Map())

  const none: DocxNotes = new Map()
  const notes = new Map([
    ...(await optional(target('footnotes'), readNotes, none)),
    ...(await optional(target('endnotes'), readNotes, none)),
  ])

  const document = await part(main)
  if (document === null) throw broken()
  const frames = new Set<string>()
  /** The blocks of headers or footers that no section before had. */
  const frame = async (ids: string[]): Promise<DocxBlock[]> => {
    const blocks: DocxBlock[][] = []
    for (const id of ids) {
      const name = relations.find((relation) => relation.id === id)?.target
      if (name === undefined || frames.has(name)) continue
      frames.add(name)
      const found = await optional(name, (bytes) => readBlocks(bytes, styles), [])
      blocks.push(...found.map((section) => section.blocks))
    }
    return withoutRepeats(blocks.flat())
  }
  const stretches: DocxBlock[][] = []
  for (const { blocks, headers, footers } of readBlocks(document, styles)) {
    const first = blocks[0]?.page ?? 1
    const last = blocks.at(-1)?.page ?? first
    const [above, below] = [await frame(headers), await frame(footers)]
    stretches.push(inFrame(above, first, -1), withNotes(blocks, notes), inFrame(below, last, -2))
  }
  const pages = blockPages(joinSplitItems(stretches.flat()), listCounter(lists))
  if (pages.every((page) => page.text.trim() === ''))
    throw new UnreadableFile('the Word file holds no text, only pictures or nothing', 'save it as PDF')
  return { format: 'docx', pages, notes: [] }
}

const broken = () => new UnreadableFile('the Word file is broken', 'open it in Word and save it again')

type PartReader = (name: string) => Promise<Uint8Array | null>

function partReader(entries: ZipEntry[], limits: ReadLimits): PartReader {
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]))
  return async (name) => {
    const entry = byName.get(name.toLowerCase())
    const bytes = entry ? await entry.read() : null
    if (bytes !== null && bytes.length > limits.xmlBytes) {
      const reason = `too big: ${inMegabytes(bytes.length)} of text and layout, at most ${inMegabytes(limits.xmlBytes)} are read`
      throw new UnreadableFile(reason, orMore('split it into smaller files', 'xmlBytes'))
    }
    return bytes
  }
}

type Relation = { id: string; type: string; target: string }

/** The parts that a part refers to. Those outside the file are left out: nothing is ever fetched. */
async function readRelations(part: PartReader, name: string): Promise<Relation[]> {
  const [folder, file] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/') + 1)]
  const bytes = await part(`${folder}_rels/${file}.rels`)
  const relations: Relation[] = []
  if (bytes === null) return relations
  readXml(bytes, {
    open: ({ attributes: { Id: id, Type: type, Target: target, TargetMode: mode } }) => {
      if (id === undefined || type === undefined || target === undefined || mode === 'External') return
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target })
    },
    close: () => {},
    text: () => {},
  })
  // a target that begins with a slash is named from the root
  const local = (target: string) =>
    target.startsWith(`/${folder}`) ? target.slice(folder.length + 1) : target
  return relations.map((relation) => ({ ...relation, target: local(relation.target) }))
}

/** The name of the part with the text: it is not always word/document.xml. */
async function mainPart(part: PartReader): Promise<string> {
  const relations = await readRelations(part, '')
  const found = relations.find((relation) => relation.type === 'officeDocument')
  return (found?.target ?? 'word/document.xml').replace(/^\//, '')
}

/** Headers and footers stand on a page of their section, and apart from its text as a text box does. */
const inFrame = (blocks: DocxBlock[], page: number, box: number): DocxBlock[] =>
  blocks.map((block) => ({ ...block, page, box }))

/** Headers of the first page and of the others often repeat each other. */
function withoutRepeats(blocks: DocxBlock[]): DocxBlock[] {
  const seen = new Set<string>()
  return blocks.filter(({ text }) => {
    const key = text.replace(/\s+/g, ' ').trim()
    if (key !== '' && seen.has(key)) return false
    seen.add(key)
    return true
  })
}
