import type { ChecklistLetter } from '../../schemas/checklist.ts'
import { danishDate } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'

export const dateOf = (date: string | null): string => (date ? danishDate(date) : 'udateret')

/** Several as Danish writes them: "a, b og c". */
export function listed(parts: string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`
}

type Signer = { name: string; title: string | null; onBehalf?: boolean }

/** Who signed, with titles: "Joy Mogensen, borgmester, og Peter Sidelmann, jobchef". */
export function signers(list: Signer[]): string {
  return list
    .map(({ name, title, onBehalf }) =>
      [name, title, onBehalf ? 'underskrevet på vedkommendes vegne' : null]
        .filter((part) => part !== null)
        .map(escapeMarkdown)
        .join(', '),
    )
    .join('; ')
}

/** The names of those who signed, for a table. */
export function signerNames({ signatories }: ChecklistLetter): string {
  if (signatories.length === 0) return 'ingen underskrift'
  return signatories
    .map(({ name, assumed }) => `${escapeMarkdown(name)}${assumed ? ' (antaget)' : ''}`)
    .join(', ')
}

/** The files a letter lies in. */
export function sourcesOf({ sources }: ChecklistLetter): string {
  return listed(sources.map(({ file, pages }) => `${escapeMarkdown(file)} s. ${pages.join(', ')}`))
}
