import type { Placement } from '../../schemas/case.ts'
import type { LetterMention } from '../../schemas/letter.ts'
import type { CaseNode } from './case-node.ts'
import { fitsMention } from './fits-mention.ts'
import type { Thread } from './thread-letters.ts'

/** A letter that another one speaks of, with the words. */
type Mention = { letterId: string; quote: string }

/**
 * A letter in a case before it is known what it is there. `node` is null for one that is only spoken of. `at` is the day
 * it is sorted by, `rank` its place among those of that day.
 */
export type DraftStep = {
  node: CaseNode | null
  placedBy: Placement | null
  from: 'state' | 'municipality'
  toAll: boolean
  date: string | null
  period: { start: string; end: string } | null
  mentionedBy: Mention[]
  at: string
  rank: number
}

const undatedLast = '9999-12-31'

/** The letters of a case and those they speak of, in order of time. */
export function draftSteps(thread: Thread): DraftStep[] {
  const steps = thread.map(({ node, placedBy }) => letterStep(node, placedBy, thread))
  const speaking = thread.flatMap(({ node }) => node.mentions.map(({ value }) => ({ node, mention: value })))
  // What is known to the day comes first, so that a month or an undated mention finds it.
  const days = speaking.filter(({ mention: { start, end } }) => start !== null && start === end)
  const periods = speaking.filter(({ mention: { start, end } }) => start !== end)
  const undated = speaking.filter(({ mention: { start } }) => start === null)
  for (const { node, mention } of [...days, ...periods]) addDated(steps, node, mention)
  for (const { node, mention } of undated) addUndated(steps, node, mention)
  for (const { node } of thread) addAsked(steps, node)
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank))
}

const ranks = { request: 0, statement: 1, other: 2, acknowledgement: 3, 'committee-orientation': 4, plan: 5 }

function letterStep(node: CaseNode, placedBy: Placement, thread: Thread): DraftStep {
  const { letter } = node.entry
  return {
    node,
    placedBy,
    from: node.from,
    toAll: false,
    date: letter.date,
    period: null,
    mentionedBy: [],
    at: letter.date ?? receivedDay(letter.id, thread) ?? undatedLast,
    rank: ranks[letter.kind],
  }
}

/** The day on which an answer in the case says that it received the letter. */
export function receivedDay(letterId: string, thread: Thread): string | null {
  const answer = thread.find(
    ({ node: { entry } }) =>
      entry.letter.acknowledges?.receivedDate && entry.letter.linked.some(({ id }) => id === letterId),
  )
  return answer?.node.entry.letter.acknowledges?.receivedDate?.value ?? null
}

function addDated(steps: DraftStep[], node: CaseNode, mention: LetterMention): void {
  const { start, end, from, toAll, quote } = mention
  if (start === null || end === null) return
  const by = { letterId: node.entry.letter.id, quote }
  const known = steps.find(
    (step) => step.node !== node && fitsMention(mention, { ...step, here: step.node !== null }),
  )
  if (known) {
    known.mentionedBy.push(by)
    return
  }
  steps.push({
    node: null,
    placedBy: null,
    from,
    toAll,
    date: start === end ? start : null,
    period: start === end ? null : { start, end },
    mentionedBy: [by],
    at: end,
    rank: from === 'state' ? 0 : 1,
  })
}

/** An earlier letter that is spoken of without a time is a letter of its own only when no earlier one is known. */
function addUndated(steps: DraftStep[], node: CaseNode, { from, toAll, quote }: LetterMention): void {
  const own = steps.find((step) => step.node === node)
  const by = { letterId: node.entry.letter.id, quote }
  if (!own) return
  const earlier = steps.filter((step) => step !== own && step.from === from && step.at < own.at)
  const [first] = earlier
  if (first) {
    first.mentionedBy.push(by)
    return
  }
  // It came before the letter that its writer answers now.
  const answered =
    steps.filter((step) => step.from !== from && step.at <= own.at && !step.toAll).at(-1) ?? own
  const step = { node: null, placedBy: null, from, toAll, date: null, period: null }
  steps.push({ ...step, mentionedBy: [by], at: answered.at, rank: answered.rank - 0.5 })
}

/** The requests that an orientation says were sent, where no other letter names them. */
function addAsked(steps: DraftStep[], node: CaseNode): void {
  const orientation = steps.find((step) => step.node === node)
  if (!orientation) return
  const requests = () =>
    steps.filter(({ node: of, from, toAll, at }) => {
      const kind = of?.entry.letter.kind ?? 'request'
      return kind === 'request' && from === 'state' && !toAll && at <= orientation.at
    }).length
  const add = (words: string, rank: number) =>
    steps.push({
      node: null,
      placedBy: null,
      from: 'state',
      toAll: false,
      date: null,
      period: null,
      mentionedBy: [{ letterId: node.entry.letter.id, quote: words }],
      at: orientation.at,
      rank: orientation.rank + rank,
    })
  if (node.asked && requests() === 0) add(node.asked, -2)
  if (node.askedAgain && requests() < (node.asked ? 2 : 1)) add(node.askedAgain, -1)
}
