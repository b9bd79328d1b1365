import { municipalities } from '../../../data/municipality-names.ts'
import type { LetterText } from '../../../schemas/letter-text.ts'
import { latinPattern } from '../../language/latin.ts'
import type { Token } from '../../language/words.ts'
import type { Judged } from '../judge-unit.ts'

/** What a passage is weighed by: its words in order, and marks of how it is built, what it says of time, where it stands. */
export type Features = { words: string[]; marks: string[] }

const hasDigit = /\d/
const letters = latinPattern(String.raw`\p{L}+`, 'g')
const firstBlocks = 5
const partsOfLetter = 5
const longest = 6
const wordsPerStep = 6

/** Reads the features of passages of a letter; none of them says what the rules made of a passage. */
export function featureReader(
  letter: LetterText,
  judged: Judged[],
  letterDate: string,
): (passage: Judged) => Features {
  const blocks = new Map<number, number>()
  for (const { unit } of judged) if (!blocks.has(unit.block)) blocks.set(unit.block, blocks.size)
  return (passage) => {
    const features = featuresOf(passage, letterDate)
    const { block } = passage.unit
    const nth = blocks.get(block) ?? 0
    features.marks.push(
      `block ${Math.min(nth, firstBlocks)}`,
      `part ${Math.floor((partsOfLetter * nth) / blocks.size)}`,
      ...headingOf(letter, block).map((word) => `heading ${word}`),
    )
    return features
  }
}

function headingOf({ blocks, text }: LetterText, block: number): string[] {
  const heading = blocks[blocks[block]?.heading ?? -1]?.span
  const words = heading ? text.slice(heading.start, heading.end).toLowerCase().match(letters) : null
  return (words ?? []).filter((word) => !isMunicipality(word))
}

/** "Vejle har", "Brønderslev Kommune": the sentence opens with a name, not with a word. */
const opensWithName = (first: Token, next: Token | undefined): boolean =>
  next?.lower === 'kommune' || next?.lower === 'kommunes' || isMunicipality(first.lower)

let municipalityNames: Set<string> | undefined
function isMunicipality(lower: string): boolean {
  municipalityNames ??= new Set(municipalities().map(({ name }) => name.toLowerCase()))
  return municipalityNames.has(lower)
}

/** A word as it is weighed: all numbers are alike, and all names, of which nothing is to be learnt. */
function wordOf({ text, lower }: Token, opens: boolean): string {
  if (hasDigit.test(lower)) return '0'
  return !opens && text[0] !== lower[0] ? 'Name' : lower
}

/** The features of a passage by itself. `letterDate` tells past from future. */
function featuresOf({ unit, sentences, context }: Judged, letterDate: string): Features {
  const words: string[] = []
  const marks: string[] = [
    `unit ${unit.kind}`,
    `background ${context.background}`,
    `steps ${context.steps}`,
    `topic ${context.topic}`,
    `status ${context.status}`,
  ]
  let timed = false
  for (const { tokens, acts, clauses, times, recurrences } of sentences) {
    tokens.forEach((token, i) => {
      words.push(wordOf(token, i === 0 && !opensWithName(token, tokens[1])))
    })
    for (const { clause, lemma, tense, passive, negated, subject } of acts)
      marks.push(
        `act ${clause} ${tense} ${passive} ${negated} ${subject.class}`,
        `verb ${lemma}`,
        `verb ${lemma} ${tense} ${passive}`,
        `subject ${subject.class}`,
        `subject ${subject.class} ${tense}`,
      )
    for (const { type } of clauses) marks.push(`clause ${type}`)
    for (const { relation, start, end } of times) {
      const when = end < letterDate ? 'past' : start > letterDate ? 'future' : 'now'
      marks.push(`time ${when}`, `time ${relation} ${when}`)
      timed = true
    }
    if (recurrences.length > 0) marks.push('recurs')
  }
  if (!timed) marks.push('time none')
  marks.push(`first ${words[0]}`, `length ${Math.min(Math.floor(words.length / wordsPerStep), longest)}`)
  return { words, marks }
}
