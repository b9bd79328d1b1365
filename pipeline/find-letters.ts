import { extractLetter } from '../extractors/extract-letter.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import type { ExtractedLetter } from '../schemas/letter.ts'
import type { LetterLines, Page, ReadFile } from '../schemas/page.ts'
import { isLetter } from './is-letter.ts'
import { scanIssues } from './read/scan/scan-issues.ts'

/** The letters in a file with their findings, and remarks on the file for a person. */
export function findLetters(read: ReadFile): { letters: ExtractedLetter[]; notes: string[] } {
  const passages = splitLetters(read.pages).map((lines) => readPassage(lines, read.pages))
  const letters = passages.filter(isLetter)
  const others = passages.length - letters.length
  const left = others === 0 ? [] : [`${others} passage(s) without the marks of a letter left out`]
  return { letters, notes: [...read.notes, ...left] }
}

/** Structures and extracts one letter; a boundary in doubt and what was read unsurely are issues of it. */
function readPassage(lines: LetterLines, pages: Page[]): ExtractedLetter {
  const letter = extractLetter(structureLetter(lines.lines))
  const issues = [...letter.facts.issues, ...scanIssues(letter, pages)]
  if (lines.uncertain !== null)
    issues.push({ code: 'uncertain-boundary', message: lines.uncertain, span: null })
  return { ...letter, facts: { ...letter.facts, issues } }
}
