import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadData, packageRoot } from '../../../data/load.ts'
import { findCommitments } from '../../../extractors/commitments/find-commitments.ts'
import { judgeUnits } from '../../../extractors/commitments/judge-unit.ts'
import { type Features, featureReader } from '../../../extractors/commitments/learned/features.ts'
import { type Model, modelOf } from '../../../extractors/commitments/learned/model.ts'
import { nameOf, under, word } from '../../../extractors/commitments/learned/names.ts'
import {
  type PackedWeights,
  pack,
  parts,
  questions,
  type Weights,
  weightsSchema,
} from '../../../extractors/commitments/learned/weights.ts'
import { findUnits } from '../../../extractors/commitments/units.ts'
import { findTimes } from '../../../extractors/time/find-times.ts'
import type { CommitmentKind, CommitmentStatus } from '../../../schemas/commitment.ts'
import type { LetterKind } from '../../../schemas/letter.ts'
import { factsOf, letterOf } from './letters.ts'

const date = '2021-03-01'

function featuresOf(text: string): Features {
  const letter = letterOf([{ kind: 'paragraph', text }])
  const times = findTimes(letter.text, date)
  const judged = judgeUnits(letter, findUnits(letter), times, date, [], null)
  const [first] = judged
  if (!first) throw new Error('no passage')
  return featureReader(letter, judged, date)(first)
}

const marksOf = (text: string) => featuresOf(text).marks.map(nameOf)

const none = questions.map(() => 0)
const weights = (of: Partial<Record<(typeof questions)[number], number>>) => questions.map((q) => of[q] ?? 0)
const made = (of: Partial<Weights>): PackedWeights =>
  pack({ bias: none, words: {}, pairs: {}, marks: {}, ...of }, 'made')

describe('the features of a passage', () => {
  test.each([
    [
      'all numbers are alike',
      'Vi ansætter 3 rådgivere i 2021.',
      ['vi', 'ansætter', '0', 'rådgivere', 'i', '0'],
    ],
    [
      'all names are alike',
      'Vi samarbejder med Solrød Kommune.',
      ['vi', 'samarbejder', 'med', 'Name', 'Name'],
    ],
    ['the municipality that opens the sentence too', 'Greve Kommune ansætter.', ['Name', 'Name', 'ansætter']],
  ])('%s', (_, text, words) => {
    expect(featuresOf(text).words.map(nameOf)).toEqual(words)
  })

  it('tell past from future, and who does what when', () => {
    expect(marksOf('Vi ansatte to rådgivere i januar.')).toEqual(
      expect.arrayContaining(['time past', 'subject sender', 'verb ansætte', 'subject sender past']),
    )
    expect(marksOf('Vi ansætter to rådgivere i maj.')).toContain('time future')
    expect(marksOf('Vi ansætter to rådgivere.')).toContain('time none')
  })
})

describe('a model', () => {
  const features = (...words: string[]): Features => ({
    words: words.map((said) => under(word, said)),
    marks: [under(under(0, 'unit'), 'sentence')],
  })

  it('adds up the weights of words, of words behind words, of marks and of any passage', () => {
    const model = modelOf(
      made({
        bias: weights({ commits: -1 }),
        words: { nu: weights({ commits: 2 }) },
        pairs: { nu: { ikke: weights({ commits: -3 }) } },
        marks: { 'unit sentence': weights({ commits: 1 }) },
      }),
    )
    const likelihood = (sum: number) => 1 / (1 + Math.exp(-sum))
    expect(model(features()).commits).toBeCloseTo(likelihood(0))
    expect(model(features('nu', 'nu')).commits).toBeCloseTo(likelihood(2))
    expect(model(features('nu', 'ikke')).commits).toBeCloseTo(likelihood(-1))
    expect(model(features('ikke', 'constructor')).commits).toBeCloseTo(likelihood(0))
  })

  it('tells kind and state only where one is clearly ahead', () => {
    const model = modelOf(
      made({
        words: {
          følger: weights({ monitoring: 4, initiative: 1 }),
          måske: weights({ initiative: 2 }),
          ansat: weights({ done: 3 }),
        },
      }),
    )
    expect(model(features('følger')).kind()).toBe('monitoring')
    expect(model(features('følger')).status()).toBeNull()
    expect(model(features('følger', 'måske')).kind()).toBeNull()
    expect(model(features('ansat')).status()).toBe('done')
  })

  it('says which words speak most for a commitment, but no numbers and names', () => {
    const model = modelOf(
      made({
        words: {
          fremover: weights({ commits: 2 }),
          hidtil: weights({ commits: -2 }),
          '0': weights({ commits: 3 }),
          Name: weights({ commits: 3 }),
        },
        pairs: { vi: { gennemgår: weights({ commits: 1 }) } },
      }),
    )
    const words = features('fremover', 'Name', '0', 'hidtil', 'vi', 'gennemgår', 'ukendt')
    expect(model(words).telling()).toEqual(['fremover', 'vi gennemgår'])
  })

  it('is validated on load', () => {
    const data = made({ words: { nu: none } })
    expect(weightsSchema.safeParse(data).success).toBe(true)
    expect(weightsSchema.safeParse(made({ bias: [] })).success).toBe(false)
    expect(weightsSchema.safeParse({ ...data, weights: 'æ' }).success).toBe(false)
    expect(() => modelOf(data)).not.toThrow()
    expect(() => modelOf({ ...data, words: 'nu da' })).toThrow(`${questions.length} weights for 2 names`)
  })
})

describe('what is learnt beside what is constructed', () => {
  const found = (texts: string[], model: Model | null, kind: LetterKind = 'statement') => {
    const letter = letterOf([{ kind: 'paragraph', text: texts.join(' ') }])
    return findCommitments(letter, factsOf(kind, date), findTimes(letter.text, date), model)
  }
  type Said = { elaborates?: number; kind?: CommitmentKind; status?: CommitmentStatus }
  const says = (commits: number, { elaborates = 0, kind, status }: Said = {}): Model => {
    const reading: ReturnType<Model> = {
      commits,
      elaborates: () => elaborates,
      kind: () => kind ?? null,
      status: () => status ?? null,
      telling: () => ['fremover'],
    }
    return () => reading
  }
  const step = 'Vi ansætter to rådgivere den 1. maj 2021.'
  const fact = 'Ledigheden i kommunen er stadig høj for alle grupper.'
  const quotes = (texts: string[], model: Model | null, kind?: LetterKind) =>
    found(texts, model, kind).map(({ quote }) => quote)

  it('takes out what reads like no commitment, whatever its construction', () => {
    expect(quotes([step], null)).toEqual([step])
    expect(quotes([step], says(0.5))).toEqual([step])
    expect(quotes([step], says(0.1))).toEqual([])
  })

  it('adds what reads like one, and says by which rule', () => {
    expect(quotes([fact], null)).toEqual([])
    expect(quotes([fact], says(0.5))).toEqual([])
    expect(found([fact], says(0.95))).toMatchObject([
      { quote: fact, rule: 'likeness', assumed: ['a commitment by its words: "fremover"'] },
    ])
  })

  it('adds nothing that a rule speaks against', () => {
    expect(quotes(['Hvornår er loven overholdt?'], says(0.99))).toEqual([])
  })

  it('takes a sentence that only elaborates as part of the step before it, unless it has a time', () => {
    const more = says(0.95, { elaborates: 0.9 })
    expect(quotes([step, fact], more)).toEqual([`${step} ${fact}`])
    expect(quotes([step, 'Ledigheden i kommunen er stadig høj i maj for alle.'], more)).toEqual([
      step,
      'Ledigheden i kommunen er stadig høj i maj for alle.',
    ])
    expect(quotes([step, fact], says(0.95))).toEqual([step, fact])
  })

  it('tells kind and state where it is sure', () => {
    expect(found([step], says(0.9, { kind: 'monitoring', status: 'done' }))).toMatchObject([
      { kind: 'monitoring', status: 'done' },
    ])
    expect(found([step], says(0.9))).toMatchObject([{ kind: 'initiative', status: 'planned' }])
  })

  it('leaves plans alone, which are written otherwise', () => {
    expect(quotes([step], says(0.1), 'plan')).toEqual([step])
    expect(quotes([step, fact], says(0.99), 'plan')).toEqual([step])
  })
})

test('nothing is learnt of a municipality by its name', () => {
  const { words, pairs, marks } = loadData('commitments/learned.json', weightsSchema)
  const known = new Set([
    ...parts(words, ' '),
    ...Object.entries(pairs).flatMap(([first, seconds]) => [first, ...parts(seconds, ' ')]),
    ...parts(marks, '\n').map((mark) => mark.replace(/^heading /, '')),
  ])
  expect(known.size).toBeGreaterThan(1000)
  const { municipalities }: { municipalities: { name: string }[] } = JSON.parse(
    readFileSync(join(packageRoot, 'data/municipalities.json'), 'utf8'),
  )
  const names = municipalities.map(({ name }) => name.toLowerCase())
  expect(names.length).toBe(98)
  // "vejen" is also the word for the road
  expect(names.filter((name) => known.has(name) && name !== 'vejen')).toEqual([])
})

test('a letter of a few lines commits as a long one does', () => {
  const letter = letterOf([
    { kind: 'paragraph', text: 'Vi ansætter 12 nye medarbejdere senest den 1. juni 2021.' },
  ])
  const found = findCommitments(letter, factsOf('statement', date), findTimes(letter.text, date))
  expect(found).toMatchObject([{ kind: 'initiative', status: 'planned', times: [{ end: '2021-06-01' }] }])
})
