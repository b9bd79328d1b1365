import { describe, expect, it } from 'vitest'
import { type Begin, digits, phrases, upToDigits } from '../../../extractors/time/begins.ts'
import type { Family } from '../../../extractors/time/family.ts'
import { startFinder } from '../../../extractors/time/starts.ts'

const family = (...begins: Begin[]): Family => ({
  rule: 'test',
  begins: () => begins,
  pattern: () => '',
  read: () => null,
})

const startsIn = startFinder([
  family(...phrases(['i dag', 'i morgen', 'løbende', 'fra dag til dag'])),
  family({ first: ['uge-', '§'] }),
  family({ first: upToDigits(2), next: ['maj', ...upToDigits(2)] }, { first: [digits(4)] }),
])

describe('where expressions can begin', () => {
  it.each([
    ['i dag og i morgen', [0, 9], [], []],
    ['i alt, dag', [], [], []],
    ['det sker løbende fra dag til', [9, 17], [], []],
    ['ugerne og ugentligt, hverdagsuge', [], [0, 10], []],
    ['efter §§ 16', [], [6, 7], []],
    ['den1. maj, 112. maj, 1/5 2018', [], [], [3, 21, 25]],
    ['3 maj2018 og 20185', [], [], [0, 5]],
    ['', [], [], []],
  ])('%s', (text, ...expected) => expect(startsIn(text)).toEqual(expected))
})
