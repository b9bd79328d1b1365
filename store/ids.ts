import { createHash } from 'node:crypto'
import type { LetterFacts } from '../schemas/letter.ts'
import { words } from './same-text.ts'

const idLength = 10
const startWords = 40

function shortHash(parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, idLength)
}

/** The first id of `name`, `name` again with 2, 3 ... that is not taken. */
function freeId(parts: string[], taken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const id = shortHash(n === 1 ? parts : [...parts, String(n)])
    if (!taken(id)) return id
  }
}

/**
 * The id of a letter that is recorded for the first time: from its municipality, kind, date and first case number,
 * or the start of its text where it has none. It stays when better rules read the letter otherwise.
 */
export function letterId(facts: LetterFacts, text: string, taken: (id: string) => boolean): string {
  const own = facts.caseNumbers[0]?.value ?? words(text).slice(0, startWords).join(' ')
  const parts = [facts.municipality?.value.code ?? '', facts.kind.value, facts.date?.value ?? '', own]
  return freeId(['letter', ...parts], taken)
}

/** The id of a commitment that is recorded for the first time: from its letter's id and its words. */
export function commitmentId(letter: string, quote: string, taken: (id: string) => boolean): string {
  return freeId(['commitment', letter, words(quote).join(' ')], taken)
}

/** The id of a draft of a letter: from what it is, for whom and when it was made. */
export function replyId(parts: string[], taken: (id: string) => boolean): string {
  return freeId(['reply', ...parts], taken)
}
