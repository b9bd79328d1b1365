import { all, builtOnce, first, query, type Store } from './query.ts'

/** The figures of a letter as its own text has them, and as its other sources have them, each sort once. */
export type SourceFigures = { own: string[]; others: string[][] }

const readingsOf = builtOnce((letter: string) =>
  query
    .selectFrom('letter_source')
    .innerJoin('file', 'file.sha256', 'letter_source.sha256')
    .select(['letter_source.sha256', 'letter_source.figures'])
    .where('letter_id', '=', letter)
    .where('figures', 'is not', null)
    .where('file.superseded', '=', 0)
    .orderBy('letter_source.sha256')
    .orderBy('letter_source.position'),
)

const fileOf = builtOnce((letter: string) =>
  query.selectFrom('letter').select('sha256').where('id', '=', letter),
)

/** How the sources of a letter read its numbers and months; null when it has only one reading. */
export function sourceFigures(store: Store, letter: string): SourceFigures | null {
  const rows = all(store, readingsOf(letter))
  const from = first(store, fileOf(letter))?.sha256
  const readings = rows.flatMap(({ figures }) => (figures === null ? [] : [figures]))
  const own = rows.find((row) => row.sha256 === from)?.figures ?? null
  const others = [...new Set(readings)].filter((reading) => reading !== own)
  return own === null || others.length === 0
    ? null
    : { own: JSON.parse(own), others: others.map((reading): string[] => JSON.parse(reading)) }
}
