import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../data/load.ts'
import { writeLetters } from './made-folder.ts'
import { writePrintedLetters } from './printed-folder.ts'
import { runIngest } from './run-ingest.ts'

/** Pages per second, each of whole runs of a program on the same files; null for a program that is not installed. */
export type PdfThroughput = {
  cores: number
  pages: number
  ingest: number
  pdfjs: number
  pdftotext: number | null
}
export type ScanThroughput = { cores: number; pages: number; ingest: number; tesseract: number | null }

const madePdfs = 400
/** Letters for the PDFs of a run, written into a folder. */
const writers = {
  /** The annotated letters as a print driver writes them: no two alike, typefaces embedded. */
  printed: writePrintedLetters,
  /** Letters of the generator, alike in build, with a typeface that is not embedded: pdf.js has least to do with them. */
  made: async (folder: string) => writeLetters(folder, madePdfs, () => true),
}
const samples = join(packageRoot, 'test/letters/pdf')

/** PDFs with a text layer: `opfolg ingest` on all cores, plain pdf.js on one, and poppler's pdftotext on one. */
export async function measurePdfThroughput(kind: keyof typeof writers): Promise<PdfThroughput> {
  return inTemporaryFolder(async (folder) => {
    const letters = join(folder, 'letters')
    await writers[kind](letters)
    const files = [
      ...readdirSync(letters, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(letters, name)),
      ...sampleFiles((name) => !name.startsWith('scan-')),
    ]
    const alone = fileURLToPath(new URL('pdfjs-alone.js', import.meta.url))
    const plain = timedRun(process.execPath, [alone], files.join('\n'))
    const pages = Number(plain?.output)
    if (!plain || !pages) throw new Error('plain pdf.js failed')
    const { seconds } = await runIngest(join(folder, 'bench.db'), files)
    const poppler = timedRuns(files.map((file) => ['pdftotext', [file, '-']]))
    return {
      cores: availableParallelism(),
      pages,
      ingest: pages / seconds,
      pdfjs: pages / plain.seconds,
      pdftotext: poppler === null ? null : pages / poppler,
    }
  })
}

/** Scanned letters: `opfolg ingest` on all cores, and native tesseract with Danish data on one, on the same pages. */
export async function measureScanThroughput(): Promise<ScanThroughput> {
  return inTemporaryFolder(async (folder) => {
    const files = sampleFiles((name) => name.startsWith('scan-'))
    const images = join(folder, 'pages')
    mkdirSync(images)
    const rendered = timedRuns(
      files.map((file, at) => ['pdftoppm', ['-r', '300', '-gray', file, join(images, String(at))]]),
    )
    const pages = rendered === null ? [] : readdirSync(images).map((name) => join(images, name))
    const { seconds } = await runIngest(join(folder, 'bench.db'), files)
    const native =
      pages.length > 0 ? timedRuns(pages.map((page) => ['tesseract', [page, '-', '-l', 'dan']])) : null
    // without poppler the pages are not counted: these are those of the samples
    const count = pages.length || 10
    return {
      cores: availableParallelism(),
      pages: count,
      ingest: count / seconds,
      tesseract: native === null ? null : count / native,
    }
  })
}

const sampleFiles = (wanted: (name: string) => boolean): string[] =>
  readdirSync(samples)
    .filter((name) => name.endsWith('.pdf') && wanted(name))
    .map((name) => join(samples, name))

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs a program. @returns null when it is not installed or fails */
function timedRun(command: string, args: string[], input = ''): { seconds: number; output: string } | null {
  const start = performance.now()
  // one thread: native tesseract is slower with two
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const { status, error, stdout } = spawnSync(command, args, { input, env, encoding: 'utf8', maxBuffer: 1e9 })
  if (error || status !== 0) return null
  return { seconds: (performance.now() - start) / 1000, output: stdout }
}

/** Runs programs one after the other. @returns how many seconds all took, null when one is not installed or fails */
function timedRuns(runs: [command: string, args: string[]][]): number | null {
  let sum = 0
  for (const [command, args] of runs) {
    const run = timedRun(command, args)
    if (run === null) return null
    sum += run.seconds
  }
  return sum
}
