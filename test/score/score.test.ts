import { describe, expect, it } from 'vitest'
import { scoreSet, scoreSets } from './sets.ts'

type Figures = Record<string, Record<string, number | null>>

const figuresOf = async (name: string): Promise<Figures> => {
  const set = scoreSets.find((s) => s.name === name)
  if (!set) throw new Error(`no set ${name}`)
  return JSON.parse((await scoreSet(set, ['--json'])).printed)
}

/** The floors that the figures must not fall below: what the issue asks of these sets. */
const floors = {
  gold: {
    precision: 0.95,
    recall: 0.95,
    kind: 0.95,
    status: 0.92,
    timeF1: 0.97,
    relation: 0.95,
    every: 0.95,
    head: 0.97,
    signers: 1,
  },
  written: {
    precision: 0.88,
    recall: 0.88,
    kind: 0.9,
    status: 0.85,
    timeF1: 0.93,
    relation: 0.9,
    every: 0.85,
    head: 0.9,
    signers: 0.95,
  },
}

function check(figures: Figures, floor: (typeof floors)['gold']): void {
  const {
    letters,
    commitments,
    times,
    every,
    signatories,
    caseNumbers,
    refersTo,
    requests,
    acknowledgements,
  } = figures
  expect(letters?.found).toBe(letters?.gold)
  expect(letters?.doubled).toBe(0)
  expect(commitments?.precision).toBeGreaterThanOrEqual(floor.precision)
  expect(commitments?.recall).toBeGreaterThanOrEqual(floor.recall)
  expect(commitments?.kind).toBeGreaterThanOrEqual(floor.kind)
  expect(commitments?.status).toBeGreaterThanOrEqual(floor.status)
  expect(times?.f1).toBeGreaterThanOrEqual(floor.timeF1)
  expect(times?.relation).toBeGreaterThanOrEqual(floor.relation)
  expect(every?.recall).toBeGreaterThanOrEqual(floor.every)
  for (const value of [signatories?.precision, signatories?.recall])
    expect(value).toBeGreaterThanOrEqual(floor.signers)
  const head = [caseNumbers, refersTo, requests, acknowledgements].flatMap((group) =>
    Object.values(group ?? {}),
  )
  for (const value of head) if (value !== null) expect(value).toBeGreaterThanOrEqual(floor.head)
}

describe('the scorer’s figures', () => {
  it('reach what is asked of the shared annotations, without one wrong deadline', async () => {
    const figures = await figuresOf('gold')
    check(figures, floors.gold)
    expect(figures.times?.notDeadlines).toBe(0)
  })

  it.each(scoreSets.filter(({ name }) => name.startsWith('written')))(
    'reach what is asked of unseen letters, or what was reached: $name',
    async ({
      name,
      headFloor: head = floors.written.head,
      signersFloor: signers = floors.written.signers,
    }) => {
      check(await figuresOf(name), { ...floors.written, head, signers })
    },
  )
})
