import { expect, it } from 'vitest'
import { extractLetter } from '../../../../extractors/extract-letter.ts'
import { splitLetters } from '../../../../extractors/split/split-letters.ts'
import { structureLetter } from '../../../../extractors/structure/structure-letter.ts'
import { scanIssues } from '../../../../pipeline/read/scan/scan-issues.ts'
import type { Page, PageScan, PageWord } from '../../../../schemas/page.ts'

const text = `Vejby Kommune
12. marts 2018

Beskæftigelsesminister Troels Lund Poulsen

Kære Troels Lund Poulsen

Vi ansætter 12 nye medarbejdere senest den 1. juni 2018.

Med venlig hilsen

Anne Hansen
Jobchef`

const good: PageScan = { grade: 'good', confidence: 0.95, uncoveredInk: 0, blank: false }

/** The letter as a scanned page, its reader unsure of some words. */
function issuesOf(unsure: string[], scan: PageScan = good, garbled = ''): string[] {
  const words = [...text.matchAll(/\S+/g)].map((match): PageWord => {
    const confidence = unsure.includes(match[0]) ? 0.6 : garbled === match[0] ? 0.3 : 0.95
    return { start: match.index, end: match.index + match[0].length, box: [0, 0, 1, 1], confidence }
  })
  const pages: Page[] = [{ number: 1, text, words, scan }]
  const [lines] = splitLetters(pages)
  const letter = extractLetter(structureLetter(lines?.lines ?? []))
  return scanIssues(letter, pages).map(({ message, span }) => {
    const quote = span ? letter.text.text.slice(span.start, span.end) : '-'
    return `${message.split(' er læst')[0]}: ${quote}`
  })
}

it('a page that was read well has none', () => expect(issuesOf([])).toEqual([]))
it('an unsure word that is no value is none', () => expect(issuesOf(['Kære', 'nye'])).toEqual([]))
it('an unsure date', () => expect(issuesOf(['juni'])).toEqual(['Tidspunktet: senest den 1. juni 2018']))
it('an unsure number', () => expect(issuesOf(['12'])).toEqual(['Tallet: 12']))
it('an unsure name', () => expect(issuesOf(['Hansen']).join()).toMatch(/^Underskriverens navn: Anne Hansen/))
it('the date of the letter', () => expect(issuesOf(['marts'])).toEqual(['Brevets dato: 12. marts 2018']))
it('a commitment with a word that is probably wrong', () => {
  expect(issuesOf([], good, 'nye')).toEqual([
    'Tilsagnets ordlyd: Vi ansætter 12 nye medarbejdere senest den 1. juni 2018.',
  ])
})
it('on a bad page every date and number, and the page itself', () => {
  const found = issuesOf([], { ...good, grade: 'bad', uncoveredInk: 0.3 })
  expect(found[0]).toBe('Side 1 er dårligt læst og måske ikke læst helt: 30 % af skriften er ikke fundet: -')
  expect(found).toContain('Tidspunktet: senest den 1. juni 2018')
  expect(found).toContain('Tallet: 12')
})
it.each([
  ['after its last page', [1], [2], ['Side 2']],
  ['in the middle, two of them', [1, 4], [2, 3], ['Side 2', 'Side 3']],
  ['before its first page, at the start of the file', [2], [1], ['Side 1']],
  ['after the pages of another letter', [4], [3], []],
])('unread pages: %s', (_, own, unread, named) => {
  const blank = (number: number): Page => ({ number, text: '' })
  const pages = [1, 2, 3, 4].map((number): Page => {
    if (unread.includes(number)) return { ...blank(number), scan: { grade: 'unread', reason: 'time' } }
    return own.includes(number) ? { number, text: number === own[0] ? text : 'Bilag' } : blank(number)
  })
  const [lines] = splitLetters(pages)
  const found = scanIssues(extractLetter(structureLetter(lines?.lines ?? [])), pages)
  expect(found.map(({ message }) => message.split(' er ')[0])).toEqual(named)
})

it('a page that was not scanned has none', () => {
  const pages: Page[] = [{ number: 1, text }]
  const [lines] = splitLetters(pages)
  expect(scanIssues(extractLetter(structureLetter(lines?.lines ?? [])), pages)).toEqual([])
})
