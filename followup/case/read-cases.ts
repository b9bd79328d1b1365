import type { Case, Cases } from '../../schemas/case.ts'
import { readCasePlacements } from '../../store/case-placements.ts'
import { letterRecords, readLetterRecords } from '../../store/letter-records.ts'
import { findLetterIds } from '../../store/list.ts'
import type { Store } from '../../store/query.ts'
import { buildCases } from './build-cases.ts'

/** All cases from everything recorded, as they stand on `today`, `YYYY-MM-DD`. */
export function readCases(store: Store, today: string): Cases {
  return buildCases(letterRecords(store), today)
}

/** The cases of one municipality, by its code; most have one. */
export function caseOf(store: Store, municipality: string, today: string): Case[] {
  const placements = readCasePlacements(store)
  const ids = new Set([
    ...findLetterIds(store, { municipalityCode: municipality }),
    ...findLetterIds(store, { letterKinds: ['committee-orientation'] }),
    ...placements.filter((one) => one.municipality === municipality).map(({ letter }) => letter),
  ])
  const { cases } = buildCases(readLetterRecords(store, [...ids]), today)
  return cases.filter((one) => one.municipality.code === municipality)
}

/** The cases that a letter stands in: one, or of an orientation those of all the municipalities it speaks of. */
export function casesOfLetter(store: Store, letter: string, today: string): Case[] {
  return readCases(store, today).cases.filter(({ steps }) =>
    steps.some(({ letterId }) => letterId === letter),
  )
}
