import { municipalityNamed } from '../../../data/municipality-names.ts'
import type { LetterText } from '../../../schemas/letter-text.ts'
import { latinPattern } from '../../language/latin.ts'
import type { Token } from '../../language/words.ts'
import type { Judged } from '../judge-unit.ts'
import type { Subject } from '../subject.ts'
import { nameOf, under, word } from './names.ts'

/**
 * What a passage is weighed by, as numbers of `names.ts`: its words in order, and marks of how it is built, what it says
 * of time, where it stands.
 */
export type Features = { words: number[]; marks: number[] }

const hasDigit = /\d/
const letters = latinPattern(String.raw`\p{L}+`, 'g')
const firstBlocks = 5
const fewBlocks = 6
const partsOfLetter = 5
const longest = 6
const wordsPerStep = 6
const numerals = Array.from({ length: 10 }, (_, i) => String(i))
const groups = [
  'unit',
  'background',
  'steps',
  'topic',
  'status',
  'act',
  'verb',
  'subject',
  'clause',
  'time',
  'first',
  'length',
  'block',
  'part',
  'heading',
] as const
/** The group of each kind of mark. */
const group = Object.fromEntries(groups.map((name) => [name, under(0, name)])) as Record<
  (typeof groups)[number],
  number
>
const recursMark = under(0, 'recurs')
const number = under(word, '0')
const name = under(word, 'Name')

/** Reads the features of passages of a letter; none of them says what the rules made of a passage. */
export function featureReader(
  letter: LetterText,
  judged: Judged[],
  letterDate: string,
): (passage: Judged) => Features {
  const blocks = new Map<number, number>()
  for (const { unit } of judged) if (!blocks.has(unit.block)) blocks.set(unit.block, blocks.size)
  const places = new Map<number, number[]>()
  const placeOf = (block: number): number[] => {
    const nth = blocks.get(block) ?? 0
    const heading = headingOf(letter, block).map((said) => under(group.heading, said))
    // where something stands tells nothing in a letter of a few lines
    if (blocks.size < fewBlocks) return heading
    return [
      under(group.block, numerals[Math.min(nth, firstBlocks)] as string),
      under(group.part, numerals[Math.floor((partsOfLetter * nth) / blocks.size)] as string),
      ...heading,
    ]
  }
  return (passage) => {
    const { block } = passage.unit
    const place = places.get(block) ?? placeOf(block)
    places.set(block, place)
    const { words, marks } = featuresOf(passage, letterDate)
    return { words, marks: [...marks, ...place] }
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

const isMunicipality = (lower: string): boolean => municipalityNamed(lower) !== undefined

/** A word as it is weighed: all numbers are alike, and all names, of which nothing is to be learnt. */
function wordOf({ text, lower, word: known }: Token, opens: boolean): number {
  known.weighed ||= hasDigit.test(lower) ? number : under(word, lower)
  return known.weighed !== number && !opens && text[0] !== lower[0] ? name : known.weighed
}

/** The features of a passage by itself. `letterDate` tells past from future. */
function featuresOf({ unit, sentences, context }: Judged, letterDate: string): Features {
  const words: number[] = []
  const marks: number[] = [
    under(group.unit, unit.kind),
    under(group.background, yesOrNo(context.background)),
    under(group.steps, yesOrNo(context.steps)),
    under(group.topic, context.topic ?? 'none'),
    under(group.status, context.status ?? 'none'),
  ]
  let timed = false
  for (const { tokens, acts, clauses, times, recurrences } of sentences) {
    tokens.forEach((token, i) => {
      words.push(wordOf(token, i === 0 && !opensWithName(token, tokens[1])))
    })
    for (const { clause, lemma, tense, passive, negated, subject } of acts) {
      const voice = passive ? 'passive' : 'active'
      const verb = under(group.verb, lemma)
      const actor = under(group.subject, subject.class)
      marks.push(
        under(under(under(under(under(group.act, clause), tense), voice), yesOrNo(negated)), subject.class),
        verb,
        under(under(verb, tense), voice),
        actor,
        under(actor, tense),
      )
      if (isNamed(subject, tokens)) marks.push(under(actor, 'Name'), under(under(actor, 'Name'), tense))
    }
    for (const { type } of clauses) marks.push(under(group.clause, type))
    for (const { relation, start, end } of times) {
      const when = end < letterDate ? 'past' : start > letterDate ? 'future' : 'now'
      marks.push(under(group.time, when), under(under(group.time, relation), when))
      timed = true
    }
    if (recurrences.length > 0) marks.push(recursMark)
  }
  if (!timed) marks.push(under(group.time, 'none'))
  const length = Math.min(Math.floor(words.length / wordsPerStep), longest)
  marks.push(under(group.first, nameOf(words[0] ?? 0)), under(group.length, numerals[length] as string))
  return { words, marks }
}

/** "Rebild Erhverv", "projektet Ny Start": a name stands in it; the capital that opens a sentence is none. */
const isNamed = ({ tokens }: Subject, [first]: readonly Token[]): boolean =>
  tokens.some(
    (token) => token.start !== first?.start && token.text[0] !== token.lower[0] && token.text !== 'I',
  )

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no')
