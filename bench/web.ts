import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { rememberedCases } from '../followup/browse/remembered-cases.ts'
import { readFigureFile, storeFigures } from '../pipeline/figures/import-figures.ts'
import { ingestFiles } from '../pipeline/run.ts'
import { readCommitmentRows } from '../store/commitment-rows.ts'
import { decideCommitment } from '../store/decide.ts'
import { openStore } from '../store/open.ts'
import { createApp } from '../web/app.tsx'
import { openInbox } from '../web/inbox/inbox.ts'
import { timed } from './measure.ts'
import { writeLetters } from './web-letters.ts'

/**
 * How long the server takes for each page of the web application over many letters, and how much the page ships with
 * its stylesheets and scripts but without fonts. "After a change": the first answer after something was recorded. Of
 * each the least of several runs, since whatever else the machine does only adds to it. A database that is named second is kept, and read instead of letters the next time.
 */
const letters = Number(process.argv[2] ?? 1000)
const kept = process.argv[3]
const goal = { ms: 100, kB: 350 }
const now = '2018-12-03T09:00:00.000Z'
const host = 'localhost:8321'
const runs = 7

const folder = mkdtempSync(join(tmpdir(), 'opfolg-bench-'))
const isThere = kept !== undefined && existsSync(kept)
const store = openStore(kept ?? join(folder, 'a.db'))
if (!isThere) {
  process.stderr.write(`reading ${letters} letters ...\n`)
  await ingestFiles(store, writeLetters(join(folder, 'letters'), letters), { at: now, onFile: () => {} })
}
const figures = join(packageRoot, 'data/sample-figures/demo-ret-og-pligt-hentet-2019-02-04.csv')
const said = {
  indicator: undefined,
  columns: [],
  period: undefined,
  retrieved: '2019-02-04',
  today: '2019-02-04',
}
storeFigures(store, await readFigureFile(figures, said), now)

const common = { store, now: () => now, log: (line: string) => void process.stderr.write(`${line}\n`) }
const inbox = openInbox({ ...common, folder })
const app = createApp({ ...common, inbox, watched: () => [], uploads: folder, hosts: [host], token: null })
const cookie = 'opfolg_navn=Maja'
const ask = async (path: string): Promise<string> => {
  const answer = await app.request(`http://${host}${path}`, { headers: { host, cookie } })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

const rows = readCommitmentRows(store)
const [first] = rows
const [firstCase] = rememberedCases(store, now.slice(0, 10)).cases
if (!first?.municipality || !firstCase) throw new Error('nothing was read')
process.stdout.write(`${letters} letters, ${rows.length} commitments\n\n`)

const pages: [string, string][] = [
  ['Overblik', '/'],
  ['Indbakke', '/indbakke'],
  ['Brev', `/breve/${first.letterId}`],
  ['Tilsagn', '/tilsagn'],
  [
    'Tilsagn, valgt',
    `/tilsagn?kommune=${first.municipality.code}&art=initiative&fra=2018-01-01&sortering=due`,
  ],
  ['Tilsagn, ord', '/tilsagn?ord=medarbejdere'],
  ['Sager', '/sager'],
  ['Sag', `/sager/${firstCase.id}`],
  ['Data', '/data'],
  ['Tjekliste', '/tjekliste?periode=2018M12'],
  ['Tjekliste, kommune', `/tjekliste/2018M12/${first.municipality.code}`],
  ['Breve', '/udkast'],
  ['Søg', '/soeg?ord=medarbejdere'],
  ['Hjælp', '/hjaelp'],
]

/** Something is recorded about one commitment after another. */
function change(run: number): void {
  const review = run % 2 === 0 ? ('confirmed' as const) : ('proposed' as const)
  const decision = { who: 'Maja', at: now, review, changes: {}, reason: '' }
  decideCommitment(store, rows[(run * 37) % rows.length]?.id ?? '', decision)
}

/** Bytes of what a page links to: stylesheets and scripts, as they are before they are packed. */
async function linked(page: string): Promise<number> {
  const paths = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js|svg))"/g)].map(
    (match) => match[1] ?? '',
  )
  const sizes = await Promise.all([...new Set(paths)].map(async (path) => Buffer.byteLength(await ask(path))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const wide = (text: string, width: number): string => text.padStart(width)
process.stdout.write(
  `${'page'.padEnd(20)} ${wide('ms', 7)} ${wide('after a change', 16)} ${wide('HTML kB', 9)} ${wide('all kB', 8)}\n`,
)
for (const [name, path] of pages) {
  const page = await ask(path)
  const again: number[] = []
  const changed: number[] = []
  for (let run = 0; run < runs; run++) {
    again.push(await timed(() => ask(path), 1))
    change(run)
    changed.push(await timed(() => ask(path), 1))
    await ask(path)
  }
  const [warm, cold] = [Math.min(...again), Math.min(...changed)]
  const html = Buffer.byteLength(page) / 1024
  const kB = html + (await linked(page)) / 1024
  const missed =
    warm > goal.ms || cold > goal.ms || kB > goal.kB
      ? `  misses the goal of ${goal.ms} ms, ${goal.kB} kB`
      : ''
  process.stdout.write(
    `${name.padEnd(20)} ${wide(warm.toFixed(1), 7)} ${wide(cold.toFixed(1), 16)} ${wide(html.toFixed(1), 9)} ${wide(kB.toFixed(0), 8)}${missed}\n`,
  )
}
store.close()
rmSync(folder, { recursive: true, force: true })
