import { type ParsingComponents, type ParsingContext, ParsingResult } from 'chrono-node'
import type { Period } from '../../schemas/calendar.ts'
import type { TimeGrain, TimeRelation } from '../../schemas/time.ts'

/**
 * A named period. `options` are the periods the words can mean, in order: one when they leave no choice, else one
 * for each year (month, week) near the letter. `relation` is what the words say so far. `needs` says what must
 * stand in front of weak words: "maj" alone is no time, "i maj" is; "måneden" only in "udgangen af måneden".
 * `lead` are the words that were found in front.
 */
export type TimeReading = {
  type: 'time'
  options: Period[]
  grain: TimeGrain
  relation: TimeRelation | null
  needs: 'nothing' | 'lead' | 'part'
  lead: string[]
  assumed: string[]
}

export type Unit = 'day' | 'workday' | 'week' | 'month' | 'year'

/**
 * An amount of time. `anchor` says from what it counts: the letter's day, an event that the words after it name,
 * or nothing that is said. `least` and `most` differ in "to-tre måneder"; `window`: "de kommende 3 måneder".
 */
export type OffsetReading = {
  type: 'offset'
  least: number
  most: number
  unit: Unit
  direction: 1 | -1
  anchor: 'letter' | 'receipt' | 'event' | 'unsaid'
  window: boolean
  relation: TimeRelation
}

type EveryReading = { type: 'every'; every: string | null }
type RejectedReading = { type: 'rejected'; reason: string }
export type Reading = TimeReading | OffsetReading | EveryReading | RejectedReading

/** What chrono's own fields hold of a result that is no time; made once for all of a text. */
function todayOf(context: ParsingContext): ParsingComponents {
  const letter = context.option as { today?: ParsingComponents }
  letter.today ??= context.createParsingComponents()
  return letter.today
}

/** chrono's result carries our reading: it survives chrono's scan, which knows days and months only. */
export class DanishResult extends ParsingResult {
  readonly rule: string
  reading: Reading

  constructor(context: ParsingContext, rule: string, index: number, end: number, reading: Reading) {
    super(context.reference, index, context.text.slice(index, end), todayOf(context))
    this.rule = rule
    this.reading = reading
  }

  get stop(): number {
    return this.index + this.text.length
  }

  /** Moves the result's borders within the text. */
  stretch(context: ParsingContext, index: number, end: number): void {
    this.index = index
    this.text = context.text.slice(index, end)
  }
}

/** A time with exactly these periods, and the defaults for the rest. */
export function time(
  options: (Period | null)[],
  grain: TimeGrain,
  more: Partial<TimeReading> = {},
): TimeReading | null {
  const valid = options.filter((o): o is Period => o !== null)
  if (valid.length === 0) return null
  return {
    type: 'time',
    options: valid,
    grain,
    relation: null,
    needs: 'nothing',
    lead: [],
    assumed: [],
    ...more,
  }
}

export const rejected = (reason: string): RejectedReading => ({ type: 'rejected', reason })
