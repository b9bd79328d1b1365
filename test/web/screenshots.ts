import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { caseOf } from '../../followup/case/read-cases.ts'
import { draftLetter } from '../../followup/replies/draft-letter.ts'
import { readFigureFile, storeFigures } from '../../pipeline/figures/import-figures.ts'
import { findFiles } from '../../pipeline/find-files.ts'
import { ingestFiles } from '../../pipeline/run.ts'
import { parsePeriod } from '../../schemas/period.ts'
import { readLetterRows } from '../../store/letter-rows.ts'
import { openStore } from '../../store/open.ts'
import { startServer } from '../../web/serve.ts'
import { startChromium } from './chromium.ts'

/** Writes a picture of each page, as wide as a desk and as a phone, into out/screenshots, and those of the README into docs. */
const folder = join(packageRoot, 'out/screenshots')
const now = '2018-12-03T09:00:00.000Z'
const widths = [1280, 360]

const temporary = mkdtempSync(join(tmpdir(), 'opfolg-pictures-'))
const store = openStore(join(temporary, 'a.db'))
const { files } = await findFiles([join(packageRoot, 'data/letters')])
await ingestFiles(store, files, { at: now, onFile: () => {} })
for (const name of ['2018-11-05', '2019-02-04']) {
  const file = join(packageRoot, `data/sample-figures/demo-ret-og-pligt-hentet-${name}.csv`)
  const options = {
    indicator: undefined,
    columns: [],
    period: undefined,
    retrieved: name,
    today: '2019-02-04',
  }
  storeFigures(store, await readFigureFile(file, options), now)
}
const [koege] = caseOf(store, '0259', now.slice(0, 10))
if (!koege) throw new Error('Køge has no case')
const to = { municipality: koege.municipality, case: koege }
const limit = { workingDays: 15 }
const said = {
  date: '2018-08-31',
  limit,
  period: null,
  statusPeriod: null,
  received: null,
  signer: null,
  subject: null,
}
const draft = draftLetter(store, 'acknowledgement', to, said, now)
const status = { ...said, date: '2019-02-06', period: parsePeriod('2018M12') }
const orientation = draftLetter(store, 'orientation', null, status, now)
const letter = readLetterRows(store).find(
  ({ municipality, kind }) => municipality?.name === 'Køge' && kind === 'statement',
)
const plan = readLetterRows(store).find(({ kind }) => kind === 'plan')
const watched = join(temporary, 'breve')
mkdirSync(watched)
const server = await startServer(store, {
  port: 0,
  host: '127.0.0.1',
  allowedHosts: [],
  token: null,
  uploads: join(temporary, 'uploads'),
  watch: [watched],
  now: () => now,
  log: (line) => process.stderr.write(`${line}\n`),
})

const pages: Record<string, string> = {
  overblik: '',
  indbakke: 'indbakke',
  brev: `breve/${letter?.id}`,
  'brev-ret': `breve/${letter?.id}?retfelt=date`,
  'brev-tabel': `breve/${plan?.id}`,
  tilsagn: 'tilsagn',
  sager: 'sager',
  sag: `sager/${koege.id}`,
  data: 'data?kommune=0259',
  tjekliste: 'tjekliste?periode=2018M12',
  ark: 'tjekliste/2018M12/0259',
  breve: 'udkast?kommune=0259',
  udkast: `udkast/${draft.id}`,
  orientering: `udkast/${orientation.id}`,
  soeg: 'soeg?ord=lister',
  hjaelp: 'hjaelp',
  fejl: 'findes-ikke',
}
const only = process.argv.slice(2)

mkdirSync(folder, { recursive: true })
const browser = await startChromium()
for (const width of widths) {
  const context = await browser.newContext({
    locale: 'da-DK',
    viewport: { width, height: width > 600 ? 900 : 740 },
  })
  await context.addCookies([{ name: 'opfolg_navn', value: 'Maja%20Holm', url: server.url }])
  const page = await context.newPage()
  for (const [name, path] of Object.entries(pages)) {
    if (only.length > 0 && !only.includes(name)) continue
    await page.goto(server.url + path)
    await page.waitForLoadState('networkidle')
    await page.screenshot({
      path: join(folder, `${name}-${width}.png`),
      fullPage: width < 600 || name !== 'hjaelp',
    })
  }
  await context.close()
}

/** The pictures of the README, small: what is seen of a page before it is scrolled. */
const small = await browser.newContext({
  locale: 'da-DK',
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 0.6,
})
await small.addCookies([{ name: 'opfolg_navn', value: 'Maja%20Holm', url: server.url }])
const shown = await small.newPage()
for (const name of only.length === 0 ? ['overblik', 'brev', 'tilsagn'] : []) {
  await shown.goto(server.url + pages[name])
  await shown.waitForLoadState('networkidle')
  await shown.screenshot({ path: join(packageRoot, `docs/${name}.jpg`), type: 'jpeg', quality: 70 })
}
await browser.close()
await server.close()
store.close()
rmSync(temporary, { recursive: true, force: true })
process.stdout.write(`${folder}\n`)
