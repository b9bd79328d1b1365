import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown } from '../../../followup/markdown/escape.ts'

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[klik her](javascript:x)', '\\[klik her\\](javascript:x)'],
  ['![billede](x)', '!\\[billede\\](x)'],
  ['en | to', 'en \\| to'],
  ['`kode`', '\\`kode\\`'],
  ['*fed* _kursiv_ ~~streg~~ $x$', '\\*fed\\* \\_kursiv\\_ \\~\\~streg\\~\\~ \\$x\\$'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['C:\\mappe', 'C:\\\\mappe'],
  ['første linje\n# overskrift', 'første linje # overskrift'],
  ['rød\u001b[31mgrøn', 'rød\\[31mgrøn'],
  ['abc\u202edef', 'abcdef'],
  ['skriv til vf@koege.dk i dag', 'skriv til `vf@koege.dk` i dag'],
  ['se www.koege.dk, eller https://koege.dk/a_b', 'se `www.koege.dk`, eller `https://koege.dk/a_b`'],
  ['<https://koege.dk>', '\\<`https://koege.dk`\\>'],
  ['a-dagpenge (16 måneder), 80 %', 'a-dagpenge (16 måneder), 80 %'],
])('%j becomes %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

describe('for any text', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'abæ \n\t`|<>[]()!*_~&$\\@:/w.#-') })

  test('no mark stands unescaped outside code, and no code is left open', () => {
    fc.assert(
      fc.property(marks, (text) => {
        const escaped = escapeMarkdown(text)
        expect(escaped).not.toMatch(/[\n\r\t]/)
        const bare = escaped.replace(/\\[\\`*_[\]<>|~&$]/g, '')
        expect(bare.replace(/`[^`|<>]+`/g, '')).not.toMatch(/[`<>[\]|*~&$]/)
      }),
    )
  })

  test('what has no mark stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcæøå 0123.,;()-') }), (text) => {
        fc.pre(!/www\./i.test(text))
        expect(escapeMarkdown(text)).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})
