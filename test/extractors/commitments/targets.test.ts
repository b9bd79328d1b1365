import { describe, expect, it } from 'vitest'
import { findCommitmentIssues } from '../../../extractors/commitments/find-issues.ts'
import { findTarget } from '../../../extractors/commitments/target.ts'
import { commitmentsIn } from './letters.ts'

const goals: [string, string, number | null, string | null, string | null][] = [
  ['Kontaktgraden er minimum 80 %', 'at-least', 80, null, 'Kontaktgraden'],
  ['mindst 75 pct. af de unge er i gang', 'at-least', 75, null, 'de unge'],
  ['mindst fire ud af fem tilbud gives til tiden', 'at-least', 80, null, null],
  ['andelen uden tilbud er under 15 pct.', 'at-most', 15, null, null],
  ['højst 5 pct. af journalerne har mangler', 'at-most', 5, null, 'journalerne'],
  ['over 90 procent af samtalerne holdes', 'above', 90, null, 'samtalerne'],
  ['kommunen ligger over landsgennemsnittet', 'above', null, 'landsgennemsnittet', null],
  ['skal som minimum være på niveau med hele landet', 'at-least', null, 'hele landet', null],
  ['er på linje med eller bedre end landsgennemsnittet', 'at-least', null, 'landsgennemsnittet', null],
  [
    'skal som minimum fastholdes på niveau med niveauet for 2017',
    'at-least',
    null,
    'niveauet for 2017',
    null,
  ],
]

describe('measurable goals', () => {
  it.each(goals)('%s', (text, comparator, value, reference, indicator) => {
    const target = findTarget(text)
    expect([target?.comparator, target?.value, target?.reference]).toEqual([comparator, value, reference])
    if (indicator) expect(target?.indicator).toBe(indicator)
  })

  it.each([
    'Vi vil styrke indsatsen markant.',
    'Der ansættes mindst 15 medarbejdere.',
    'Mødet holdes i uge 20.',
    'Udgiften er 1,4 mio. kr.',
  ])('none in: %s', (text) => {
    expect(findTarget(text)).toBeNull()
  })
})

describe('points for a person', () => {
  const issuesOf = (...texts: string[]) =>
    findCommitmentIssues('statement', commitmentsIn(texts.map((text) => ({ kind: 'paragraph', text })))).map(
      (i) => i.code,
    )

  it('reports two goals for one indicator', () => {
    expect(
      issuesOf(
        'Vi forventer, at Kontaktgraden er 100 pct. ved udgangen af 2021.',
        'Det er målet, at Kontaktgraden er minimum 80 pct. ved udgangen af 2021.',
      ),
    ).toEqual(['contradicting-targets'])
  })

  it('reports a deadline that cannot be checked, and that no date is given for meeting the law', () => {
    expect(issuesOf('Vi vil snarest muligt ansætte en leder.')).toEqual([
      'vague-deadline',
      'no-compliance-date',
    ])
  })

  it('reports nothing where a date is given', () => {
    expect(issuesOf('Vi forventer at overholde lovens krav den 1. september 2021.')).toEqual([])
  })
})
