import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadData } from '../../data/load.ts'
import { modelOf } from '../../extractors/commitments/learned/model.ts'
import {
  type PackedWeights,
  questions,
  scale,
  tableOf,
  weightsSchema,
} from '../../extractors/commitments/learned/weights.ts'
import { type AnnotatedPassage, annotatedPassages } from '../../training/examples.ts'
import { learn } from '../../training/learn.ts'
import { trainWeights } from '../../training/logistic-regression.ts'
import { measure } from '../../training/measure.ts'
import { teachingSets } from '../score/sets.ts'

describe('the regression', () => {
  it('finds the feature that tells, and is the same each time', () => {
    const example = fc.record({ tells: fc.boolean(), noise: fc.boolean() })
    fc.assert(
      fc.property(fc.array(example, { minLength: 40, maxLength: 80 }), (made) => {
        fc.pre(
          made.filter(({ tells }) => tells).length >= 10 && made.filter(({ tells }) => !tells).length >= 10,
        )
        const examples = made.map(({ tells, noise }) => ({
          features: Uint32Array.from([...(tells ? [0] : [1]), ...(noise ? [2] : [])]),
          positive: tells,
        }))
        const { weights } = trainWeights(examples, 3)
        expect(weights[0]).toBeGreaterThan(Math.abs(weights[2] ?? 0))
        expect(weights[1]).toBeLessThan(-Math.abs(weights[2] ?? 0))
        expect(trainWeights(examples, 3)).toEqual({ weights, bias: expect.any(Number) })
      }),
      { seed: 7, numRuns: 30 },
    )
  })
})

describe('what annotated letters teach', () => {
  let passages: AnnotatedPassage[] = []
  beforeAll(async () => {
    passages = (await Promise.all(teachingSets.map(annotatedPassages))).flat()
  }, 60_000)

  it('is what the data hold: they were learnt anew when letters or features changed', () => {
    const now = flat(learn(passages))
    const then = flat(loadData('commitments/learned.json', weightsSchema))
    const names = new Set([...now.keys(), ...then.keys()])
    const differing = [...names].filter((name) => !close(now.get(name), then.get(name)))
    // another processor may round the last digit of a weight otherwise
    expect(differing.length / names.size).toBeLessThan(0.01)
  })

  test('holds for letters that were left out', () => {
    // ordinary letters, those that later ones were measured on
    const left = new Set(['ab', 'af', 'ak', 'an', 'ap', 'aq'].map((name) => `written ${name}`))
    const model = modelOf(learn(passages.filter(({ set }) => !left.has(set))))
    const {
      right,
      false: wrong,
      missed,
      kind,
      wrongKind,
      status,
      wrongStatus,
    } = measure(
      model,
      passages.filter(({ set }) => left.has(set)),
    )
    expect(right).toBeGreaterThan(400)
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.9)
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9)
    expect(kind / (kind + wrongKind)).toBeGreaterThanOrEqual(0.95)
    expect(status / (status + wrongStatus)).toBeGreaterThanOrEqual(0.9)
  })
})

/** Every weight by its name. */
function flat(packed: PackedWeights): Map<string, number[]> {
  const { table, words, marks, pairs } = tableOf(packed)
  const at = (row: number) =>
    [...table.slice(row * questions.length, (row + 1) * questions.length)].map((step) => step / scale)
  return new Map([
    ...[...words].map(([name, row]) => [`word ${name}`, at(row)] as const),
    ...[...marks].map(([name, row]) => [`mark ${name}`, at(row)] as const),
    ...[...pairs].flatMap(([first, { row, seconds }]) =>
      seconds.split(' ').map((second, i) => [`pair ${first} ${second}`, at(row + i)] as const),
    ),
  ])
}

const close = (a: number[] | undefined, b: number[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.every((weight, i) => Math.abs(weight - (b[i] ?? 0)) < 0.15)
