import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { readLetterRows } from '../../store/letter-rows.ts'
import { unwatchable, type Watch, watchFolders } from '../../web/inbox/watch-folders.ts'
import { type MadeApp, madeApp } from './made-app.ts'

const koege = join(packageRoot, 'data/letters/koege-2018-08-08.md')
const roskilde = join(packageRoot, 'data/letters/roskilde-2018-04-26.txt')

let app: MadeApp
let folder: string
let watch: Watch
const log: string[] = []
beforeEach(async () => {
  app = await madeApp()
  folder = mkdtempSync(join(tmpdir(), 'opfolg-watched-'))
  log.length = 0
  watch = watchFolders([folder], { inbox: app.inbox, except: [app.folder], log: (line) => log.push(line) })
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Looks twice, and waits until what was handed in is read. */
async function settle(): Promise<void> {
  await watch.look()
  await watch.look()
  await app.inbox.done()
}
/** Each file that was handed in with what became of it, the first first. */
const outcomes = () =>
  app.inbox
    .batches()
    .toReversed()
    .flatMap(({ files }) => files.map(({ name, state }) => `${name}: ${state}`))

test('what lies in a folder and what comes to it is read, and stays where it is', async () => {
  mkdirSync(join(folder, '2018'))
  copyFileSync(koege, join(folder, '2018/køge.md'))
  await settle()
  expect(outcomes()).toEqual(['2018/køge.md: stored'])
  expect(app.inbox.batches()[0]).toMatchObject({ from: folder })
  copyFileSync(roskilde, join(folder, 'roskilde.txt'))
  await settle()
  expect(outcomes()).toEqual(['2018/køge.md: stored', 'roskilde.txt: stored'])
  await settle()
  expect(outcomes()).toHaveLength(2)
  expect(readdirSync(folder).sort()).toEqual(['2018', 'roskilde.txt'])
  expect(readFileSync(join(folder, '2018/køge.md'))).toEqual(readFileSync(koege))
  expect(readLetterRows(app.store)).toHaveLength(2)
})

test('a file that is still being copied is not read half', async () => {
  const bytes = readFileSync(koege)
  const place = join(folder, 'køge.md')
  writeFileSync(place, '')
  await settle()
  writeFileSync(place, bytes.subarray(0, 2000))
  await watch.look()
  appendFileSync(place, bytes.subarray(2000, 5000))
  await watch.look()
  appendFileSync(place, bytes.subarray(5000))
  await watch.look()
  await app.inbox.done()
  expect(outcomes()).toEqual([])
  await settle()
  expect(outcomes()).toEqual(['køge.md: stored'])
  expect(readLetterRows(app.store)[0]?.commitments).toBeGreaterThan(5)
})

test('a file that is known says so: another copy, and each again after a start', async () => {
  copyFileSync(koege, join(folder, 'køge.md'))
  await settle()
  copyFileSync(koege, join(folder, 'kopi.md'))
  await settle()
  expect(outcomes()).toEqual(['køge.md: stored', 'kopi.md: known'])
  watch = watchFolders([folder], { inbox: app.inbox, except: [], log: (line) => log.push(line) })
  await settle()
  expect(outcomes().slice(2)).toEqual(['kopi.md: known', 'køge.md: known'])
  expect(readLetterRows(app.store)).toHaveLength(1)
})

test('a file that is changed is read again and replaces what was recorded of it', async () => {
  const place = join(folder, 'køge.md')
  copyFileSync(koege, place)
  await settle()
  writeFileSync(place, readFileSync(koege, 'utf8').replace('hver 14. dag', 'hver uge'))
  await settle()
  expect(outcomes()).toEqual(['køge.md: stored', 'køge.md: replaced'])
  expect(readLetterRows(app.store)).toHaveLength(1)
})

test('hidden and unfinished files and our own are passed over, and what cannot be read says why', async () => {
  writeFileSync(join(folder, '.skjult.txt'), 'x')
  writeFileSync(join(folder, 'brev.pdf.part'), 'x')
  writeFileSync(join(folder, '~$brev.docx'), 'x')
  writeFileSync(join(folder, 'brev.pdf'), '%PDF-1.4 i stykker')
  watch = watchFolders([folder, app.folder], {
    inbox: app.inbox,
    except: [app.folder],
    log: (line) => log.push(line),
  })
  await settle()
  expect(outcomes()).toEqual(['brev.pdf: unreadable'])
  expect(app.inbox.batches()[0]?.files[0]?.trouble?.reason).toContain('PDF')
})

test('a folder that goes away is said once, and is watched again when it is back', async () => {
  copyFileSync(koege, join(folder, 'køge.md'))
  await settle()
  renameSync(folder, `${folder}-væk`)
  await settle()
  expect(log).toEqual([`watched folder: ${JSON.stringify(folder)} cannot be opened (ENOENT)`])
  expect(watch.folders()).toMatchObject([{ files: 1, trouble: [{ path: folder, code: 'ENOENT' }] }])
  renameSync(`${folder}-væk`, folder)
  copyFileSync(roskilde, join(folder, 'roskilde.txt'))
  await settle()
  expect(outcomes()).toEqual(['køge.md: stored', 'roskilde.txt: stored'])
  expect(watch.folders()).toMatchObject([{ files: 2, trouble: [] }])
})

test('a stop does not wait for files that are found again, and the next start reads them', async () => {
  for (let n = 0; n < 20; n++)
    writeFileSync(join(folder, `${n}.md`), readFileSync(koege, 'utf8').replaceAll('Køge', `Køge${n} `))
  await watch.look()
  await watch.look()
  await app.inbox.stop()
  const read = outcomes().filter((one) => one.endsWith('stored')).length
  expect(read).toBeLessThan(20)
  const again = await madeApp()
  const anew = watchFolders([folder], { inbox: again.inbox, except: [], log: () => {} })
  await anew.look()
  await anew.look()
  await again.inbox.done()
  expect(again.inbox.batches().flatMap(({ files }) => files)).toHaveLength(20)
  again.close()
})

test('the page is told only what changed since it looked', async () => {
  copyFileSync(koege, join(folder, 'køge.md'))
  await settle()
  const part = { 'hx-request': 'true', 'hx-target': 'modtaget' }
  const page = await (await app.get('/indbakke', part)).text()
  expect(page).toContain(folder)
  const set = `${app.inbox.version()}`
  expect((await app.get(`/indbakke?set=${set}`, part)).status).toBe(204)
  expect((await app.get('/indbakke?set=0', part)).status).toBe(200)
})

test.each([
  ['no-such-folder', 'ENOENT'],
  ['køge.md', 'ENOTDIR'],
])('%s cannot be watched: %s', (name, code) => {
  copyFileSync(koege, join(folder, 'køge.md'))
  expect(unwatchable(join(folder, name))).toBe(code)
  expect(unwatchable(folder)).toBeNull()
})
