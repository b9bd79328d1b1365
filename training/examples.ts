import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { judgeUnits } from '../extractors/commitments/judge-unit.ts'
import { type Features, featureReader } from '../extractors/commitments/learned/features.ts'
import { findQuotations } from '../extractors/commitments/quotations.ts'
import { findUnits } from '../extractors/commitments/units.ts'
import { findLetterFacts } from '../extractors/letter-facts.ts'
import { referenceDate } from '../extractors/reference-date.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import { findTimes } from '../extractors/time/find-times.ts'
import { findFiles } from '../pipeline/find-files.ts'
import { defaultLimits } from '../pipeline/read/limits.ts'
import { openLetterFiles } from '../pipeline/read/read-file.ts'
import type { CommitmentKind, CommitmentStatus } from '../schemas/commitment.ts'
import type { LetterFacts } from '../schemas/letter.ts'
import type { LetterText } from '../schemas/letter-text.ts'
import type { ScoreSet } from '../test/score/sets.ts'

/** What annotators hold right for a commitment: any of these kinds and states. */
type Annotated = { kind: CommitmentKind[]; status: CommitmentStatus[] }
/**
 * A passage of an annotated letter: by what it is weighed, and what it is annotated as, null for no commitment.
 * `elaborates`: it goes on about the commitment of the sentence before it.
 */
export type AnnotatedPassage = {
  set: string
  features: Features
  annotated: (Annotated & { elaborates: boolean }) | null
}

/** A letter before its commitments are found: what is learnt must not depend on what was learnt before. */
type StructuredLetter = { text: LetterText; facts: LetterFacts }
type Annotation = {
  partial?: boolean
  letter: { kind: string; municipalityCode?: string | null; date: string | null }
  commitments: ({ quote: string } & Annotated)[]
  optional?: (string | { quote: string })[]
}

const wordsOf = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
/** So few words stand in other sentences by chance. */
const fewWords = 3

/** The passages of all statements of a set; those that an annotator left open are not among them. */
export async function annotatedPassages(set: ScoreSet): Promise<AnnotatedPassage[]> {
  const annotations = readAnnotations(set)
  const { files } = await findFiles(set.letters.map((folder) => join(packageRoot, folder)))
  const found: AnnotatedPassage[] = []
  for (const path of files.filter((name) => /\.(?:txt|md)$/.test(name)))
    for await (const file of openLetterFiles(path, defaultLimits)) {
      if ('refused' in file) throw file.refused
      for (const { lines } of splitLetters((await file.read()).pages)) {
        const text = structureLetter(lines)
        const letter = { text, facts: findLetterFacts(text, null) }
        const annotation = letter.facts.kind.value === 'statement' && annotations.find((a) => isOf(a, letter))
        if (annotation) found.push(...passagesOf(letter, annotation, set.name))
      }
    }
  return found
}

function readAnnotations({ annotations }: ScoreSet): Annotation[] {
  const folder = join(packageRoot, annotations)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Annotation)
    .filter(({ partial, letter }) => letter.kind === 'statement' && !partial)
}

const isOf = ({ letter }: Annotation, { facts }: StructuredLetter): boolean =>
  letter.date === (facts.date?.value ?? null) &&
  (letter.municipalityCode ?? null) === (facts.municipality?.value.code ?? null)

function passagesOf(
  { text, facts }: StructuredLetter,
  annotation: Annotation,
  set: string,
): AnnotatedPassage[] {
  const date = referenceDate(text, facts)
  if (date === null) return []
  const sender = facts.municipality?.value ?? null
  const judged = judgeUnits(
    text,
    findUnits(text),
    findTimes(text.text, date),
    date,
    findQuotations(text),
    sender,
  )
  const featuresOf = featureReader(text, judged, date)
  const committing = annotation.commitments.map((commitment) => ({
    commitment,
    words: wordsOf(commitment.quote),
  }))
  const open = (annotation.optional ?? []).map((o) => wordsOf(typeof o === 'string' ? o : o.quote))
  return judged.flatMap((passage) => {
    const { start, end } = passage.unit.span
    const words = wordsOf(text.text.slice(start, end))
    const short = words.trim().split(' ').length < fewWords
    const isIn = (quote: string) => (short ? quote === words : quote.includes(words) || words.includes(quote))
    const found = committing.find((c) => isIn(c.words))
    if (!found && open.some(isIn)) return []
    const elaborates = found?.words.includes(words) === true && !found.words.startsWith(words)
    const annotated = found ? { ...found.commitment, elaborates } : null
    return [{ set, features: featuresOf(passage), annotated }]
  })
}
