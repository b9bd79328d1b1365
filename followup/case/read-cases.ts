import type { Case, Cases } from '../../schemas/case.ts'
import { readCasePlacements } from '../../store/case-placements.ts'
import { findLetterIds } from '../../store/list.ts'
import type { Store } from '../../store/query.ts'
import { readLetters, readText } from '../../store/read-letters.ts'
import { readSentAs } from '../../store/replies.ts'
import type { CaseLetter } from '../case-letter.ts'
import { buildCases } from './build-cases.ts'

/** All cases from everything recorded, as they stand on `today`, `YYYY-MM-DD`. */
export function readCases(store: Store, today: string): Cases {
  return buildCases(caseLetters(store), readCasePlacements(store), today, readSentAs(store))
}

/** The cases of one municipality, by its code; most have one. */
export function caseOf(store: Store, municipality: string, today: string): Case[] {
  const placements = readCasePlacements(store)
  const ids = new Set([
    ...findLetterIds(store, { municipalityCode: municipality }),
    ...findLetterIds(store, { letterKinds: ['committee-orientation'] }),
    ...placements.filter((one) => one.municipality === municipality).map(({ letter }) => letter),
  ])
  const { cases } = buildCases(caseLetters(store, [...ids]), placements, today, readSentAs(store))
  return cases.filter((one) => one.municipality.code === municipality)
}

/** The cases that a letter stands in: one, or of an orientation those of all the municipalities it speaks of. */
export function casesOfLetter(store: Store, letter: string, today: string): Case[] {
  return readCases(store, today).cases.filter(({ steps }) =>
    steps.some(({ letterId }) => letterId === letter),
  )
}

function caseLetters(store: Store, ids?: string[]): CaseLetter[] {
  return readLetters(store, ids).map((letter) => ({ letter, text: readText(store, letter.id)?.text ?? '' }))
}
