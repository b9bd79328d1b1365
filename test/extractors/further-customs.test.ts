import { expect, test } from 'vitest'
import { findLetterFacts } from '../../extractors/letter-facts.ts'
import { letters } from './further-customs.ts'
import { structured } from './letterhead/letter-of.ts'

function summary(name: keyof typeof letters) {
  const facts = findLetterFacts(structured(letters[name]), null)
  return [
    `${facts.kind.value} ${facts.municipality?.value.name} ${facts.date?.value}`,
    facts.caseNumbers.map(({ value }) => value).join(' '),
    facts.signatories.map(({ value }) => `${value.name}, ${value.title}`).join('; '),
    `refers ${facts.refersTo.map(({ value }) => value.date).join(' ')}`,
    `reply ${facts.replyDeadline?.end ?? 'none'}`,
  ]
}
const none = 'reply none'

test.each<[keyof typeof letters, string[]]>([
  [
    'cityToInspection',
    [
      'statement København 2018-11-19',
      '2018-0244871 2018-0244871-2',
      'Grethe Nymand, Adm. direktør; Palle Bundgaard Ries, borgercenterchef',
      'refers 2018-10-22',
      none,
    ],
  ],
  [
    'aldermanOnBehalf',
    [
      'statement Aarhus 2020-03-05',
      'EMN-2020-001877',
      'Kristian Wedel Ørum, rådmand; Hanne Sort Lauridsen, direktør',
      'refers 2020-02-12',
      none,
    ],
  ],
  [
    'replyMail',
    ['statement Lemvig 2019-06-14', '19/7712', 'Bente Rask Holm, Områdeleder', 'refers 2019-06-07', none],
  ],
  [
    'toAuditors',
    ['statement Varde 2018-09-03', '18-9921', 'Jørn Thybo Lassen, økonomichef', 'refers 2018-08-20', none],
  ],
  [
    'chairAndMayor',
    [
      'statement Fredensborg 2019-04-11',
      '27.03.40-K09-2-19',
      'Ida Skjold Winther, borgmester; Per Roesgaard, formand for Børne-, Unge- og Skoleudvalget',
      'refers 2019-03-14',
      none,
    ],
  ],
  [
    'boardOfAppeal',
    [
      'request Norddjurs 2020-06-02',
      '20-33121',
      'Freja Mohr Kaas, fuldmægtig',
      'refers ',
      'reply 2020-06-25',
    ],
  ],
  [
    'childrenMinistry',
    [
      'request Stevns 2020-02-10',
      '20/01932',
      'Bodil Hjort Stage, Chefkonsulent',
      'refers 2020-01-22',
      'reply 2020-03-06',
    ],
  ],
  [
    'ministerThanks',
    [
      'acknowledgement Langeland 2021-06-17',
      '2021 - 3310 402217',
      'Mie Østerlund Falk, null',
      'refers ',
      none,
    ],
  ],
  [
    'centreManagerAlone',
    [
      'statement Gribskov 2021-01-21',
      '27.00.00-G01-8-21',
      'Tove Rønnow Birk, centerchef',
      'refers 2021-01-06',
      none,
    ],
  ],
  [
    'scannedHead',
    [
      'statement Hedensted 2014-05-21',
      '14/8871',
      'Ove Bredahl Junker, Kommunaldirektør; Kirsten Sams, chefkonsulent',
      'refers 2014-05-02',
      none,
    ],
  ],
])('%s', (name, expected) => {
  expect(summary(name)).toEqual(expected)
})
