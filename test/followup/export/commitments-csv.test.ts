import { expect, test } from 'vitest'
import { commitmentsCsv } from '../../../followup/export/commitments-csv.ts'
import { recordFile } from '../../../pipeline/record.ts'
import { exportLetter, exportSchema } from '../../../schemas/export.ts'
import { openStore } from '../../../store/open.ts'
import { readLetters } from '../../../store/read-letters.ts'
import { readPlaces } from '../../../store/read-places.ts'
import { madeFile, madeLetter } from '../../store/made-letter.ts'

/** The letters of a database in which each of `quotes` is a commitment. */
function exported(quotes: string[]) {
  const store = openStore(':memory:')
  const letters = [madeLetter(quotes, quotes)]
  recordFile(store, { ...madeFile('a', 'a.txt', quotes.join('\n')), letters }, '1', '2026-01-01T00:00:00Z')
  return readLetters(store).map((letter) => exportLetter(letter, readPlaces(store, letter.id)))
}

/** The column `quote` of each row. */
const quoteCells = (csv: string) =>
  csv
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[7])

test('one row a commitment; commas and quotation marks are enclosed', () => {
  const csv = commitmentsCsv(exported(['Vi ansætter to, måske tre.', 'Tilbuddet "KarrierePAS" fremrykkes.']))
  expect(csv.split('\r\n')[0]).toContain('letter_id,letter_kind,municipality_code')
  expect(quoteCells(csv)).toEqual(['"Vi ansætter to, måske tre."', '"Tilbuddet ""KarrierePAS"" fremrykkes."'])
})

test.each(['=1+1', '+45 56 67', '-2', '@SUM(A1)', ' =1', '\u0000=1', '\u001b\t-1', '=HYPERLINK("http://x")'])(
  '%s is not left a formula',
  (quote) => {
    expect(quoteCells(commitmentsCsv(exported([quote])))[0]).toMatch(/^"?'/)
  },
)

test('no control characters', () => {
  expect(quoteCells(commitmentsCsv(exported(['Vi \u001b]0;x\u0007ansætter\u009b2J to.'])))).toEqual([
    'Vi ]0;xansætter2J to.',
  ])
})

test('what is exported has the form of the contract', () => {
  expect(exportSchema.safeParse({ letters: exported(['Vi ansætter to.']) }).error).toBeUndefined()
})
