import { describe, expect, test } from 'vitest'
import { findLetterFacts } from '../../../extractors/letter-facts.ts'
import {
  type LinkableLetter,
  linkAcknowledgements,
} from '../../../extractors/refine/link-acknowledgements.ts'
import { structured } from '../letterhead/letter-of.ts'

const letter = (id: string, text: string): LinkableLetter => ({
  id,
  facts: findLetterFacts(structured(text), null),
})

const statement = (id: string, municipality: string, date: string, signature = 'Jens Ive\nBorgmester') =>
  letter(
    id,
    `${municipality} Kommune\nRådhuset\n\nTil Beskæftigelsesministeren\n\nDato: ${date}\n\nKære minister\n\nTak for dit brev af 11. juni 2018. ${municipality} Kommune redegør hermed for indsatsen, som vi beklager.\n\nMed venlig hilsen\n\n${signature}`,
  )

const acknowledgement = (
  id: string,
  municipality: string,
  received: string,
  signers = 'borgmester Jens Ive',
) =>
  letter(
    id,
    `Til borgmester og jobcenterchef\n\nBeskæftigelsesministeren\nVed Stranden 8\nE bm@bm.dk\n\n31. august 2018\n\nVedrørende redegørelse fra ${municipality} Kommune\n\nKære borgmester og jobcenterchef\n\nJeg har ${received}modtaget redegørelsen fra ${municipality} Kommune, underskrevet ${signers}. Jeg noterer mig, at I forventer at overholde loven den 1. oktober 2018.\n\nVenlig hilsen\n\nMads Bech`,
  )

const linked = (letters: LinkableLetter[]) => {
  const { links, signatories, issues } = linkAcknowledgements(letters)
  return {
    links: links.map((link) => `${link.acknowledgement} -> ${link.statement}`),
    signers: [...signatories].map(
      ([id, found]) => `${id}: ${found.map(({ value }) => `${value.title} ${value.name}`).join(', ')}`,
    ),
    issues: [...issues].map(([id, list]) => `${id}: ${list.map((issue) => issue.code).join(', ')}`),
  }
}

describe('links', () => {
  test('each acknowledgement to the statement of its municipality', () => {
    const letters = [
      acknowledgement('a1', 'Køge', 'den 9. juli 2018 '),
      statement('s1', 'Køge', '9. juli 2018'),
      acknowledgement('a2', 'Greve', 'den 6. juli 2018 '),
      statement('s2', 'Greve', '5. juli 2018'),
    ]
    expect(linked(letters)).toEqual({ links: ['a1 -> s1', 'a2 -> s2'], signers: [], issues: [] })
  })
  test('of two statements the one whose date fits', () => {
    const letters = [
      statement('may', 'Køge', '24. maj 2018'),
      statement('july', 'Køge', '9. juli 2018'),
      acknowledgement('a', 'Køge', 'den 9. juli 2018 '),
    ]
    expect(linked(letters).links).toEqual(['a -> july'])
  })
  test('a statement without signature takes the signers named, marked as assumed', () => {
    const letters = [
      statement('s', 'Køge', '9. juli 2018', 'Køge Kommune'),
      acknowledgement('a', 'Køge', 'den 10. juli 2018 ', 'borgmester Jens Ive og direktør Bo Lund'),
    ]
    expect(linked(letters)).toEqual({
      links: ['a -> s'],
      signers: ['s: borgmester Jens Ive, direktør Bo Lund'],
      issues: ['s: signer-assumed'],
    })
    const found = linkAcknowledgements(letters).signatories.get('s')?.[0]
    expect(found).toMatchObject({ span: null, assumed: ["signer from the ministry's answer of 2018-08-31"] })
  })
  test('nothing where the statement is missing, of another municipality, or later', () => {
    const acknowledged = acknowledgement('a', 'Køge', 'den 9. juli 2018 ')
    for (const other of [
      [],
      [statement('s', 'Greve', '9. juli 2018')],
      [statement('s', 'Køge', '9. september 2018')],
      [statement('s', 'Køge', '20. juli 2018')],
    ]) {
      expect(linked([acknowledged, ...other])).toEqual({
        links: [],
        signers: [],
        issues: ['a: statement-missing'],
      })
    }
  })
  test('nothing where two fit equally well', () => {
    const letters = [
      statement('s1', 'Køge', '9. juli 2018'),
      statement('s2', 'Køge', '9. juli 2018'),
      acknowledgement('a', 'Køge', 'den 9. juli 2018 '),
    ]
    expect(linked(letters)).toEqual({ links: [], signers: [], issues: ['a: statement-unclear'] })
  })
  test('without a received date, with an issue', () => {
    const letters = [
      statement('s', 'Køge', '9. juli 2018', 'Bo Lund\nDirektør'),
      acknowledgement('a', 'Køge', ''),
    ]
    expect(linked(letters)).toEqual({ links: ['a -> s'], signers: [], issues: ['a: statement-uncertain'] })
  })
})
