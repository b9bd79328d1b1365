import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'
import { readMarkdown } from '../../pipeline/read/markdown.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import { LetterTextView, type TextMark } from '../../web/parts/letter-text.tsx'

const letter = `Køge Kommune

8. august 2018

**Kære minister**

#### Fremadrettede **konkrete** initiativer

Vi har i løbet af foråret gennemgået alle sager, og det står klart, at fristerne ikke er overholdt:

* Alle sager gennemgås senest den 1. maj 2019.
- Ledelsen følger tallene hver måned.

| Handling | Ansvarlig | Færdig |
|---|---|---|
| Kontrol af 20 afgørelser om måneden | Jurist | Juni 2019 |
| Ny skabelon til breve | - | Uge 20 |

### Det videre arbejde

Vi vender tilbage.

Med venlig hilsen

Ida Holm
Borgmester
`
const { pages } = readMarkdown(new TextEncoder().encode(letter))
const text = structureLetter(splitLetters(pages).flatMap(({ lines }) => lines))

type Node = ReturnType<typeof parseDocument>['children'][number]
const childrenOf = (node: Node): Node[] => ('children' in node ? (node.children as Node[]) : [])
const attributesOf = (node: Node): Record<string, string> => ('attribs' in node ? node.attribs : {})
const all = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(all)]
/** The words of the letter in an element, as the page's script counts them. */
const wordsIn = (node: Node): string =>
  /\b(?:ref|marker)\b/.test(attributesOf(node).class ?? '')
    ? ''
    : 'data' in node
      ? node.data
      : childrenOf(node).map(wordsIn).join('')

const shown = (of: LetterText, marks: TextMark[] = []) =>
  parseDocument(String(LetterTextView({ text: of, marks, numbers: [] }))).children.flatMap(all)

test('what says where its words begin holds the words that stand there, cells and headings too', () => {
  const placed = shown(text).filter((node) => attributesOf(node)['data-start'] !== undefined)
  expect(placed.length).toBeGreaterThan(text.blocks.length)
  for (const node of placed) {
    const start = Number(attributesOf(node)['data-start'])
    expect(text.text.slice(start, start + wordsIn(node).length)).toBe(wordsIn(node))
  }
  for (const { span } of text.blocks)
    expect(placed.map((node) => Number(attributesOf(node)['data-start']))).toContain(span.start)
})

test.each([
  'konkrete',
  'senest den 1. maj 2019',
  '20 afgørelser om måneden',
  'Juni 2019',
  'Det videre arbejde',
])('a mark over "%s" is over these words', (words) => {
  const start = text.text.indexOf(words)
  const mark: TextMark = { span: { start, end: start + words.length }, of: 't1', look: 'commitment' }
  const marked = shown(text, [mark]).filter((node) => attributesOf(node)['data-of'] === 't1')
  expect(marked.map(wordsIn)).toEqual([words])
})

test('no sign of a markup shows, and headings and tables are such', () => {
  const nodes = shown(text)
  const html = String(LetterTextView({ text, marks: [], numbers: [] }))
  expect(html).not.toMatch(/[#*|]/)
  const named = (name: string) => nodes.filter((node) => 'name' in node && node.name === name).map(wordsIn)
  expect(named('h3')).toEqual(['Fremadrettede konkrete initiativer', 'Det videre arbejde'])
  expect(named('th').map((words) => words.trim())).toEqual(['Handling', 'Ansvarlig', 'Færdig'])
  expect(named('td').map((words) => words.trim())).toContain('Kontrol af 20 afgørelser om måneden')
})
