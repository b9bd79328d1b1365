import { expect, test } from 'vitest'
import { actRules } from '../../extractors/commitments/act-rules.ts'
import { answerNotes, answers, outcomes } from '../../schemas/assessment.ts'
import { placements, replyStates, stepKinds } from '../../schemas/case.ts'
import { deadlineStates, nextSteps } from '../../schemas/checklist.ts'
import { commitmentKinds, commitmentStatuses, comparators, reviewStates } from '../../schemas/commitment.ts'
import { danish, explain, glossary } from '../../schemas/glossary.ts'
import { letterKinds } from '../../schemas/letter.ts'
import { blockKinds } from '../../schemas/letter-text.ts'
import { observationStates } from '../../schemas/observation.ts'
import { fileFormats, scanGrades } from '../../schemas/page.ts'
import { replyStates as draftStates } from '../../schemas/reply.ts'
import { timeGrains, timeRelations } from '../../schemas/time.ts'
import { verdictRules, verdictValues } from '../../schemas/verdict.ts'

const lists: [string, readonly string[]][] = [
  ['kind of letter', letterKinds],
  ['kind of commitment', commitmentKinds],
  ['status at the date of the letter', commitmentStatuses],
  ["state at a period's end", deadlineStates],
  ['step of a case', stepKinds],
  ['why a letter is in its case', placements],
  ['state of a reply', replyStates],
  ['answer to a question', answers],
  ['outcome of an assessment', outcomes],
  ['note on an answer', answerNotes],
  ['review', reviewStates],
  ['comparator of a target', comparators],
  ['relation of a time', timeRelations],
  ['grain of a time', timeGrains],
  ['part of a letter', blockKinds],
  ['format of a file', fileFormats],
  ['grade of a scanned page', scanGrades],
  [
    'rule of a commitment',
    [
      ...actRules.map(({ rule }) => rule),
      'compliance',
      'table-row',
      'labelled-step',
      'goal',
      'item-of-steps',
      'likeness',
      '-item',
    ],
  ],
  ['rule of a time', ['person']],
  ['verdict', verdictValues],
  ['rule of a verdict', verdictRules],
  ['state of a draft', draftStates],
  ['next step', nextSteps],
  ['trend', ['better', 'worse', 'same']],
  ['state of an observation', observationStates],
]

test.each(lists)('every %s is explained, and nothing else', (of, values) => {
  const terms = glossary.filter((entry) => entry.of === of).map((entry) => entry.term)
  expect(terms.sort()).toEqual([...values].sort())
})

test('every explanation is one sentence', () => {
  for (const { explanation } of glossary) expect(explanation).toMatch(/^\p{Lu}.+\.$/u)
})

test('a term is found in English and Danish, in any case', () => {
  expect(explain('Planned')[0]?.danish).toBe('planlagt')
  expect(explain('REDEGØRELSE'.normalize('NFD'))[0]?.term).toBe('statement')
  expect(explain('committee orientation')[0]?.danish).toBe('orientering af udvalget')
  expect(explain('target').map(({ of }) => of)).toEqual(['term', 'kind of commitment'])
  expect(explain('constructor')).toEqual([])
})

test('a value is said in Danish, and an unknown one is an error', () => {
  expect(danish('kind of letter', 'statement')).toBe('redegørelse')
  expect(() => danish('kind of letter', 'constructor')).toThrow('constructor')
})

test.each(['expectation', 'Modal-Future', 'table-row', 'item-of-steps', 'past-act'])(
  'the rule %s is explained',
  (rule) => {
    expect(explain(rule)).toMatchObject([{ of: 'rule of a commitment', term: rule.toLowerCase() }])
  },
)

test('the name of a rule that was applied to an item explains both', () => {
  expect(explain('present-item').map(({ term }) => term)).toEqual(['present', '-item'])
  expect(explain('planned-item')).toEqual([])
})
