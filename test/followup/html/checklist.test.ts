import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { courseShapes } from '../../../followup/chart/course-shapes.ts'
import { text } from '../../../followup/checklist-pages/blocks.ts'
import { checklistDocx } from '../../../followup/docx/checklist.ts'
import { checklistHtml } from '../../../followup/html/checklist.ts'
import { visible } from '../../../followup/markdown/escape.ts'
import type { ChecklistCourse } from '../../../schemas/checklist.ts'
import type { Figure } from '../../../schemas/verdict.ts'

const figure = (period: string, value: number | null): Figure => ({
  observationId: 1,
  area: '0259',
  period,
  state: value === null ? 'missing' : 'value',
  value,
  unit: 'pct',
  retrieved: '2019-02-04',
  source: 'kilde',
  file: 'a.csv',
  before: null,
})
const course = (values: (number | null)[], shortName = 'andel'): ChecklistCourse => ({
  indicator: { id: 'x', name: 'Andel', shortName, unit: 'pct', better: 'lower', doesNotMeasure: 'andet' },
  points: values.map((value, at) => {
    const period = `2018M${String(at + 1).padStart(2, '0')}`
    return { period, value: figure(period, value), country: at === 0 ? null : figure(period, 20) }
  }),
  promised: '2018-08-08',
  criterion: { comparator: 'at-most', value: 0, reference: null },
})
const page = (words: string) => ({
  title: words,
  pages: [
    {
      id: 'side',
      title: words,
      blocks: [
        { kind: 'heading' as const, level: 3 as const, text: words },
        { kind: 'paragraph' as const, text: text(words) },
        { kind: 'list' as const, tick: true, items: [text(words)] },
        { kind: 'facts' as const, rows: [{ name: words, text: text(words) }] },
        { kind: 'table' as const, caption: words, head: [words], rows: [[text(words)]], shares: [100] },
        { kind: 'chart' as const, course: course([40, 25], words), caption: words },
      ],
    },
  ],
})

/** The elements and the text of a page. */
function read(html: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let words = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push({ name, attributes }),
      ontext: (part) => {
        words += part
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { elements, words }
}

describe('the checklist as HTML', () => {
  const plain = read(checklistHtml(page('ord')))

  test('whatever a letter says makes no element, attribute or script', () => {
    const known = plain.elements.map(({ name }) => name)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '"><img src=x onerror=alert(1)>',
            "' onload='x",
            '&lt;b&gt;',
          ),
        ),
        (words) => {
          const { elements, words: shown } = read(checklistHtml(page(words)))
          expect(elements.map(({ name }) => name)).toEqual(known)
          expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).join(' ')).not.toMatch(/\bon/)
          // a sign that is left out may leave two spaces, which a page shows as one
          expect(shown.replace(/\s+/g, ' ')).toContain(visible(words).replace(/\s+/g, ' '))
        },
      ),
      { examples: [['!\t\u0000\t!']] },
    )
  })

  test('needs nothing from elsewhere, and says what a reader without eyes needs', () => {
    const { elements } = plain
    const named = (name: string) => elements.filter((one) => one.name === name)
    expect(named('html')[0]?.attributes.lang).toBe('da')
    for (const name of ['script', 'link', 'img', 'iframe', 'object']) expect(named(name)).toEqual([])
    for (const { attributes } of elements) expect(attributes.src ?? attributes['xlink:href']).toBeUndefined()
    for (const { attributes } of named('a')) expect(attributes.href).toMatch(/^#/)
    expect(named('svg')[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': 'ord' })
    const ticked = named('input').map(({ attributes }) => attributes.id)
    expect(named('label').map(({ attributes }) => attributes.for)).toEqual(ticked)
    for (const { attributes } of named('th')) expect(attributes.scope).toMatch(/^(?:col|row)$/)
    expect(named('table').length).toBe(named('caption').length)
  })
})

describe('a chart', () => {
  test.each<[string, (number | null)[]]>([
    ['one value', [40]],
    ['several', [40, 30, 25]],
    ['a gap', [40, null, 25]],
    ['none', [null]],
    ['nothing but zero', [0, 0]],
    ['a large one', [1744, 2100]],
  ])('of %s is drawn within its frame', (_, values) => {
    const { width, height, shapes } = courseShapes(course(values))
    const places = shapes.flatMap((shape) => (shape.kind === 'line' ? shape.points : [shape.at]))
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(height)
    }
    const dots = shapes.filter((shape) => shape.kind === 'dot' && shape.role === 'municipality')
    expect(dots).toHaveLength(values.filter((value) => value !== null).length)
  })
})

test('the checklist as a Word file holds boxes to tick and a picture with words', async () => {
  const { openZip } = await import('../../../pipeline/read/zip.ts')
  const { defaultLimits } = await import('../../../pipeline/read/limits.ts')
  const docx = await checklistDocx(page('ord <&> \u0001'))
  const entries = await openZip(docx, defaultLimits, { bytes: defaultLimits.unpackedBytes })
  expect(entries.map(({ name }) => name).join(' ')).toMatch(/word\/document\.xml.*word\/media\/\S+\.png/s)
})
