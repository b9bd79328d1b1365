import type { Block, LetterText } from '../../schemas/letter-text.ts'
import type { Span } from '../../schemas/span.ts'
import { splitSentences } from '../language/sentences.ts'
import { findLabelledSteps, type LabelledStep } from './labelled-steps.ts'

/**
 * The smallest passage that can be one commitment: a sentence of a paragraph, a whole list item, a table row, or lines with
 * labels that are read as one (`labelled`). `introduces`: it ends with a colon and has sub-items.
 */
export type Unit = {
  kind: 'sentence' | 'item' | 'row'
  block: number
  span: Span
  sentences: Span[]
  introduces: boolean
  labelled?: LabelledStep
}

const sentencesOf = (letter: LetterText, block: Block): Span[] =>
  splitSentences(letter.text.slice(block.span.start, block.span.end)).map((s) => ({
    start: s.start + block.span.start,
    end: s.end + block.span.start,
  }))

/** A row from its first filled cell to its last: a quote of it neither begins nor ends with a blank. */
function withoutEmptyCells({ text }: LetterText, { start, end }: Span): Span {
  const row = text.slice(start, end)
  return { start: start + row.length - row.trimStart().length, end: end - row.length + row.trimEnd().length }
}

/** Cuts the body of a letter into units, in reading order. Head, foot, headings and furniture have none. */
export function findUnits(letter: LetterText): Unit[] {
  const parents = new Set(letter.blocks.map((b) => b.parent))
  const headers = new Set(letter.blocks.map((b) => b.header))
  const units: Unit[] = []
  const labelled = findLabelledSteps(letter)
  letter.blocks.forEach((block, index) => {
    const introduces = parents.has(index)
    const step = labelled.find(({ blocks }) => index >= blocks.from && index < blocks.to)
    if (step) {
      const { span } = step
      if (index === step.blocks.from)
        units.push({ kind: 'row', block: index, span, sentences: [span], introduces: false, labelled: step })
      return
    }
    if (block.kind === 'item') {
      units.push({
        kind: 'item',
        block: index,
        span: block.span,
        sentences: sentencesOf(letter, block),
        introduces,
      })
    } else if (block.kind === 'row') {
      const span = withoutEmptyCells(letter, block.span)
      if (block.header !== null || !headers.has(index))
        units.push({ kind: 'row', block: index, span, sentences: [span], introduces: false })
    } else if (block.kind === 'paragraph') {
      const sentences = sentencesOf(letter, block)
      sentences.forEach((span, i) => {
        units.push({
          kind: 'sentence',
          block: index,
          span,
          sentences: [span],
          introduces: introduces && i === sentences.length - 1,
        })
      })
    }
  })
  return units
}
