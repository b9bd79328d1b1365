import { readXml } from './xml-events.ts'

/** What is said of a paragraph that matters here; null where nothing is said. */
export type ParagraphFormat = { list: string | null; level: number | null; outline: number | null }

type Style = ParagraphFormat & { basedOn: string | null }

/** The paragraph styles of a Word file by their id; `formatOf` follows what a style is based on. */
export type Styles = Map<string, Style>

export const noFormat: ParagraphFormat = { list: null, level: null, outline: null }

/** Reads `word/styles.xml`. @throws UnreadableFile when it is broken */
export function readStyles(bytes: Uint8Array): Styles {
  const styles: Styles = new Map()
  let style: Style = { ...noFormat, basedOn: null }
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === 'style') {
        style = { ...noFormat, basedOn: null }
        styles.set(attributes.styleId ?? '', style)
      } else if (name === 'basedOn') style.basedOn = attributes.val ?? null
      else if (name === 'name') style.outline ??= headingLevel(attributes.val ?? '')
      else noteFormat(style, name, attributes.val ?? '')
    },
    close: () => {},
    text: () => {},
  })
  return styles
}

/** Notes what an element inside a paragraph's or style's properties says. */
export function noteFormat(format: ParagraphFormat, name: string, value: string): void {
  if (name === 'numId') format.list = value
  else if (name === 'ilvl') format.level = Number(value) || 0
  // level 9 is body text
  else if (name === 'outlineLvl') format.outline = Number(value) < 9 ? Number(value) : null
}

/** What a paragraph is, by its own format and by its style and what that is based on. */
export function formatOf(own: ParagraphFormat, style: string | null, styles: Styles): ParagraphFormat {
  const format = { ...own }
  const seen = new Set<string>()
  for (let id = style; id !== null && !seen.has(id); id = styles.get(id)?.basedOn ?? null) {
    seen.add(id)
    const { list = null, level = null, outline = null } = styles.get(id) ?? {}
    format.list ??= list
    format.level ??= level
    format.outline ??= outline
  }
  return format
}

/** Word's own heading styles are named "heading 1" in every language. */
function headingLevel(name: string): number | null {
  const level = /^heading ([1-9])$/i.exec(name)?.[1]
  return level === undefined ? (/^title$/i.test(name) ? 0 : null) : Number(level) - 1
}
