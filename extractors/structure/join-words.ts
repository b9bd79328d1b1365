import { abbreviations } from '../language/abbreviations.ts'
import { latin } from '../language/latin.ts'
import { beginsLower, firstLetters } from '../language/letter-case.ts'
import { monthOf } from '../time/words.ts'
import { letterParts } from './letter-parts.ts'

/** How the text of one line goes on in the next: with a space, without, or with the hyphen between them dropped. */
export type Join = 'space' | 'tight' | 'drop-hyphen'

const letterOrDigitFirst = latin(/^[\p{L}\d]/u)
const lettersAtEnd = latin(/[\p{L}\d]*$/u)
const slashAtEnd = latin(/[\p{L}\d]\/$/u)
const beginsLetter = latin(/^\p{L}/u)
/**
 * How to put together a line and its continuation. A hyphen at the line's end is dropped, except after a
 * prefix ("a-dagpenge", "LY-borgere"), before a capital or a digit ("Gaarde-Fink"), between months, before "og" and "eller" ("kontant- og
 * uddannelseshjælp"), and where the letter writes the word with its hyphen elsewhere.
 * @param hyphenated the hyphenated words of the letter, in lower case
 */
export function joinOf(line: string, next: string, hyphenated: Set<string>): Join {
  if (/^[(<]?(?:https?:|www\.)\S*[-/]$/.test(lastWord(line))) return 'tight'
  if (slashAtEnd.test(line) && beginsLetter.test(next)) return 'tight'
  const head = line.endsWith('-') ? (lettersAtEnd.exec(lastWord(line).slice(0, -1))?.[0] ?? '') : ''
  if (head === '') return 'space'
  if (/^(?:og|eller)\s/u.test(next)) return 'space'
  const tail = firstLetters.exec(next)?.[0] ?? ''
  // a broken word of capitals only ("INTEGRATIONSY-" "DELSE")
  if (/^\p{Lu}{3,}$/u.test(head) && /^\p{Lu}{2,}$/u.test(tail)) return 'drop-hyphen'
  if (!beginsLower.test(tail)) return letterOrDigitFirst.test(next) ? 'tight' : 'space'
  const months = monthOf(head.toLowerCase()) > 0 && monthOf(tail) > 0
  if (months) return 'tight'
  const prefix = /^(?:[abcex]|it|eu|tv|hr|pc|cv)$/iu.test(head) || /^\p{Lu}+$|\d$/u.test(head)
  if (prefix || hyphenated.has(`${head}-${tail}`.toLowerCase())) return 'tight'
  return 'drop-hyphen'
}

const lastLetters = latin(/(?<!\p{L})\p{L}+$/u)
const lowerLetters = latin(/^\p{Ll}+/u)
/** The words with a hyphen inside them, in lower case. */
export function hyphenatedWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of texts)
    for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
      const after = lowerLetters.exec(text.slice(at + 1, at + 41))?.[0]
      if (after === undefined) continue
      const before = lastLetters.exec(text.slice(Math.max(0, at - 40), at))?.[0]
      if (before !== undefined) words.add(`${before}-${after}`.toLowerCase())
    }
  return words
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1).slice(-300)
}

const openEnd = latin(/[,–]$|[\p{L}\d]-$|\p{L}\/$/u)
/** Whether a line's words must go on: it ends with a comma, a small word, a hyphen or an abbreviation. */
export function isOpen(text: string): boolean {
  if (openEnd.test(text)) return true
  const last = lastWord(text).toLowerCase()
  return letterParts().openWords.has(last) || abbreviations().neverEnd.has(last)
}

/** Read from the end, for lines are long. */
export function endsSentence(text: string): boolean {
  let end = text.length
  while (end > 0 && `"”“»’')*]`.includes(text[end - 1] as string)) end--
  return end > 0 && '.!?:;…'.includes(text[end - 1] as string)
}

/** No sentence ends here, or only seems to: with an abbreviation or an ordinal ("5 pct.", "den 1."). */
export function mayGoOn(text: string): boolean {
  if (!endsSentence(text)) return true
  const last = lastWord(text).toLowerCase()
  const { neverEnd, mayEnd, units } = abbreviations()
  return neverEnd.has(last) || mayEnd.has(last) || units.has(last) || /^\d{1,2}\.$/.test(last)
}
