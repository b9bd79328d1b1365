/** One page of a file as its reader saw it. `text` has `\n` line ends and is NFC; `number` counts from 1. */
export type Page = { number: number; text: string }

export const fileFormats = ['text', 'markdown', 'pdf', 'docx', 'mail'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A file that was read: its pages in order. `notes` are remarks for a person (say, a guessed encoding). */
export type ReadFile = { format: FileFormat; pages: Page[]; notes: string[] }

/** One line of a page: `offset` is where it starts in that page's text. */
export type SourceLine = { text: string; page: number; offset: number }

/** The lines of one letter in a file. `uncertain` says why a boundary is in doubt, null when it is not. */
export type LetterLines = { lines: SourceLine[]; uncertain: string | null }
