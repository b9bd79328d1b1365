import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { exportLetters } from './export-letters.ts'

/** The letters that lie here both as text and as PDF, with their annotations. */
const pairs = [
  { text: 'koege-2018-08-08.md', pdf: 'koege.pdf', gold: ['koege'] },
  { text: 'roskilde-2018-04-26.txt', pdf: 'roskilde.pdf', gold: ['roskilde'] },
  { text: 'koege-beskaeftigelsesplan-2018.txt', pdf: 'plan.pdf', gold: ['koege-plan-2018'] },
  {
    text: 'orientering-2018-08-31.txt',
    pdf: 'bundle.pdf',
    gold: ['committee', 'faaborg-midtfyn', 'hilleroed', 'm-faaborg-midtfyn', 'm-hilleroed', 'm-koege'],
  },
]

/**
 * Figures that must differ: the PDFs of the ministry's letters have their case number ("J.nr. 2018 - 3729"), which the
 * text and with it the annotations lack.
 */
const notComparable = new Set(['bundle.pdf caseNumbers precision'])

/** One figure of the scorer for the same letters as text and as PDF; null where there is nothing to measure. */
export type FigurePair = { file: string; figure: string; text: number | null; pdf: number | null }

/** Runs the scorer on what is found in each letter as text and as PDF. */
export async function compareFigures(): Promise<FigurePair[]> {
  const compared: FigurePair[] = []
  for (const { text, pdf, gold } of pairs) {
    const ofText = await figures(join(packageRoot, 'data/letters', text), gold)
    const ofPdf = await figures(join(packageRoot, 'test/letters/pdf', pdf), gold)
    for (const [figure, value] of ofText)
      if (!notComparable.has(`${pdf} ${figure}`))
        compared.push({ file: pdf, figure, text: value, pdf: ofPdf.get(figure) ?? null })
  }
  return compared
}

async function figures(letter: string, ids: string[]): Promise<Map<string, number | null>> {
  const gold = mkdtempSync(join(tmpdir(), 'opfolg-gold-'))
  try {
    for (const id of ids) copyFileSync(join(packageRoot, 'test/gold', `${id}.json`), join(gold, `${id}.json`))
    const file = join(gold, 'export')
    writeFileSync(file, JSON.stringify(await exportLetters([letter])))
    const scorer = join(packageRoot, 'test/score/score.mjs')
    const { stdout, status } = spawnSync(
      process.execPath,
      [scorer, '--export', file, '--gold', gold, '--json'],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`the scorer ended with status ${status}`)
    const score: Record<string, Record<string, number | null>> = JSON.parse(stdout)
    return new Map(
      Object.entries(score).flatMap(([group, values]) =>
        Object.entries(values).map(([name, value]) => [`${group} ${name}`, value]),
      ),
    )
  } finally {
    rmSync(gold, { recursive: true })
  }
}
