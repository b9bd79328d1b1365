import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../data/load.ts'
import { extractLetter } from '../extractors/extract-letter.ts'
import { findLetterFacts } from '../extractors/letter-facts.ts'
import { splitLetters } from '../extractors/split/split-letters.ts'
import { structureLetter } from '../extractors/structure/structure-letter.ts'
import { findTimes } from '../extractors/time/find-times.ts'
import { readLetterFile } from '../pipeline/read/read-file.ts'
import type { Page } from '../schemas/page.ts'
import { median, timed } from './measure.ts'

export const stages = ['split', 'structure', 'facts', 'times', 'commitments'] as const
type Stages = Record<(typeof stages)[number], number>

/** What the extraction of one letter takes, in ms: the median of several warm runs. */
export type LetterFigure = { file: string; characters: number; total: number; stages: Stages }

/** A letter and what it takes to read it as PDF with pdf-parse and to extract it, in ms. */
export type PdfFigure = { file: string; reading: number; extraction: number }

const runs = 15
/** How often all letters are read before any is timed: the engine compiles what runs often. */
const warmUpRounds = 20

function letterFiles(): string[] {
  return ['data/letters', 'test/letters', 'test/letters/customs'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder))
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .map((name) => join(folder, name)),
  )
}

/** The sample and test letters, file by file, all of them several times before any is timed. */
export async function measureLetters(): Promise<LetterFigure[]> {
  const files = await Promise.all(
    letterFiles().map(async (file) => ({
      file,
      pages: (await readLetterFile(join(packageRoot, file))).pages,
    })),
  )
  for (let round = 0; round < warmUpRounds; round++) for (const { pages } of files) extractAll(pages)
  const figures: LetterFigure[] = []
  for (const { file, pages } of files) figures.push(...(await measureFile(file, pages)))
  return figures
}

const extractAll = (pages: Page[]) =>
  splitLetters(pages).map(({ lines }) => extractLetter(structureLetter(lines)))

async function measureFile(file: string, pages: Page[]): Promise<LetterFigure[]> {
  const passages = splitLetters(pages)
  const split = (await timed(() => splitLetters(pages), runs)) / passages.length
  const figures: LetterFigure[] = []
  for (const { lines } of passages) {
    const text = structureLetter(lines)
    const date = findLetterFacts(text, null).date?.value ?? '2018-08-08'
    const structure = await timed(() => structureLetter(lines), runs)
    const facts = await timed(() => findLetterFacts(text, null), runs)
    const times = await timed(() => findTimes(text.text, date), runs)
    const extraction = await timed(() => extractLetter(text), runs)
    figures.push({
      file,
      characters: text.text.length,
      total: split + structure + extraction,
      stages: { split, structure, facts, times, commitments: Math.max(0, extraction - facts - times) },
    })
  }
  return figures
}

/** The median of one stage over letters, in ms. */
export const stageMedian = (figures: LetterFigure[], stage: keyof Stages): number =>
  median(figures.map((figure) => figure.stages[stage]))

/** How often reading and extraction take turns; of each the quietest turn counts, for the machine does other things, too. */
const turns = 5

/** The two letters that lie here as PDF too: pdf-parse in a process of its own and the extraction here, in turn. */
export async function measurePdf(): Promise<PdfFigure[]> {
  const reader = fileURLToPath(new URL('pdf-parse-alone.js', import.meta.url))
  const figures: PdfFigure[] = []
  for (const name of ['koege', 'roskilde']) {
    const file = `test/letters/pdf/${name}.pdf`
    const path = join(packageRoot, file)
    const warmUp = 300
    const { pages } = await readLetterFile(path)
    const readings: number[] = []
    const extractions: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      readings.push(Number(execFileSync(process.execPath, [reader, path, String(runs), String(warmUp)])))
      extractions.push(await timed(() => extractAll(pages), runs, warmUp))
    }
    figures.push({ file, reading: Math.min(...readings), extraction: Math.min(...extractions) })
  }
  return figures
}
