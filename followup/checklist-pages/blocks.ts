import type { ChecklistCourse } from '../../schemas/checklist.ts'

/** A stretch of text as it is to be read; a renderer makes it safe. `code`: an id, an address. */
export type Run = { text: string; strong?: true; code?: true }
export type Text = Run[]

/** What a page is made of, for every format alike. `tick`: a box that a person ticks; `shares`: of the columns, in per cent. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: Text }
  | { kind: 'list'; items: Text[]; tick: boolean }
  | { kind: 'facts'; rows: { name: string; text: Text }[] }
  | { kind: 'table'; caption: string; head: string[]; rows: Text[][]; shares: number[] }
  | { kind: 'chart'; course: ChecklistCourse; caption: string }

/** A page of the checklist; each begins on a new sheet of paper. `id` is unique among the pages. */
export type Page = { id: string; title: string; blocks: Block[] }
export type Document = { title: string; pages: Page[] }

/**
 * Text with what stands between a pair of marks as runs of their own: `**strong**` is not read here, parts are given.
 * Strings become plain runs, and what is null is left out.
 */
export function text(...parts: (string | Run | Text | null)[]): Text {
  return parts.flatMap((part) =>
    part === null ? [] : typeof part === 'string' ? [{ text: part }] : Array.isArray(part) ? part : [part],
  )
}

export const strong = (words: string): Run => ({ text: words, strong: true })
export const code = (words: string): Run => ({ text: words, code: true })

/** Texts one after the other with words between them. */
export function joined(texts: Text[], between: string): Text {
  return texts.flatMap((one, at) => (at === 0 ? one : [{ text: between }, ...one]))
}
