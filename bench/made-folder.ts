import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeLetter } from './made-letter.ts'
import { madePdf } from './made-pdf.ts'

const inFolder = 500

/** Writes letters from the generator, in folders of 500; those whose number `asPdf` takes as PDF, the others as text. */
export function writeLetters(folder: string, count: number, asPdf: (number: number) => boolean): void {
  for (let number = 0; number < count; number++) {
    const place = join(folder, String(Math.floor(number / inFolder)).padStart(3, '0'))
    if (number % inFolder === 0) mkdirSync(place, { recursive: true })
    const name = String(number).padStart(6, '0')
    const text = madeLetter(number)
    if (asPdf(number)) writeFileSync(join(place, `${name}.pdf`), madePdf(text))
    else writeFileSync(join(place, `${name}.txt`), text)
  }
}
