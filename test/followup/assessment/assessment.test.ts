import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { readCaseAssessment, readLetterAssessment } from '../../../followup/assessment/read-assessment.ts'
import { caseOf } from '../../../followup/case/read-cases.ts'
import { caseAssessmentSchema, letterAssessmentSchema } from '../../../schemas/assessment.ts'
import { decideAssessment } from '../../../store/assessments.ts'
import { decideCommitment, readAuditLog } from '../../../store/decide.ts'
import type { Store } from '../../../store/query.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { asking, at, fromMinister, ingested, statement } from '../written-letters.ts'

function assess(store: Store, id: string) {
  const found = readLetterAssessment(store, id)
  if (!found) throw new Error(`${id} is no statement`)
  return letterAssessmentSchema.parse(found.letter)
}
const answersOf = (store: Store, id: string): string[] => {
  const { questions, outcome } = assess(store, id)
  return [...questions.map(({ answer, asked }) => `${answer}, asked ${asked}`), outcome]
}
const statements = (store: Store): string[] =>
  readLetters(store)
    .filter(({ kind }) => kind === 'statement')
    .map(({ id }) => id)

describe('the sample letters', () => {
  let store: Store
  beforeAll(async () => {
    const folder = join(packageRoot, 'data/letters')
    const names = ['koege-2018-08-08.md', 'orientering-2018-08-31.txt', 'roskilde-2018-04-26.txt']
    store = await ingested(names.map((name) => join(folder, name)))
  })
  const of = (name: string): string => {
    const found = readLetters(store).find((l) => l.kind === 'statement' && l.municipality?.name === name)
    return found?.id ?? ''
  }
  const yes = 'answered, asked yes'

  // The minister found all five further statements, and Roskilde's first, sufficient.
  test.each<[string, string[]]>([
    ['Brøndby', [yes, 'answered, asked unknown', yes, 'sufficient']],
    ['Faaborg-Midtfyn', [yes, 'answered, asked unknown', yes, 'sufficient']],
    ['Hillerød', [yes, yes, yes, 'sufficient']],
    ['Køge', [yes, yes, yes, 'sufficient']],
    ['Rudersdal', [yes, yes, yes, 'sufficient']],
    ['Roskilde', [yes, 'answered, asked no', 'vague, asked no', 'sufficient']],
  ])('%s', (name, expected) => {
    expect(answersOf(store, of(name))).toEqual(expected)
  })

  test('each answer shows the words it rests on, and what is wrong with them', () => {
    const [, , compliance] = assess(store, of('Rudersdal')).questions
    expect(compliance?.points.map(({ answers, notes }) => [answers, notes.map(({ code }) => code)])).toEqual([
      [false, ['no-time', 'not-measurable']],
      [true, []],
      [false, ['not-measurable']],
    ])
    const [initiatives] = assess(store, of('Hillerød')).questions
    const vague = initiatives?.points.find(({ notes }) => notes.some(({ code }) => code === 'vague-words'))
    expect(vague).toMatchObject({ answers: false, notes: [{ code: 'vague-words', words: 'snarest muligt' }] })
    expect(vague?.quote).toContain('interne jobklubber')
  })

  test('a commitment that was rejected answers nothing', async () => {
    const own = await ingested([join(packageRoot, 'data/letters/koege-2018-08-08.md')])
    const [id = ''] = statements(own)
    const [, , compliance] = assess(own, id).questions
    for (const { commitmentId } of compliance?.points ?? [])
      decideCommitment(own, commitmentId, { who: 'Anna', at, review: 'rejected', changes: {}, reason: '' })
    expect(assess(own, id).questions[2]).toMatchObject({ proposal: 'missing', answer: 'missing', points: [] })
  })
})

const recital =
  'I dit brev af 9. april 2018 beder du os redegøre for, hvilke nye initiativer vi har sat i gang, hvordan vi følger op på dem, og hvornår vi forventer at opfylde lovgivningens krav over for dagpengemodtagere.'
const concrete = 'Vi ansætter tre nye jobkonsulenter den 1. september 2018.'
const followed = 'Teamlederen gennemgår hver måned lister over sager, der mangler et tilbud.'
const lawful = 'Vi forventer at opfylde lovgivningens krav senest den 1. december 2018.'

describe('a statement', () => {
  test.each<[string, string[], string[]]>([
    ['that answers all', [concrete, followed, lawful], ['answered', 'answered', 'answered', 'sufficient']],
    ['without initiatives', [followed, lawful], ['missing', 'answered', 'answered', 'ask-again']],
    ['without follow-up', [concrete, lawful], ['answered', 'missing', 'answered', 'ask-again']],
    ['without a day for the law', [concrete, followed], ['answered', 'answered', 'missing', 'ask-again']],
    [
      'with initiatives some day soon',
      ['Vi vil snarest muligt ansætte tre nye jobkonsulenter.', followed, lawful],
      ['vague', 'answered', 'answered', 'ask-again'],
    ],
    [
      'with initiatives but no time for any',
      ['Vi vil ansætte tre nye jobkonsulenter.', followed, lawful],
      ['vague', 'answered', 'answered', 'ask-again'],
    ],
    [
      'with initiatives that are under way',
      ['Vi har ansat tre nye jobkonsulenter.', followed, lawful],
      ['answered', 'answered', 'answered', 'sufficient'],
    ],
    [
      'with follow-up that is only intended',
      [concrete, 'Vi vil følge op på udviklingen i antallet af tilbud.', lawful],
      ['answered', 'vague', 'answered', 'ask-again'],
    ],
    [
      'with an expectation without a day',
      [concrete, followed, 'Vi forventer at opfylde lovgivningens krav snarest muligt.'],
      ['answered', 'answered', 'vague', 'ask-again'],
    ],
    [
      'with an expectation that cannot be measured',
      [concrete, followed, 'Vi forventer, at resultaterne er markant bedre fra oktober 2018.'],
      ['answered', 'answered', 'vague', 'ask-again'],
    ],
    [
      'with an expectation measured against the country',
      [concrete, followed, 'Vi forventer, at resultaterne er bedre end landsgennemsnittet fra oktober 2018.'],
      ['answered', 'answered', 'answered', 'sufficient'],
    ],
  ])('%s', async (_, body, expected) => {
    const store = await ingested([], [statement({ date: '3. maj 2018', body: [recital, ...body] })])
    const [id = ''] = statements(store)
    const { questions, outcome } = assess(store, id)
    expect([...questions.map(({ answer }) => answer), outcome]).toEqual(expected)
    expect(questions.map(({ asked }) => asked)).toEqual(['yes', 'yes', 'yes'])
  })

  test('is held against all three questions when no letter says what was asked', async () => {
    const body = ['Tak for dit brev af 9. april 2018 om dagpengemodtagere.', concrete, followed]
    const store = await ingested([], [statement({ date: '3. maj 2018', body })])
    const [id = ''] = statements(store)
    expect(answersOf(store, id)).toEqual([
      'answered, asked unknown',
      'answered, asked unknown',
      'missing, asked unknown',
      'ask-again',
    ])
  })

  test("is held against the request's own words when it is here", async () => {
    const body = ['Tak for dit brev af 9. april 2018 om dagpengemodtagere.', concrete, followed]
    const request = fromMinister({ date: '9. april 2018', body: [asking()] })
    const store = await ingested([], [request, statement({ date: '3. maj 2018', body })])
    const [id = ''] = statements(store)
    const { questions } = assess(store, id)
    const requestId = readLetters(store).find(({ kind }) => kind === 'request')?.id
    expect(questions.map(({ askedIn }) => askedIn?.letterId)).toEqual([requestId, requestId, requestId])
  })
})

describe('a case', () => {
  const about = 'Dagpengemodtagere skal have et tilbud til tiden.'
  const first = statement({ date: '3. maj 2018', body: [recital, about, concrete] })
  const second = statement({
    date: '5. juli 2018',
    body: [
      recital.replace('9. april', '11. juni'),
      'Vi vil følge op på tallene for dagpengemodtagere.',
      lawful,
    ],
  })

  test('stands as its later statements supplement the earlier ones', async () => {
    const store = await ingested([], [first, second])
    const [of] = caseOf(store, '0350', '2018-12-01')
    const [one, two] = statements(store)
    const assessed = caseAssessmentSchema.parse(of && readCaseAssessment(store, of))
    expect(assessed.questions.map(({ answer, letterId }) => [answer, letterId])).toEqual([
      ['answered', one],
      ['vague', two],
      ['answered', two],
    ])
    expect(assessed.questions.map(({ ask }) => ask !== null)).toEqual([false, true, false])
    expect(assessed.outcome).toBe('ask-again')
  })

  test('is settled by a person, whose reason and change of mind are kept', async () => {
    const store = await ingested([], [first, second])
    const [, two = ''] = statements(store)
    const decided = { letter: two, who: 'Anna', at, proposal: 'vague' }
    decideAssessment(store, {
      ...decided,
      question: 'follow-up',
      answer: 'answered',
      reason: 'aftalt på møde',
    })
    expect(assess(store, two).questions[1]).toMatchObject({
      proposal: 'vague',
      answer: 'answered',
      decision: { who: 'Anna', reason: 'aftalt på møde', proposalChanged: false },
    })
    expect(readLetterAssessment(store, two)?.case?.outcome).toBe('sufficient')
    const whole = { ...decided, question: null, proposal: 'sufficient' }
    decideAssessment(store, { ...whole, answer: 'sufficient', reason: 'fint' })
    decideAssessment(store, { ...whole, answer: 'ask-again', reason: 'alligevel ikke' })
    expect(readLetterAssessment(store, two)?.case?.outcome).toBe('ask-again')
    expect(assess(store, two).decision).toMatchObject({ reason: 'alligevel ikke', proposalChanged: true })
    expect(readAuditLog(store, two).map(({ action, reason }) => `${action}: ${reason}`)).toEqual([
      'assessed: aftalt på møde',
      'assessed: fint',
      'assessed: alligevel ikke',
    ])
    expect(readAuditLog(store, two)[2]?.before).toMatchObject({ answer: 'sufficient', reason: 'fint' })
  })
})
