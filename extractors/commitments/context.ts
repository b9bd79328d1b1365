import type { CommitmentStatus } from '../../schemas/commitment.ts'
import type { Block, LetterText } from '../../schemas/letter-text.ts'
import { latin } from '../language/latin.ts'
import { type Passage, passageOf, phraseTest } from '../language/phrases.ts'
import { commitmentLexicon, type Stance } from './lexicon.ts'
import { readSentence } from './sentence.ts'
import { isElse } from './subject.ts'

/**
 * What the place of a passage says of it: the heading above it and the sentence that introduces its list.
 * `background`: explanations, law, figures or the other side's questions; `steps`: a list or section of steps;
 * `topic`: what the section is about; `status`: what the heading or introduction says of all that follows.
 */
export type Context = {
  background: boolean
  steps: boolean
  topic: 'goals' | 'followup' | 'compliance' | null
  status: CommitmentStatus | null
  /** The introduction says that what follows is being done ("er i færd med"). */
  underway: boolean
}

const nothing: Context = { background: false, steps: false, topic: null, status: null, underway: false }

function fromStances(stances: Set<Stance>): Context {
  const status = stances.has('planned')
    ? 'planned'
    : stances.has('ongoing')
      ? 'ongoing'
      : stances.has('done')
        ? 'done'
        : null
  const topic = stances.has('goals')
    ? 'goals'
    : stances.has('followup')
      ? 'followup'
      : stances.has('compliance')
        ? 'compliance'
        : null
  return {
    background: stances.has('background'),
    steps: status !== null || stances.has('steps') || topic === 'followup',
    topic,
    status,
    underway: false,
  }
}

function stancesOf(passage: Passage, where: 'heading' | 'intro'): Set<Stance> {
  const found = new Set<Stance>()
  for (const group of commitmentLexicon().sections) if (group[where].test(passage)) found.add(group.stance)
  return found
}

/** The context that a heading gives; background words win over all others. */
export function headingContext(text: string): Context {
  if (commitmentLexicon().answered.test(text)) return nothing
  const stances = stancesOf(passageOf(text), 'heading')
  return stances.has('background') ? { ...nothing, background: true } : fromStances(stances)
}

/** "Det betyder konkret, at vi" only begins the sentence that each item ends. */
const beginsItems = latin(/(?<!\p{L})at\s+(?:vi|kommunen|jobcentret|der)\s*:?$/iu)
const planning = phraseTest(['vil', 'skal'])
const underwayWith = latin(/(?<!\p{L})i\s+(?:færd|gang)\s+med(?!\p{L})/iu)

/** The context that the introducing sentence of a list gives: its words and the tense of its main verb. */
export function introContext(text: string): Context {
  const { acts, all, main } = readSentence(
    text,
    { start: 0, end: text.length },
    { times: [], recurrences: [], rejected: [] },
  )
  const stances = stancesOf(all, 'intro')
  const own = acts.filter((a) => a.clause === 'main')
  if (beginsItems.test(text.trim())) return { ...nothing, steps: true }
  if (stances.has('background') || own.some((a) => isElse(a.subject))) return { ...nothing, background: true }
  for (const tense of ['done', 'ongoing', 'planned'] as const) stances.delete(tense)
  const context = fromStances(stances)
  const last = own.at(-1)
  const plans =
    own.some((a) => a.tense === 'future' || a.tense === 'must') ||
    planning.test(main) ||
    commitmentLexicon().expecting.test(main)
  const status: CommitmentStatus | null = plans
    ? 'planned'
    : last?.tense === 'perfect' || last?.lemma === 'have'
      ? 'ongoing'
      : null
  const underway = underwayWith.test(text)
  return { ...context, status, underway, steps: context.steps || (status !== null && own.length > 0) }
}

/** The context of block `index`: its list's introduction first, then the headings above it. */
function contextOf(letter: LetterText, index: number): Context {
  const block = letter.blocks[index] as Block
  const textOf = (i: number) => {
    const { span } = letter.blocks[i] as Block
    return letter.text.slice(span.start, span.end)
  }
  let heading = nothing
  for (
    let i = block.heading, steps = 0;
    i !== null && steps < 3;
    i = letter.blocks[i]?.heading ?? null, steps++
  ) {
    heading = headingContext(textOf(i))
    if (heading !== nothing && (heading.background || heading.steps || heading.topic)) break
  }
  if (block.parent === null) return heading
  const parents: Context[] = []
  for (
    let i: number | null = block.parent, depth = 0;
    i !== null && depth < 4;
    i = letter.blocks[i]?.parent ?? null, depth++
  )
    parents.push(introContext(lastSentence(textOf(i))))
  const intro = parents.find((c) => c.background || c.steps || c.topic !== null || c.status !== null)
  if (!intro) return { ...heading, steps: heading.steps || parents.length > 0 }
  return {
    background: intro.background,
    steps: !intro.background && (intro.steps || heading.steps),
    topic: intro.topic ?? heading.topic,
    status: intro.status ?? parents.find((c) => c.status)?.status ?? heading.status,
    underway: intro.underway,
  }
}

const lastSentence = (text: string) =>
  text.slice(Math.max(0, text.lastIndexOf('. ', text.length - 2) + 1)).trim()

/** A block that is a question and nothing else, as letters repeat what they were asked: "Hvornår er loven overholdt?", "»Kommunen bedes oplyse ...«" */
const isQuestion = (text: string) =>
  text.length < longestQuestion &&
  (/^[^?]*\?["”»]?$|^["”»„].*\?.*["”«]$/s.test(text) || (/^["”»„].*["”«]$/s.test(text) && asks.test(text)))
const asks = latin(/(?<!\p{L})(?:bedes|anmodes|bedt|oplyse|redegøre)(?!\p{L})/iu)
const longestQuestion = 400

/** What a question asks for: reasons are background only where it asks for nothing else, a time is that of the steps. */
function askedFor(question: string): Context {
  const stances = stancesOf(passageOf(question), 'heading')
  const hasAny = (...wanted: Stance[]) => wanted.some((stance) => stances.has(stance))
  if (hasAny('done', 'ongoing', 'planned', 'followup', 'compliance')) stances.delete('background')
  if (hasAny('steps', 'done', 'ongoing', 'planned')) stances.delete('compliance')
  return fromStances(stances)
}

/** How many blocks an answer has at most. */
const longestAnswer = 20

/** The context that the question gives which a block answers: the last one before it under the same heading. */
function questionContext({ blocks }: LetterText, questions: (string | null)[], index: number): Context {
  for (let i = index; i >= Math.max(0, index - longestAnswer); i--) {
    if (blocks[i]?.kind === 'heading') return nothing
    const question = questions[i]
    if (question) return i === index ? { ...nothing, background: true } : askedFor(question)
  }
  return nothing
}

/** The blocks of a letter that are questions: their text, null for the others. */
const questionsOf = ({ blocks, text }: LetterText): (string | null)[] =>
  blocks.map(({ span }) => {
    const words = text.slice(span.start, span.end).trim()
    return isQuestion(words) ? words : null
  })

/** Reads the context of a letter's blocks; blocks under the same heading and introduction share one. */
export function contextReader(letter: LetterText): (block: number) => Context {
  const read = new Map<string, Context>()
  let questions: (string | null)[] | undefined
  return (index) => {
    const block = letter.blocks[index]
    const key = `${block?.heading}/${block?.parent}`
    const placed = read.get(key) ?? contextOf(letter, index)
    read.set(key, placed)
    const { background, steps, topic, status } = placed
    const tells = background || steps || topic !== null || status !== null
    if (tells) return placed
    questions ??= questionsOf(letter)
    return questionContext(letter, questions, index)
  }
}
