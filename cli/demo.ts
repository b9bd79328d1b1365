import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { noteReliance, readChecklist } from '../followup/read-checklist.ts'
import { danishChange, danishFigure } from '../followup/verdicts/figure-words.ts'
import { verdictsFor } from '../followup/verdicts/verdicts-for.ts'
import { readFigureFile, storeFigures } from '../pipeline/figures/import-figures.ts'
import { findFiles } from '../pipeline/find-files.ts'
import { ingestFiles } from '../pipeline/run.ts'
import { dueDays } from '../schemas/due-day.ts'
import { parsePeriod } from '../schemas/period.ts'
import type { ReplyKind } from '../schemas/reply.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/query.ts'
import { readLetters } from '../store/read-letters.ts'
import { checklistFile } from './checklist-file.ts'
import { checklistFormats } from './checklist-formats.ts'
import type { DraftOptions } from './commands/reply.ts'
import { countFound } from './count-found.ts'
import { cut, plain, printLines, printTable } from './output.ts'
import { writeDraft } from './write-draft.ts'
import { writeInto } from './write-into.ts'

const letters = join(packageRoot, 'data/letters')
const sampleFigures = join(packageRoot, 'data/sample-figures')
const folder = join(packageRoot, 'out')
const letterFolder = join(folder, 'breve')
const database = join(folder, 'demo.db')
const shown = (path: string): string => relative(process.cwd(), path) || '.'

/** Ingests the sample letters and figures into a fresh database, prints what follows from them and writes checklist and letters. */
async function demo(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true })
  const store = openStore(database)
  try {
    await ingest(store)
    printCommitments(store)
    await importFigures(store)
    printVerdicts(store, '2018M12')
    const written = [...(await writeChecklist(store, '2018M12')), ...(await writeDrafts(store))]
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

/** The figures written for the demo, one file for each day on which they are said to have been fetched. */
async function importFigures(store: Store): Promise<void> {
  printLines(['', `Figures written for the demo, from ${shown(sampleFigures)}:`])
  const at = new Date().toISOString()
  const files = readdirSync(sampleFigures).filter((name) => name.startsWith('demo-'))
  for (const name of files.sort()) {
    const retrieved = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0]
    const options = { columns: [], retrieved, source: 'skrevet til demonstrationen', today: at.slice(0, 10) }
    const stored = storeFigures(store, await readFigureFile(join(sampleFigures, name), options), at)
    printLines([`  ${name}: ${stored} figures, retrieved ${retrieved}`])
  }
}

function printVerdicts(store: Store, code: string): void {
  const period = parsePeriod(code)
  if (!period) throw new Error(`${code} is no period`)
  printLines(['', `Expectations and goals by the figures of ${code} (proposals):`])
  const rows = verdictsFor(store, period)
    .filter(({ value }) => value !== null)
    .map(({ commitmentId, municipality, verdict, value, country, change, indicator, settledBy }) => [
      commitmentId,
      cut(municipality.name, 15),
      verdict,
      value ? danishFigure(value) : '-',
      country ? danishFigure(country) : '-',
      indicator && change !== null ? danishChange(change, indicator.unit) : '-',
      settledBy ?? '-',
    ])
  printTable(['ID', 'MUNICIPALITY', 'VERDICT', 'VALUE', 'COUNTRY', 'SINCE THE PROMISE', 'SETTLED BY'], rows)
}

async function writeChecklist(store: Store, code: string): Promise<string[]> {
  const period = parsePeriod(code)
  if (!period) throw new Error(`${code} is no period`)
  const checklist = readChecklist(store, period)
  const written: string[] = []
  for (const format of checklistFormats)
    written.push(writeInto(folder, `tjekliste-${code}.${format}`, await checklistFile(checklist, format)))
  noteReliance(store, checklist, new Date().toISOString())
  return written
}

/** The letters that the ministry could write two days after the figures of December were fetched. */
const drafts: [ReplyKind, Partial<DraftOptions>][] = [
  ['request', { case: 'Holbæk' }],
  ['supplementary-request', { case: 'Roskilde' }],
  ['acknowledgement', { case: 'Køge' }],
  ['status', { case: 'Køge', period: '2018M12' }],
  ['status', { case: 'Hillerød', period: '2018M12' }],
  ['status', { case: 'Rudersdal', period: '2018M12' }],
  ['status', { case: 'Faaborg-Midtfyn', period: '2018M09' }],
  ['orientation', { period: '2018M12' }],
]

async function writeDrafts(store: Store): Promise<string[]> {
  rmSync(letterFolder, { force: true, recursive: true })
  const written: string[] = []
  for (const [kind, options] of drafts) {
    const made = await writeDraft(store, kind, { date: '2019-02-06', out: letterFolder, ...options })
    written.push(...made.written)
  }
  return written
}

function whatNext(): string[] {
  const db = shown(database)
  return [
    'Try next:',
    `  npx opfolg list deadlines --due-after 2018-12-31 --db ${db}`,
    `  npx opfolg search rettidig --db ${db}`,
    `  npx opfolg case Køge --today 2018-12-01 --db ${db}`,
    `  npx opfolg verdicts --period 2018M12 --municipality Hillerød --db ${db}`,
    `  npx opfolg data changes --db ${db}`,
    `  npx opfolg checklist --period 2018M09 --municipality Faaborg-Midtfyn --db ${db}`,
    `  npx opfolg reply list --db ${db}`,
    `  npx opfolg show ID --db ${db}      the evidence of a letter or commitment`,
    '  npx opfolg ingest YOUR-FOLDER      your own letters, into opfolg.db here',
  ]
}

await demo()
