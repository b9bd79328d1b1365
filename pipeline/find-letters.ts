import { extractLetter } from '../extractors/extract-letter.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterLines, ReadFile } from '../schemas/page.ts'
import { isLetter } from './is-letter.ts'

/** The letters in a file with their findings, and remarks on the file for a person. */
export function findLetters(read: ReadFile): { letters: ExtractedLetter[]; notes: string[] } {
  const passages = splitLetters(read.pages).map(readPassage)
  const letters = passages.filter(isLetter)
  const others = passages.length - letters.length
  const left = others === 0 ? [] : [`${others} passage(s) without the marks of a letter left out`]
  return { letters, notes: [...read.notes, ...left] }
}

/** Structures and extracts one letter; that its boundary is in doubt is an issue of it. */
function readPassage(lines: LetterLines): ExtractedLetter {
  const letter = extractLetter(structureLetter(lines.lines))
  if (lines.uncertain === null) return letter
  const issue = { code: 'uncertain-boundary', message: lines.uncertain, span: null }
  return { ...letter, facts: { ...letter.facts, issues: [...letter.facts.issues, issue] } }
}
