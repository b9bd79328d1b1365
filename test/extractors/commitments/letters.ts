import { findCommitments } from '../../../extractors/commitments/find-commitments.ts'
import { findTimes } from '../../../extractors/time/find-times.ts'
import type { Commitment } from '../../../schemas/commitment.ts'
import type { LetterFacts, LetterKind, MunicipalityRef } from '../../../schemas/letter.ts'
import type { Block, BlockKind, LetterText } from '../../../schemas/letter-text.ts'

type Line = {
  kind: BlockKind
  text: string
  parent?: number
  heading?: number
  header?: number
  marker?: string
}

/** A letter text made of the given blocks; cells of a row are separated by tabs. */
export function letterOf(lines: Line[]): LetterText {
  let text = ''
  const blocks: Block[] = lines.map((line) => {
    const start = text.length
    text += `${line.text}\n`
    const cells =
      line.kind === 'row'
        ? line.text.split('\t').map((cell, i, all) => {
            const from = start + all.slice(0, i).join('\t').length + (i > 0 ? 1 : 0)
            return { start: from, end: from + cell.length }
          })
        : []
    const { parent = null, heading = null, header = null, marker = null } = line
    return {
      kind: line.kind,
      span: { start, end: start + line.text.length },
      level: 0,
      marker,
      parent,
      heading,
      cells,
      header,
    }
  })
  return { text, blocks, segments: [] }
}

/** The facts of a letter of this kind and date, with nothing else in them. */
export function factsOf(kind: LetterKind, date: string): LetterFacts {
  return {
    kind: { value: kind, span: null, rule: 'test', assumed: [] },
    date: { value: date, span: null, rule: 'test', assumed: [] },
    municipality: null,
    caseNumbers: [],
    subject: null,
    recipient: null,
    contact: null,
    signatories: [],
    refersTo: [],
    mentions: [],
    replyDeadline: null,
    acknowledges: null,
    statusDataPeriod: null,
    asked: [],
    askedAgain: [],
    issues: [],
  }
}

/**
 * The commitments that constructions alone find in a statement of 1 March 2021 with these blocks, from a municipality
 * that may be named.
 */
export function commitmentsIn(
  lines: Line[],
  date = '2021-03-01',
  sender: MunicipalityRef | null = null,
): Commitment[] {
  const letter = letterOf(lines)
  const municipality = sender && { value: sender, span: null, rule: 'test', assumed: [] }
  return findCommitments(
    letter,
    { ...factsOf('statement', date), municipality },
    findTimes(letter.text, date),
    null,
  )
}
