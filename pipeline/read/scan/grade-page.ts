import type { LayoutWord } from '../../../extractors/layout/words.ts'
import type { ReadScan, ScanGrade } from '../../../schemas/page.ts'

/** Words that are surer than this are read right but for one in a hundred. */
export const sure = 0.85

/** Of a page that was read well at most this share of the letters is not covered by words. */
export const wellCovered = 0.03

/** At most so much of a page may be unread, or read unsurely, for its grade. */
const bounds: [ScanGrade, { uncovered: number; unsure: number }][] = [
  ['good', { uncovered: wellCovered, unsure: 0.06 }],
  ['uncertain', { uncovered: 0.12, unsure: 0.2 }],
]

const fewCharacters = 20

/** Grades a page by the letters that no word covers and by the share of its characters that stand in unsure words. */
export function gradePage(words: LayoutWord[], uncoveredInk: number): ReadScan {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0)
  const share = (of: (confidence: number) => number) =>
    words.reduce((sum, word) => sum + of(word.confidence ?? 1) * word.text.length, 0) /
    Math.max(1, characters)
  const doubtful = share((confidence) => (confidence < sure - 0.15 ? 1 : 0))
  // a word or two say nothing of a page
  const unsure = doubtful * characters > fewCharacters ? doubtful : 0
  const grade =
    bounds.find(([, most]) => uncoveredInk <= most.uncovered && unsure <= most.unsure)?.[0] ?? 'bad'
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  const blank = characters === 0 && uncoveredInk === 0
  return { grade, confidence: rounded(share((one) => one)), uncoveredInk: rounded(uncoveredInk), blank }
}
