import { describe, expect, test } from 'vitest'
import { findMentions } from '../../../extractors/letterhead/find-mentions.ts'
import { findReferences } from '../../../extractors/letterhead/find-references.ts'
import { frameOf } from '../../../extractors/letterhead/letter-frame.ts'
import { structured } from './letter-of.ts'

/** What a letter of 8 August 2018 speaks of: who wrote it, and when as far as the words say. */
function mentioned(sentence: string, fromState: boolean): string[] {
  const text = `Køge Kommune\nTorvet 1\n4600 Køge\n\n8. august 2018\n\nKære læser\n\n${sentence}\n\nMed venlig hilsen\n\nJens Hald\nBorgmester`
  const frame = frameOf(structured(text))
  const context = { date: '2018-08-08', fromState }
  return findMentions(frame, context, findReferences(frame, context)).map(({ value, span }) => {
    const { from, toAll, start, end, quote } = value
    if (span) expect(frame.text.slice(span.start, span.end)).toBe(quote)
    const time = start === null ? 'undated' : start === end ? start : `${start}..${end}`
    return `${toAll ? 'all: ' : ''}${from} ${time}`
  })
}

describe('a letter of a municipality speaks of', () => {
  test.each<[string, string[]]>([
    ['Vi har modtaget dit brev dateret den 9. april 2018 om indsatsen.', ['state 2018-04-09']],
    [
      'På baggrund af vores første redegørelse har vi modtaget et brev den 11. juni 2018.',
      ['municipality undated', 'state 2018-06-11'],
    ],
    [
      'Vores første redegørelse blev fremsendt den 24. maj 2018, og den supplerer vi hermed.',
      ['municipality 2018-05-24'],
    ],
    [
      'I dit svar af 11. juni 2018 vedrørende redegørelsen fra kommunen beder du om en uddybning.',
      ['state 2018-06-11'],
    ],
    [
      'Kommunen har i sin redegørelse fra maj 2018 beskrevet indsatsen over for de ledige.',
      ['municipality 2018-05-01..2018-05-31'],
    ],
    [
      'Siden redegørelsen i maj er der sket meget på området for de ledige.',
      ['municipality 2018-05-01..2018-05-31'],
    ],
    ['I vores svar fra november skrev vi, at alle får et tilbud.', ['municipality 2017-11-01..2017-11-30']],
    [
      'I vores første svar fra efteråret skrev vi, at alle får et tilbud.',
      ['municipality 2017-09-01..2017-11-30'],
    ],
    ['Ministerens brev fra marts 2018 er besvaret af forvaltningen.', ['state 2018-03-01..2018-03-31']],
    ['Som nævnt i første besvarelse prioriterer vi samtalerne højt.', ['municipality undated']],
  ])('%s', (sentence, expected) => {
    expect(mentioned(sentence, false)).toEqual(expected)
  })
})

describe('a letter of the ministry speaks of', () => {
  test.each<[string, string[]]>([
    [
      'Den 11. juni 2018 sendte jeg et brev til jeres kommune, hvor jeg bad jer om en redegørelse.',
      ['state 2018-06-11'],
    ],
    [
      'Baggrunden var en tidligere fremsendt redegørelse fra maj 2018, som jeg vurderede ikke var fyldestgørende.',
      ['municipality 2018-05-01..2018-05-31'],
    ],
    ['Den 9. april 2018 skrev jeg til samtlige kommuner om min bekymring.', ['all: state 2018-04-09']],
    ['I jeres redegørelse af 3. maj 2018 skriver I, at alle får et tilbud.', ['municipality 2018-05-03']],
  ])('%s', (sentence, expected) => {
    expect(mentioned(sentence, true)).toEqual(expected)
  })
})

describe('what is no letter', () => {
  test.each([
    'Alle borgere får et brev i maj 2018 med en indkaldelse til samtale.',
    'Lederen har haft ansvaret fra maj 2018 og følger sagerne.',
    'Redegørelse på baggrund af tal for dagpengemodtagere fra maj 2018.',
    'Jeg orienterer udvalget om kommunernes svar i november 2018.',
    'Indsatsen begyndte i maj 2018 og er beskrevet nedenfor.',
    'Vi har tidligere haft mange ledige i kommunen.',
  ])('%s', (sentence) => {
    expect(mentioned(sentence, false)).toEqual([])
  })
})
