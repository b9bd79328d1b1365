import { type ChecklistItem, type DeadlineState, deadlineStates } from '../../schemas/checklist.ts'
import { danish } from '../../schemas/glossary.ts'
import { danishRecurrence, danishTime } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'
import { shorten } from './shorten.ts'

const quoteLength = 220
/** Expectations are few, and their reservations count: they are cut only when they are very long. */
const expectationLength = 600

/** The state of a promise in Danish. */
export const stateWord = (state: DeadlineState): string => danish("state at a period's end", state)

/** The words of a letter between quotation marks, shortened when they are very long. */
export function quoted(quote: string): string {
  return `»${escapeMarkdown(shorten(quote, expectationLength))}«`
}

/** The words of a promise between quotation marks, shortened around those of its times. */
export function quotedItem({ kind, quote, times }: ChecklistItem): string {
  const limit = kind === 'compliance' ? expectationLength : quoteLength
  const keep = times.map((time) => time.quote)
  return `»${escapeMarkdown(shorten(quote, limit, keep))}«`
}

/** The times of a promise; where they are not equally far, each with its state. */
export function timesOf({ times }: ChecklistItem): string {
  const differ = new Set(times.map(({ state }) => state)).size > 1
  return times
    .map((time) => (differ ? `${danishTime(time)} (${stateWord(time.state)})` : danishTime(time)))
    .join(' og ')
}

/** Promises with a box each for the one who checks them, under a line for each state. */
export function itemLines(items: ChecklistItem[]): string[] {
  return deadlineStates.flatMap((state) => {
    const those = items.filter((item) => item.state === state)
    if (those.length === 0) return []
    const word = stateWord(state)
    return [
      `**${word.slice(0, 1).toLocaleUpperCase('da')}${word.slice(1)} (${those.length})**`,
      '',
      ...those.map(itemLine),
      '',
    ]
  })
}

function itemLine(item: ChecklistItem): string {
  const { every, responsible } = item
  const when = timesOf(item)
  const more = [
    every && danishRecurrence(every),
    targetWords(item),
    responsible && `ansvarlig: ${escapeMarkdown(responsible)}`,
  ].filter((part) => part !== null)
  return `- [ ] ${when ? `${when}: ` : ''}${quotedItem(item)}${more.map((part) => ` · ${part}`).join('')} ${evidence(item)}`
}

/** A measurable target in words: "mål: Kontaktgraden mindst 80 pct." */
function targetWords({ target }: ChecklistItem): string | null {
  if (!target) return null
  const { indicator, comparator, value, unit, reference, population } = target
  const parts = [
    indicator,
    danish('comparator of a target', comparator),
    value?.toLocaleString('da-DK'),
    unit === 'pct' ? 'pct.' : unit,
    reference,
    population && `(${population})`,
  ]
  return `mål: ${escapeMarkdown(parts.filter((part) => part != null).join(' '))}`
}

/** Where a promise stands, and what a person decided on it. */
function evidence({ id, evidence: { file, page }, review, withdrawn }: ChecklistItem): string {
  const decided = review === 'proposed' ? [] : [danish('review', review)]
  const gone = withdrawn ? ['findes ikke længere af reglerne'] : []
  return `(${[`\`${id}\``, `${escapeMarkdown(file)} s. ${page}`, ...decided, ...gone].join(', ')})`
}
