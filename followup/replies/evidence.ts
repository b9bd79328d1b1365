import { danish } from '../../schemas/glossary.ts'
import type { Fields, FieldValue, ReplyContent, ReplyEvidence } from '../../schemas/reply.ts'
import type { StoredCommitment, StoredLetter } from '../../schemas/stored-letter.ts'
import type { Figure, Verdict } from '../../schemas/verdict.ts'
import { fileOf, firstPage } from '../case-letter.ts'

/** Where a value comes from. */
export type From = Omit<ReplyEvidence, 'field' | 'words'>

/** The fields of a letter as they are gathered, each with where it comes from. */
export type Gathered = {
  fields: Fields
  evidence: ReplyEvidence[]
  observations: Set<number>
  verdicts: ReplyContent['verdicts']
}

export const gathering = (): Gathered => ({
  fields: {},
  evidence: [],
  observations: new Set(),
  verdicts: [],
})

/** Sets a field. `from` is where its words come from; null for what is no fact (a passage that is shown). */
export function put(to: Gathered, field: string, value: FieldValue, from: From | null): void {
  to.fields[field] = value
  if (from && typeof value === 'string') note(to, field, value, from)
}

/** Notes where words in a list come from. */
export function note(to: Gathered, field: string, words: string, from: From): void {
  to.evidence.push({ field, words, ...from })
}

/** Notes that the letter tells what came of a promise. */
export function restOn(to: Gathered, { commitmentId, verdict }: Verdict): void {
  to.verdicts.push({ commitmentId, verdict })
}

export function contentOf({ fields, evidence, observations, verdicts }: Gathered): ReplyContent {
  return { fields, evidence, observations: [...observations], verdicts }
}

export const typed = (option: string): From => ({
  record: 'kommandolinjen',
  place: `--${option}`,
  quote: null,
})
export const fromData = (file: string): From => ({ record: 'ordliste', place: `data/${file}`, quote: null })

export function fromLetter(letter: StoredLetter, quote: string | null = null): From {
  return {
    record: `${danish('kind of letter', letter.kind)} ${letter.id}`,
    place: `${fileOf(letter)} s. ${firstPage(letter)}`,
    quote,
  }
}

export function fromCommitment({ id, quote, page }: StoredCommitment, letter: StoredLetter): From {
  return { record: `tilsagn ${id}`, place: `${fileOf(letter)} s. ${page}`, quote }
}

export function fromFigure(to: Gathered, { observationId, file, area, period }: Figure): From {
  to.observations.add(observationId)
  return { record: `måling ${observationId}`, place: `${file} (${area}, ${period})`, quote: null }
}
