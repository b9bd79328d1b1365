import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { checklistDocument } from '../followup/checklist-pages/checklist-document.ts'
import { checklistMarkdown } from '../followup/markdown/checklist.ts'
import { readChecklist } from '../followup/read-checklist.ts'
import { findFiles } from '../pipeline/find-files.ts'
import { ingestFiles } from '../pipeline/run.ts'
import { dueDays } from '../schemas/due-day.ts'
import { parsePeriod } from '../schemas/period.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/query.ts'
import { readLetters } from '../store/read-letters.ts'
import { countFound } from './count-found.ts'
import { cut, plain, printLines, printTable } from './output.ts'

const letters = join(packageRoot, 'data/letters')
const folder = join(packageRoot, 'out')
const database = join(folder, 'demo.db')
const shown = (path: string): string => relative(process.cwd(), path) || '.'

/** Ingests the sample letters into a fresh database, prints the commitments and writes a checklist. */
async function demo(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true })
  const store = openStore(database)
  try {
    await ingest(store)
    printCommitments(store)
    const written = writeChecklist(store, '2018M12')
    printLines([
      '',
      'Written:',
      ...[database, ...written].map((path) => `  ${shown(path)}`),
      '',
      ...whatNext(),
    ])
  } finally {
    store.close()
  }
}

async function ingest(store: Store): Promise<void> {
  printLines([`Letters read from ${shown(letters)}:`])
  const { files } = await findFiles([letters])
  await ingestFiles(store, files, {
    at: new Date().toISOString(),
    onFile: (outcome) => {
      const name = shown(outcome.path)
      if (outcome.outcome === 'unreadable') return printLines([`  ${name}: not read: ${outcome.reason}`])
      printLines([`  ${name}: ${countFound(outcome.letters, outcome.ids)}`])
    },
  })
  printLines([''])
}

/** The commitments as a table of the terminal's width, or of 120 characters. */
function printCommitments(store: Store): void {
  const quoteWidth = Math.max(30, (process.stdout.columns ?? 120) - 72)
  const rows = readLetters(store).flatMap((letter) =>
    letter.commitments.map(({ id, kind, status, times, every, quote }) => {
      const [due, ...more] = dueDays({ status, times }, letter.date)
      return [
        id,
        cut(letter.municipality?.name ?? '-', 15),
        kind,
        status,
        due ? `${due}${more.length > 0 ? ' …' : ''}` : '-',
        every ?? '-',
        cut(plain(quote), quoteWidth),
      ]
    }),
  )
  printTable(['ID', 'MUNICIPALITY', 'KIND', 'STATUS', 'DUE', 'EVERY', 'QUOTE'], rows)
}

function writeChecklist(store: Store, code: string): string[] {
  const period = parsePeriod(code)
  if (!period) throw new Error(`${code} is no period`)
  const checklist = readChecklist(store, period)
  const files = {
    [`tjekliste-${code}.md`]: checklistMarkdown(checklistDocument(checklist)),
    [`tjekliste-${code}.json`]: `${JSON.stringify(checklist, null, 2)}\n`,
  }
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}

function whatNext(): string[] {
  const db = shown(database)
  return [
    'Try next:',
    `  npx opfolg list deadlines --due-after 2018-12-31 --db ${db}`,
    `  npx opfolg search rettidig --db ${db}`,
    `  npx opfolg checklist --period 2018M09 --municipality Faaborg-Midtfyn --db ${db}`,
    `  npx opfolg show ID --db ${db}      the evidence of a letter or commitment`,
    '  npx opfolg ingest YOUR-FOLDER      your own letters, into opfolg.db here',
  ]
}

await demo()
