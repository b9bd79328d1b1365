import type { SourceSegment } from '../schemas/letter-text.ts'
import type { PageWord } from '../schemas/page.ts'
import { type PlacesOf, sourcePlaces } from '../schemas/source-position.ts'
import { unpackWords } from './page-words.ts'
import { all, first, query, type Store } from './query.ts'

/** Finds out where stretches of a letter's text stand on the pages of the file that it was read from. */
export function readPlaces(store: Store, letter: string): PlacesOf {
  const row = first(store, query.selectFrom('letter').select(['sha256', 'segments']).where('id', '=', letter))
  if (!row) return () => []
  const segments: SourceSegment[] = JSON.parse(row.segments)
  const pages = [...new Set(segments.map((segment) => segment.page))]
  const rows = all(
    store,
    query
      .selectFrom('page')
      .select(['number', 'words', 'confidences'])
      .where('sha256', '=', row.sha256)
      .where('number', 'in', pages),
  )
  const words = new Map(
    rows.map(({ number, words, confidences }): [number, PageWord[]] => [
      number,
      words ? unpackWords(words, confidences) : [],
    ]),
  )
  return (span) => sourcePlaces(segments, words, span)
}

/** The same for several letters, each read once, when it is first asked for. */
export function placesOfLetters(store: Store): (letter: string) => PlacesOf {
  const known = new Map<string, PlacesOf>()
  return (letter) => {
    const places = known.get(letter) ?? readPlaces(store, letter)
    known.set(letter, places)
    return places
  }
}
