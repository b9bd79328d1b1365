import { describe, expect, it } from 'vitest'
import { timeJson } from '../../../extractors/time/time-json.ts'
import { sentences } from './sentences.table.ts'

describe('times in sentences', () => {
  it.each(sentences)('%s %s', (reference, sentence, values) => {
    const found = timeJson(sentence, reference).map(({ relation, start, end, every }) =>
      relation === null ? `every ${every}` : [relation, start, ...(end === start ? [] : [end])].join(' '),
    )
    expect(found).toEqual(values)
  })
})

describe('timeJson', () => {
  it('gives every object every key, in order of position', () => {
    const found = timeJson('Hver 14. dag indtil udgangen af maj', '2018-01-11')
    const keys = ['quote', 'span', 'relation', 'start', 'end', 'grain', 'every', 'assumed', 'rule']
    for (const item of found) expect(Object.keys(item)).toEqual(keys)
    expect(found.map((f) => f.quote)).toEqual(['Hver 14. dag', 'indtil udgangen af maj'])
    expect(found[0]).toMatchObject({ every: 'P2W', relation: null, start: null, end: null, grain: null })
    expect(found[1]).toMatchObject({ every: null, relation: 'until', start: '2018-05-31', grain: 'day' })
  })

  it('names what it assumed', () => {
    expect(timeJson('Vi iværksatte i november en indsats', '2018-04-26')[0]?.assumed).toEqual([
      "year from the letter's date",
      'past from the tense',
    ])
    expect(timeJson('i november 2017', '2018-04-26')[0]?.assumed).toEqual([])
    expect(timeJson('senest om 6 måneder', '2018-04-26')[0]?.assumed).toEqual([
      "counted from the letter's date",
    ])
  })
})
