import { describe, expect, test } from 'vitest'
import { findLetterFacts } from '../../extractors/letter-facts.ts'
import { structured } from './letterhead/letter-of.ts'
import { letters } from './other-customs.ts'

function summary(name: keyof typeof letters) {
  const facts = findLetterFacts(structured(letters[name]), null)
  return {
    kind: facts.kind.value,
    municipality: facts.municipality?.value.name ?? null,
    date: facts.date?.value ?? null,
    caseNumbers: facts.caseNumbers.map(({ value }) => value),
    signatories: facts.signatories.map(({ value }) => `${value.name}, ${value.title}`),
    refersTo: facts.refersTo.map(({ value }) => value.date),
    replyBy: facts.replyDeadline?.end ?? null,
  }
}

describe('letters with other customs', () => {
  test.each<[keyof typeof letters, ReturnType<typeof summary>]>([
    [
      'ombudsmanRequest',
      {
        kind: 'request',
        municipality: 'Ballerup',
        date: '2019-03-04',
        caseNumbers: ['19/00812-4/MKL'],
        signatories: ['Karsten Loiborg Hviid, kontorchef'],
        refersTo: [],
        replyBy: '2019-04-08',
      },
    ],
    [
      'agencyRequestWeeks',
      {
        kind: 'request',
        municipality: 'Odder',
        date: '2018-09-12',
        caseNumbers: ['18/12544'],
        signatories: ['Lotte Brask Pedersen, Specialkonsulent'],
        refersTo: [],
        replyBy: '2018-10-03',
      },
    ],
    [
      'secondRequest',
      {
        kind: 'request',
        municipality: 'Solrød',
        date: '2019-02-18',
        caseNumbers: ['2019 - 551'],
        signatories: ['Mads Thorlund Bech, null', 'Jonas Krogh Bille, null'],
        refersTo: ['2019-01-28'],
        replyBy: '2019-03-15',
      },
    ],
    [
      'agencyAcknowledgement',
      {
        kind: 'acknowledgement',
        municipality: 'Vejen',
        date: '2020-04-02',
        caseNumbers: ['19-30211'],
        signatories: ['Hanne Kjær Post, Ankechef'],
        refersTo: [],
        replyBy: null,
      },
    ],
    [
      'secondOrientation',
      {
        kind: 'committee-orientation',
        municipality: null,
        date: '2019-05-03',
        caseNumbers: ['2019 - 1207'],
        signatories: ['Mads Thorlund Bech, Beskæftigelsesminister'],
        refersTo: ['2019-02-18'],
        replyBy: null,
      },
    ],
    [
      'mailStatement',
      {
        kind: 'statement',
        municipality: 'Odder',
        date: '2018-09-28',
        caseNumbers: [],
        signatories: ['Karina Bøgh Lassen, Afdelingsleder'],
        refersTo: ['2018-09-12'],
        replyBy: null,
      },
    ],
    [
      'memoStatement',
      {
        kind: 'statement',
        municipality: 'Solrød',
        date: '2019-03-14',
        caseNumbers: ['19/2210', '19/2210-14'],
        signatories: ['Per Holst Juhl, Kst. jobcenterchef', 'Inge Kamp, Leder af Sygedagpengeteamet'],
        refersTo: ['2019-02-18'],
        replyBy: null,
      },
    ],
    [
      'scannedStatement',
      {
        kind: 'statement',
        municipality: 'Greve',
        date: '2019-03-12',
        caseNumbers: ['19-003311'],
        signatories: ['Pernille Skov Bang, Borgmester'],
        refersTo: ['2019-01-21'],
        replyBy: null,
      },
    ],
    [
      'plan',
      {
        kind: 'plan',
        municipality: 'Ishøj',
        date: null,
        caseNumbers: [],
        signatories: [],
        refersTo: [],
        replyBy: null,
      },
    ],
    [
      'reminder',
      {
        kind: 'request',
        municipality: 'Guldborgsund',
        date: '2019-05-31',
        caseNumbers: ['2019 - 2210'],
        signatories: ['Line Toft Bendtsen, Chefkonsulent'],
        refersTo: ['2019-05-03'],
        replyBy: '2019-06-14',
      },
    ],
    [
      'acknowledgementWithThanks',
      {
        kind: 'acknowledgement',
        municipality: 'Stevns',
        date: '2019-01-21',
        caseNumbers: ['2018 - 6120'],
        signatories: ['Mads Bech, null'],
        refersTo: ['2018-12-14'],
        replyBy: null,
      },
    ],
    [
      'headInColumns',
      {
        kind: 'statement',
        municipality: 'Holstebro',
        date: '2019-03-07',
        caseNumbers: ['15.20.00-P05-3-19'],
        signatories: ['Lars Møller Krogh, direktør', 'Dorte Kjær Bach, teamleder'],
        refersTo: ['2019-02-12', '2018-10-01'],
        replyBy: null,
      },
    ],
    [
      'orientationInPassing',
      {
        kind: 'committee-orientation',
        municipality: null,
        date: '2019-06-14',
        caseNumbers: ['2019-3311'],
        signatories: ['Mads Bech, null'],
        refersTo: [],
        replyBy: null,
      },
    ],
    [
      'personalStatement',
      {
        kind: 'statement',
        municipality: 'Varde',
        date: '2019-09-20',
        caseNumbers: ['19/8841', '97114/19'],
        signatories: ['Erik Buhl Thorsen, Borgmester'],
        refersTo: ['2019-08-28'],
        replyBy: null,
      },
    ],
    [
      'mailPlan',
      {
        kind: 'statement',
        municipality: 'Thisted',
        date: '2019-11-04',
        caseNumbers: ['19/09112'],
        signatories: ['Mona Bak Sørensen, Jobcenterchef'],
        refersTo: ['2019-10-21'],
        replyBy: null,
      },
    ],
    [
      'ombudsmanAnswer',
      {
        kind: 'statement',
        municipality: 'Gladsaxe',
        date: '2019-12-02',
        caseNumbers: ['32.00.00-K04-9-19'],
        signatories: [
          'Bodil Friis Madsen, Kommunaldirektør',
          'Torben Lykke Dam, Direktør, Social og Sundhed',
        ],
        refersTo: ['2019-11-08'],
        replyBy: null,
      },
    ],
  ])('%s', (name, expected) => {
    expect(summary(name)).toEqual(expected)
  })
  test.each<[keyof typeof letters]>([['shoppingList'], ['code'], ['citizenDecision']])(
    '%s is no letter of ours',
    (name) => {
      const facts = findLetterFacts(structured(letters[name]), null)
      expect(facts.kind.value).toBe('other')
      expect(facts.issues.map((issue) => issue.code)).toContain('kind-unclear')
    },
  )
  test('what an agency acknowledges', () => {
    const { acknowledges, statusDataPeriod } = findLetterFacts(
      structured(letters.agencyAcknowledgement),
      null,
    )
    expect(acknowledges?.receivedDate?.value).toBe('2020-02-19')
    expect(acknowledges?.signedBy.map(({ value }) => value)).toEqual([
      { name: 'Dorthe Linnemann Krarup', title: 'direktør for Børn og Kultur' },
      { name: 'Rasmus Højbo Skovgaard', title: 'familiechef' },
    ])
    expect(
      acknowledges?.notedExpectation?.times.map(({ start, end, relation }) => [relation, start, end]),
    ).toEqual([['by', '2020-12-31', '2020-12-31']])
    expect(statusDataPeriod?.value).toBe('2020-12')
  })
  test('what a letter of thanks acknowledges', () => {
    const { acknowledges, statusDataPeriod } = findLetterFacts(
      structured(letters.acknowledgementWithThanks),
      null,
    )
    expect(acknowledges?.receivedDate?.value).toBe('2018-12-17')
    expect(acknowledges?.signedBy.map(({ value }) => value)).toEqual([
      { name: 'Lis From Petersen', title: 'jobcenterchef' },
    ])
    expect(acknowledges?.notedExpectation?.times.map(({ start, end }) => [start, end])).toEqual([
      ['2019-01-01', '2019-03-31'],
    ])
    expect(statusDataPeriod?.value).toBe('2019-04')
  })
  test('the caseworker in a head of columns', () => {
    expect(findLetterFacts(structured(letters.headInColumns), null).contact?.value).toEqual({
      name: 'Dorte Kjær Bach',
      phone: '96 11 75 40',
      email: null,
    })
  })
  test('whom an orientation says was asked', () => {
    const { asked, askedAgain } = findLetterFacts(structured(letters.secondOrientation), null)
    expect(asked.map(({ value }) => value.name)).toEqual(['Solrød', 'Greve', 'Ishøj'])
    expect(askedAgain.map(({ value }) => value.name)).toEqual(['Solrød'])
  })
})
