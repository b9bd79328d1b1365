import { z } from 'zod'

/** A half-open range of UTF-16 positions in a letter's text: `text.slice(start, end)` is the quote. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof spanSchema>

/**
 * A value read out of a letter, with the place it stands, the rule that found it and what was assumed.
 * `span` is null when the value was inferred from something outside the letter (say, from the answer to it).
 */
export type Found<T> = { value: T; span: Span | null; rule: string; assumed: string[] }

/** Whether two spans have a character in common. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
