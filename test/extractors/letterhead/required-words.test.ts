import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMatch, type Needs, requiredWords } from '../../../extractors/letterhead/required-words.ts'

describe('words that a pattern cannot match without', () => {
  it.each<[string, Needs]>([
    ['jeres kommune', [['jeres kommune']]],
    ['sendte jeg|tak for', [['sendte jeg'], ['tak for']]],
    ['(?:skal|vil) [^.]{0,40}kommune', [['kommune', [['skal'], ['vil']]]]],
    ['(?:ministeriet|styrelsen)? har', [[' har']]],
    ['handle?plan', [['handl', 'plan']]],
    ['foretage[rt]? ikke', [['foretage', ' ikke']]],
    ['(?<!\\p{L})jeres (?:svar|indsats)', [['jeres ', [['svar'], ['indsats']]]]],
    ['(?:svar|(?:ny )?plan) fra', [[' fra', [['svar'], ['plan']]]]],
    ['(?:svar|\\d+) fra', [[' fra']]],
    ['\\d+', [[]]],
    ['jer(?:es)?(?!\\p{L})', [['jer']]],
  ])('%s', (source, words) => {
    expect(requiredWords(source)).toEqual(words)
  })

  it('never refuses what the pattern matches', () => {
    const evidence: Record<string, [string, number][] | string> = JSON.parse(
      readFileSync(new URL('../../../data/letterhead/kind-evidence.json', import.meta.url), 'utf8'),
    )
    const sources = Object.values(evidence)
      .flatMap((side) => (typeof side === 'string' ? [] : side.map(([source]) => source)))
      .filter((source) => !source.includes('<'))
    fc.assert(
      fc.property(
        fc
          .constantFrom(...sources)
          .chain((source) =>
            fc.tuple(fc.constant(source), fc.stringMatching(asPlain(source), { maxLength: 200 })),
          ),
        ([source, text]) => {
          const lower = text.toLowerCase()
          expect(mayMatch(requiredWords(source.toLowerCase()), (word) => lower.includes(word))).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** The pattern in the part of the language that texts can be made from: no look-around, letters as a class. */
const asPlain = (source: string): RegExp =>
  new RegExp(
    source
      .replace(/\(\?<?[!=](?:[^()]|\([^()]*\))*\)/g, '')
      .replace(/\\p\{\w+\}/g, (_, at: number, all: string) =>
        /\[[^\]]*$/.test(all.slice(0, at)) ? 'a-zæøå' : '[a-zæøå]',
      ),
  )
