import { sql } from 'kysely'
import type { ExtractedLetter, LetterFacts, LetterKind } from '../schemas/letter.ts'
import type { Block, LetterText } from '../schemas/letter-text.ts'
import { all, builtOnce, query, type Store } from './query.ts'
import { likeness } from './same-text.ts'

/** How alike the bodies of two copies of one letter are at least: copies differ by page furniture and reading errors. */
const sameLetter = 0.8
const bodyKinds = new Set(['heading', 'paragraph', 'item', 'row'])

/** A letter's own words: without the head and foot, which a file conversion often loses or repeats. */
function body(text: string, blocks: Block[]): string {
  const own = blocks.filter((block) => bodyKinds.has(block.kind))
  return own.length === 0 ? text : own.map((block) => text.slice(block.span.start, block.span.end)).join('\n')
}

/** A recorded letter that may be the same; `sha256` is the file that its text comes from. */
export type Candidate = { id: string; sha256: string; date: string | null; text: string; blocks: string }

/** The recorded letters of the same kind, municipality and date, in the order in which they were recorded. */
function lettersLike(store: Store, facts: LetterFacts): Candidate[] {
  const { kind, municipality, date } = facts
  return all(store, like(kind.value, municipality?.value.code ?? null, date?.value ?? null))
}

const like = builtOnce((kind: LetterKind, municipality: string | null, date: string | null) =>
  query
    .selectFrom('letter')
    .select(['id', 'sha256', 'date', 'text', 'blocks'])
    .where('kind', '=', kind)
    .where('municipality_code', 'is', municipality)
    .where('date', 'is', date)
    .orderBy('seq'),
)

/** How alike copies are at least of which one does not show its date. */
const sameUndated = 0.9

/**
 * The recorded letter of which this is a copy, or null. A scan may have lost its date: of an undated letter, or with one,
 * more words must be the same.
 */
export function findCopy(store: Store, { text, facts }: ExtractedLetter): Candidate | null {
  const same = findSame(text, lettersLike(store, facts))
  const { kind, municipality, date } = facts
  if (same || municipality === null) return same
  const undated = date
    ? all(store, like(kind.value, municipality.value.code, null))
    : all(store, ofAnyDate(kind.value, municipality.value.code))
  return findSame(text, undated, sameUndated)
}

const ofAnyDate = builtOnce((kind: LetterKind, municipality: string) =>
  query
    .selectFrom('letter')
    .select(['id', 'sha256', 'date', 'text', 'blocks'])
    .where('kind', '=', kind)
    .where('municipality_code', '=', municipality)
    .orderBy('seq'),
)

/** The recorded letters that lie in one of these files, in the order in which they were recorded. */
export function lettersOfFiles(store: Store, files: string[]): Candidate[] {
  return all(store, inFiles(JSON.stringify(files)))
}

const inFiles = builtOnce((files: string) =>
  query
    .selectFrom('letter')
    .select(['id', 'sha256', 'date', 'text', 'blocks'])
    .where('id', 'in', (letter) =>
      letter
        .selectFrom('letter_source')
        .select('letter_id')
        .where('sha256', 'in', sql<string>`(SELECT value FROM json_each(${files}))`),
    )
    .orderBy('seq'),
)

/** The candidate whose body is most like the letter's, if one is nearly the same, or at least `leastAlike` so. */
export function findSame(
  text: LetterText,
  candidates: Candidate[],
  leastAlike = sameLetter,
): Candidate | null {
  const own = body(text.text, text.blocks)
  let best: Candidate | null = null
  let most = leastAlike
  for (const candidate of candidates) {
    const alike =
      candidate.text === text.text ? 1 : likeness(own, body(candidate.text, JSON.parse(candidate.blocks)))
    if (alike >= most && (best === null || alike > most)) {
      best = candidate
      most = alike
    }
  }
  return best
}
