import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { visible } from '../../../followup/markdown/escape.ts'
import { renderTemplate } from '../../../followup/replies/render-template.ts'
import { templateFields, templateKinds } from '../../../followup/replies/template-fields.ts'
import { defaultLimits } from '../../../pipeline/read/limits.ts'
import { openLetterFiles } from '../../../pipeline/read/read-file.ts'
import type { Fields } from '../../../schemas/reply.ts'
import { madeTemplate } from './made-template.ts'

const folder = mkdtempSync(join(tmpdir(), 'opfolg-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The text of a Word file, as Opfølg reads it. */
async function textOf(docx: Uint8Array): Promise<string> {
  const path = join(folder, 'read.docx')
  writeFileSync(path, docx)
  for await (const file of openLetterFiles(path, defaultLimits))
    if (!('refused' in file)) return (await file.read()).pages.map(({ text }) => text).join('\n')
  throw new Error('not read')
}

const fields: Fields = {
  kommune: 'Køge Kommune',
  emne: 'manglende aktiv indsats',
  modtaget: null,
  tal: [{ indikator: 'andel', landet: null }],
  forventninger: [],
}
const render = (template: Uint8Array, more: Fields = {}) =>
  renderTemplate('brev.docx', 'acknowledgement', template, { ...fields, ...more })

describe('a template that cannot be used is refused in one line', () => {
  test.each([
    ['Kære {kommune', 'has a { without a } after it'],
    ['Kære kommune}', 'has a } without a { before it'],
    ['{#tal}Tallet er {værdi}', 'begins a list that is not ended'],
    ['Tallet er {/tal}', 'ends a list that was not begun'],
    ['{#tal}{#forventninger}{/tal}{/forventninger}', 'list'],
    ['Kære {komune}', '{komune} is no field of this letter; the nearest is {kommune}'],
    ['{#tal}{forventning}{/tal}', '{forventning} belongs between {#forventninger} and {/forventninger}'],
    ['Tallet er {tal}', '{tal} is a list; write {#tal} before and {/tal} after'],
    ['Senest {svarfrist}', '{svarfrist} is no field of this letter'],
    ['Modtaget {modtaget}', '{modtaget} has no value: the day on which the statement was received'],
    ['{#tal}For landet {landet}{/tal}', '{landet} has no value: import the figures of the country'],
  ])('%s', async (words, message) => {
    const template = await madeTemplate(words)
    expect(() => render(template)).toThrow(
      expect.objectContaining({ name: 'BadTemplate', message: expect.stringContaining(message) }),
    )
    expect(() => render(template)).toThrow(/^brev\.docx: [^\n]+$/)
  })

  test.each([
    ['text', Buffer.from('Kære {kommune}')],
    ['nothing', Buffer.alloc(0)],
    ['half a file', readFileSync(join(packageRoot, 'data/templates/kvittering.docx')).subarray(0, 2000)],
  ])('%s is no Word template', (_, bytes) => {
    expect(() => render(bytes)).toThrow(/^brev\.docx: no Word template/)
  })
})

const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

describe('a template that can', () => {
  test.each<[string, Fields, string]>([
    ['Kære {kommune}', {}, 'Kære Køge Kommune'],
    ['Kære { kommune }', {}, 'Kære Køge Kommune'],
    ['A{#modtaget} den {modtaget}{/modtaget}.', {}, 'A.'],
    ['A{^modtaget} uden dag{/modtaget}.', {}, 'A uden dag.'],
    ['{#tal}{indikator}{#landet} mod {landet}{/landet}.{/tal}', {}, 'andel.'],
    ['{#tal}{indikator} i {kommune}.{/tal}', {}, 'andel i Køge Kommune.'],
    ['B{#forventninger}{forventning}{/forventninger}.', {}, 'B.'],
    ['{emne}', { emne: '{kommune} <w:t>&amp; "x" \u0001\u202e' }, '{kommune} <w:t>&amp; "x"'],
  ])('%s', async (words, more, expected) => {
    expect((await textOf(render(await madeTemplate(words), more))).trim()).toBe(expected)
  })

  test('whatever stands in a field stands in the letter', async () => {
    const template = await madeTemplate('»{emne}«')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const text = await textOf(render(template, { emne: words }))
        expect(lettersOf(text)).toBe(lettersOf(`»${visible(words)}«`))
      }),
      // a letter that is a letter and a mark once it is normalised
      { numRuns: 60, examples: [['\ufb2a']] },
    )
  })
})

describe('the templates that come with the program', () => {
  const names = {
    request: 'anmodning.docx',
    'supplementary-request': 'anmodning-supplerende.docx',
    acknowledgement: 'kvittering.docx',
    status: 'status.docx',
    orientation: 'orientering.docx',
    annex: 'internt-bilag.docx',
  }

  test.each(templateKinds)('%s: every placeholder is one of its fields', async (kind) => {
    const template = readFileSync(join(packageRoot, 'data/templates', names[kind]))
    expect(() => renderTemplate(names[kind], kind, template, filled(kind, ''))).not.toThrow()
  })

  test('there are no others', () => {
    const found = readdirSync(join(packageRoot, 'data/templates')).filter((name) => name.endsWith('.docx'))
    expect(found.sort()).toEqual(Object.values(names).sort())
  })

  test('the guide explains every field', () => {
    const guide = readFileSync(join(packageRoot, 'docs/skabeloner.md'), 'utf8')
    for (const kind of templateKinds)
      for (const { name, meaning } of templateFields(kind)) {
        expect(guide).toContain(`{${name}}`)
        expect(guide).toContain(meaning)
      }
  })

  /** Every field with a value. */
  function filled(kind: (typeof templateKinds)[number], within: string): Fields {
    const own = templateFields(kind).filter((field) => field.within === within)
    return Object.fromEntries(
      own.map(({ name, kind: of }) => [
        name,
        of === 'list' ? [filled(kind, name)] : of === 'shown' ? true : 'ord',
      ]),
    )
  }
})
