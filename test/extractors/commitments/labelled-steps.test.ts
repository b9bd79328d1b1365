import { describe, expect, it } from 'vitest'
import { responsibleIn } from '../../../extractors/commitments/responsible.ts'
import { commitmentsIn } from './letters.ts'

type Lines = Parameters<typeof commitmentsIn>[0]

/** Steps as lines with labels below them tell them: who, when, in which state. */
const found = (...lines: Lines) =>
  commitmentsIn(lines, '2018-10-03').map(({ quote, status, times, responsible, rule }) => ({
    quote,
    status,
    times: times.map(({ relation, end }) => `${relation} ${end}`),
    responsible,
    rule,
  }))

const paragraphs = (...texts: string[]): Lines => texts.map((text) => ({ kind: 'paragraph', text }))

describe('lines with labels below a step', () => {
  it('are one with it: who, when, and how far', () => {
    expect(
      found(
        { kind: 'heading', text: 'Ekstra samtaler med ledige' },
        ...paragraphs('Ansvarlig: Teamleder', 'Frist: 1. november 2018', 'Status: I gang'),
        { kind: 'heading', text: 'Ny vejledning til rådgiverne' },
        ...paragraphs('Tovholder: Fagkoordinator', 'Deadline: uge 50', 'Status: Ikke påbegyndt'),
      ),
    ).toEqual([
      {
        quote: 'Ekstra samtaler med ledige Ansvarlig: Teamleder Frist: 1. november 2018 Status: I gang',
        status: 'ongoing',
        times: ['by 2018-11-01'],
        responsible: 'Teamleder',
        rule: 'labelled-step',
      },
      {
        quote:
          'Ny vejledning til rådgiverne Tovholder: Fagkoordinator Deadline: uge 50 Status: Ikke påbegyndt',
        status: 'planned',
        times: ['by 2018-12-16'],
        responsible: 'Fagkoordinator',
        rule: 'labelled-step',
      },
    ])
  })

  it.each([
    [
      'behind a label of its own',
      paragraphs('Indsats: Vi ansætter to konsulenter.', 'Hvornår: 1. januar 2019'),
    ],
    ['in a paragraph above one line', paragraphs('Vi ansætter to konsulenter.', 'Frist: 1. januar 2019')],
    [
      'in an item above items',
      [
        { kind: 'item', text: 'Tiltag 1: Vi ansætter to konsulenter' },
        { kind: 'item', text: 'Ansvarlig: Jobchefen', parent: 0 },
        { kind: 'item', text: 'Frist: 1. januar 2019', parent: 0 },
      ] satisfies Lines,
    ],
  ])('the step stands %s', (_, lines) => {
    const steps = found(...lines)
    expect(steps.map(({ rule }) => rule)).toEqual(['labelled-step'])
    expect(steps[0]?.times).toHaveLength(1)
    expect(steps[0]?.times[0]).toContain('2019-01-01')
  })

  it.each([
    'Ansvarlig: Jobchefen. Frist: 1. november 2018. Status: I gang.',
    '(Ansvarlig: Jobchefen, frist: 1. november 2018, status: I gang)',
    'Ansvarlig: Jobchefen | Frist: 1. november 2018 | Status: I gang',
    'Ansvarlig: Jobchefen\tFrist: 1. november 2018\tStatus: I gang',
    'Ansvarlig: Jobchefen; frist: 1. november 2018; status: I gang',
  ])('several labels on a line: %s', (line) => {
    const [step, ...more] = found(...paragraphs('Vi opretter et team for ledige.', line))
    expect(more).toEqual([])
    expect(step).toMatchObject({
      status: 'ongoing',
      times: ['by 2018-11-01'],
      responsible: 'Jobchefen',
      rule: 'labelled-step',
    })
  })

  it('in a small table for each step', () => {
    const rows = (...texts: string[]): Lines => texts.map((text) => ({ kind: 'row', text }))
    expect(
      found(
        ...rows(
          'Indsats\t1. Nyt team',
          'Beskrivelse\tVi opretter et team.',
          'Ansvarlig\tHR',
          'Frist\t1. maj 2019',
        ),
        ...rows(
          'Indsats\t2. Kursus',
          'Beskrivelse\tAlle kommer på kursus.',
          'Ansvarlig\tHR',
          'Frist\t1. juni 2019',
        ),
      ).map(({ times, responsible }) => [times.join(), responsible]),
    ).toEqual([
      ['by 2019-05-01', 'HR'],
      ['by 2019-06-01', 'HR'],
    ])
  })

  it('a label that comes again begins the next step', () => {
    const steps = found(
      ...paragraphs('Hvad: Vi ansætter to konsulenter.', 'Hvornår: 1. januar 2019'),
      ...paragraphs('Hvad: Vi holder ekstra samtaler.', 'Hvornår: 1. februar 2019'),
    )
    expect(steps.map(({ times }) => times.join())).toEqual(['at 2019-01-01', 'at 2019-02-01'])
  })

  it('the state of what is told with its date is its own', () => {
    expect(
      found(...paragraphs('Vi har ansat to konsulenter.', 'Start: 1. maj 2018')).map((s) => s.status),
    ).toEqual(['done'])
    expect(
      found(...paragraphs('Vi kører kurser for ledige.', 'Start: Er i gang siden maj')).map((s) => s.status),
    ).toEqual(['ongoing'])
  })
})

describe('no step', () => {
  it.each([
    [
      'who is responsible for a whole section',
      paragraphs('Vi ansætter to konsulenter.', 'Ansvarlig: Jobchefen'),
    ],
    ['what is said of a letter', paragraphs('Vi ansætter to konsulenter.', 'Dato: 1. januar 2019')],
    ['a label with a number', paragraphs('Vi ansætter to konsulenter.', 'Tiltag 2: Frist 1. januar 2019')],
    [
      'a long text behind a label',
      paragraphs('Vi ansætter to konsulenter.', `Status: ${'Vi holder samtaler med alle. '.repeat(8)}`),
    ],
    [
      'the names of two columns',
      [
        { kind: 'row', text: 'Indsats\tFrist' },
        { kind: 'row', text: 'Kursus i reglerne\t1. maj 2019', header: 0 },
      ] satisfies Lines,
    ],
    [
      'a label in the middle of a sentence',
      paragraphs('Vi ansætter to.', 'Det nye er planens frist: 1. januar 2019'),
    ],
  ])('%s', (_, lines) => {
    expect(found(...lines).map(({ rule }) => rule)).not.toContain('labelled-step')
  })
})

it.each([
  ['Vejledning (ansvarlig: fagkoordinator, frist: 15. december)', 'fagkoordinator'],
  ['Ansvarlig: Teamleder, Jobservice', 'Teamleder, Jobservice'],
  ['Ansvarlig: jobchefen, senest 1. maj', 'jobchefen'],
  ['Ansvarlig: Bo Friis (Jobcenter Nord)', 'Bo Friis (Jobcenter Nord)'],
])('%s', (text, who) => expect(responsibleIn([], text)).toBe(who))
