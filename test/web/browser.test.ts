import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { caseOf } from '../../followup/case/read-cases.ts'
import { readAuditLog } from '../../store/decide.ts'
import { readLetterRows } from '../../store/letter-rows.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { readObservations } from '../../store/read-figures.ts'
import { readLetters } from '../../store/read-letters.ts'
import { readReplies } from '../../store/replies.ts'
import { type Running, startServer } from '../../web/serve.ts'
import { chromiumPath, startChromium, warnWithoutChromium } from './chromium.ts'

warnWithoutChromium()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const bundle = join(packageRoot, 'test/letters/pdf/bundle.pdf')
const now = '2018-12-03T09:00:00.000Z'

let folder: string
let watched: string
let store: Store
let server: Running
let browser: Browser
let page: Page
const outside: string[] = []
const faults: string[] = []

describe.skipIf(chromiumPath === undefined)('in a browser, from an empty database', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'opfolg-browser-'))
    store = openStore(join(folder, 'a.db'))
    watched = join(folder, 'breve')
    mkdirSync(watched)
    const log = (line: string) => void faults.push(line)
    const common = { port: 0, host: '127.0.0.1', allowedHosts: [], token: null, now: () => now, log }
    server = await startServer(store, { ...common, uploads: join(folder, 'uploads'), watch: [watched] })
    browser = await startChromium()
    const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 } })
    // on a loaded machine a page takes its time
    context.setDefaultTimeout(120_000)
    page = await context.newPage()
    watch(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    store?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the empty pages say what to do', async () => {
    await open('')
    expect(await page.textContent('main')).toContain('Der er ingen breve endnu')
    for (const path of ['', 'indbakke', 'tilsagn', 'soeg', 'hjaelp', 'navn', 'findes-ikke']) await open(path)
  })

  test('a name is given by keyboard', async () => {
    await open('navn?tilbage=/indbakke')
    await page.focus('#navn')
    await page.keyboard.type('Maja Holm')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/indbakke')
    await says('.who', 'Maja Holm')
  })

  test('the bundle of letters is uploaded, and what was found appears by itself', async () => {
    await page.setInputFiles('#filer', bundle)
    await page.click('text=Læs filerne')
    await page.waitForSelector('.badge-success', { timeout: 120_000 })
    expect(await page.textContent('.batch')).toContain('bundle.pdf')
    expect(await page.locator('.batch ul li').count()).toBe(11)
    expect(readLetterRows(store).length).toBe(11)
    await noFaults()
  })

  test('a letter is reviewed wholly by keyboard', async () => {
    const row = readLetterRows(store).find(
      (one) => one.municipality?.name === 'Køge' && one.kind === 'statement',
    )
    await open(`breve/${row?.id}`)
    const all = row?.commitments ?? 0
    expect(await page.textContent('#fremskridt')).toBe(`0 af ${all}`)
    const progress = (done: number) => progressIs(`${done} af ${all}`)

    await page.keyboard.press('?')
    expect(await page.isVisible('#taster')).toBe(true)
    await checkAxe('keys')
    await page.keyboard.press('Escape')

    const first = await currentId()
    await page.keyboard.press('b')
    await progress(1)
    expect(await currentId()).not.toBe(first)
    await page.keyboard.press('a')
    await progress(2)
    await page.keyboard.press('k')
    await page.keyboard.press('f')
    await progress(1)

    // edit: the first field has the focus; its status is chosen by a letter of its word
    const edited = await currentId()
    await page.keyboard.press('r')
    await page.waitForSelector('form.edit select')
    await checkAxe('edit')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Planlagt')
    await page.keyboard.press('Enter')
    await page.focus(`[data-finding="${edited}"] [name="ansvarlig"]`)
    await page.keyboard.type('Jobcentret')
    await page.keyboard.press('Enter')
    await progress(2)
    const changed = readLetters(store, [row?.id ?? ''])[0]?.commitments.find(({ id }) => id === edited)
    expect(changed).toMatchObject({ status: 'planned', responsible: 'Jobcentret', review: 'edited' })

    for (let done = 2; done < all; done++) {
      await page.keyboard.press('b')
      await progress(done + 1)
    }
    const letter = readLetters(store, [row?.id ?? ''])[0]
    expect(letter?.commitments.every(({ review }) => review !== 'proposed')).toBe(true)
    for (const { id } of letter?.commitments ?? [])
      expect(readAuditLog(store, id).every(({ who, at }) => who === 'Maja Holm' && at === now)).toBe(true)

    // what was missed: words are selected in the letter
    await page.evaluate(selectParagraph('Vi har modtaget'))
    await page.keyboard.press('n')
    await page.waitForSelector('#tilfoej form.edit')
    await checkAxe('add')
    await page.focus('#ny-ansvarlig')
    await page.keyboard.press('Enter')
    await progressIs(`${all + 1} af ${all + 1}`)
    const added = readLetters(store, [row?.id ?? ''])[0]?.commitments.find(({ rule }) => rule === 'person')
    expect(added?.quote).toMatch(/^Vi har modtaget/)

    // a field of the head
    await page.focus('[data-finding="felt-date"]')
    await page.keyboard.press('b')
    await page.waitForSelector('[data-finding="felt-date"][data-review="confirmed"]')
    await noFaults()
  })

  test('pointing at words shows what was found in them, and the other way round', async () => {
    await page.hover('mark.m-commitment')
    await page.waitForSelector('.finding.is-pointed')
    expect(await page.locator('.finding.is-pointed').count()).toBe(1)
    await page.hover('.finding >> nth=2')
    const id = await page.getAttribute('.finding >> nth=2', 'data-finding')
    await page.waitForSelector(`mark.is-pointed[data-of~="${id}"]`)
  })

  test('a letter is shown page by page as it looks, with marks over the words', async () => {
    const id = readLetterRows(store).find(({ kind }) => kind === 'statement')?.id
    await open(`breve/${id}`)
    await page.click('text=Sider, som de ser ud')
    await page.waitForSelector('.letter-page img')
    const drawn = '[...document.images].every((one) => one.complete && one.naturalWidth > 500)'
    await page.locator('.letter-page img').last().scrollIntoViewIfNeeded()
    await expect.poll(() => page.evaluate(drawn), { timeout: 120_000 }).toBe(true)
    await checkAxe('pages')
    await page.hover('.letter-page a.m-commitment rect >> nth=0')
    await page.waitForSelector('.finding.is-pointed')
    expect(await page.locator('.finding.is-pointed').count()).toBe(1)
    await page.click('text=Tekst >> nth=0')
    await page.waitForSelector('.letter-text')
    await noFaults()
  })

  test('commitments are filtered, sorted, saved as a view and taken out', async () => {
    await open('tilsagn')
    await page.getByLabel(/^Køge/).check()
    await page.getByLabel(/^Overholdelse/).check()
    await page.click('form.facets button')
    await page.waitForURL(/kommune=0259/)
    const shown = await page.locator('tbody tr').count()
    expect(shown).toBeGreaterThan(0)
    await page.click('th >> text=Frist')
    await page.waitForSelector('th[aria-sort="ascending"] >> text=Frist')
    await page.click('text=Gem det viste som en visning')
    await page.fill('#visning', 'Køges overholdelse')
    await page.click('.views button:has-text("Gem")')
    await page.waitForSelector('.views >> text=Køges overholdelse')
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.exports >> text=CSV')])
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines.length).toBe(shown + 1)
    expect(lines.slice(1).every((line) => line.includes('0259') && line.includes('compliance'))).toBe(true)
    await open('tilsagn/visning/koeges-overholdelse')
    expect(await page.locator('tbody tr').count()).toBe(shown)
  })

  test('figures are taken in after a look at what was understood', async () => {
    await open('data')
    const sample = 'data/sample-figures/demo-ret-og-pligt-hentet-2018-11-05.csv'
    await page.setInputFiles('#fil', join(packageRoot, sample))
    await page.fill('#hentet', '2018-11-05')
    await page.click('text=Se, hvad der er forstået')
    await page.waitForSelector('text=Tallene, som de er forstået')
    await checkAxe('figures as understood')
    expect(readObservations(store)).toEqual([])
    await page.click('text=Gem tallene')
    await page.waitForURL(/\/data\?gemt=/)
    expect(readObservations(store).length).toBeGreaterThan(0)
    await checkAxe('data')
    await page.setInputFiles('#fil', {
      name: 'tal.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a;b\n1;2\n'),
    })
    await page.click('text=Se, hvad der er forstået')
    await says('.alert-error', 'intet er gemt')
  })

  test('a verdict is confirmed, another is set with a reason, and the checklist is ticked and downloaded', async () => {
    await open('tjekliste?periode=2018M12')
    await page.click('.municipality-links >> text=Køge')
    await checkAxe('checklist of a municipality')
    await page.click('.finding button[value="bekraeft"] >> nth=0')
    await says('.finding.review-confirmed', 'Bekræftet af Maja Holm')
    await page.click('.finding >> text=Afgør det anderledes >> nth=0')
    await page.selectOption('select[name="afgoerelse"] >> nth=0', 'met')
    await page.click('text=Gem afgørelsen >> nth=0')
    await says('.alert-error', 'Skriv en begrundelse')
    await page.check('input[name="punkt"] >> nth=0')
    await page.fill('#note', 'Ring til kommunen')
    await page.click('text=Gem noter og afkrydsning')
    await page.waitForSelector('text=Gemt af Maja Holm')
    expect(await page.inputValue('#note')).toBe('Ring til kommunen')
    expect(await page.isChecked('input[name="punkt"] >> nth=0')).toBe(true)
    await open('tjekliste?periode=2018M12')
    for (const [format, start] of [
      ['Word', 'PK'],
      ['Excel', 'PK'],
      ['HTML', '<!doctype html>'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`.exports >> text=${format}`),
      ])
      expect(readFileSync(await file.path(), 'latin1').startsWith(start)).toBe(true)
    }
    await open('tjekliste?periode=2018')
  })

  test('a letter is drafted, looked at, downloaded, approved and noted as sent', async () => {
    await open('udkast?kommune=0259')
    await page.click('text=Skriv udkastet')
    await page.waitForURL(/udkast\/[0-9a-f]+$/)
    await says('.draft', 'Køge Kommune')
    await checkAxe('draft')
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=brevet i Word')])
    expect(readFileSync(await file.path(), 'latin1').startsWith('PK')).toBe(true)
    await page.click('text=Godkend brevet')
    await page.waitForSelector('text=Godkendt af Maja Holm')
    await page.click('button:has-text("Markér som sendt")')
    await says('.alert-error', 'sagsnummer')
    await page.fill('#dato', '2018-12-03')
    await page.fill('#sagsnummer', '2018-777')
    await page.click('button:has-text("Markér som sendt")')
    await page.waitForSelector('text=Brevet, som det er læst tilbage', { timeout: 120_000 })
    const [reply] = readReplies(store)
    expect(reply).toMatchObject({ state: 'sent', caseNumber: '2018-777', approvedBy: 'Maja Holm' })
    await open('udkast')
  })

  test('a letter that tells verdicts nobody confirmed says so, and is approved only with a mark of its own', async () => {
    await open('udkast')
    await page.selectOption('#slags', 'orientation')
    await page.click('text=Flere oplysninger')
    await page.fill('#periode', '2018M09')
    await page.click('text=Skriv udkastet')
    await page.waitForURL(/udkast\/[0-9a-f]+$/)
    await page.waitForSelector('.alert-warning >> text=i brevet er ikke bekræftet')
    await checkAxe('draft with open verdicts')
    await page.click('text=Godkend brevet')
    await page.waitForSelector('.alert-error')
    await page.check('#forslag')
    await page.click('text=Godkend brevet')
    await page.waitForSelector('text=Godkendt af Maja Holm')
    await page.click('#belaeg ~ section a >> nth=0')
    await page.waitForSelector('.letter-text')
  })

  test('the overview counts by verdict, and each count leads to its commitments', async () => {
    await open('')
    const link = page.locator('a[href^="/tilsagn?afgoerelse="]').first()
    const count = await link.locator('strong').textContent()
    await link.click()
    await page.waitForSelector(`h2:has-text("${count} tilsagn")`)
    await page.waitForSelector('text=Afgørelser efter tallene for')
    expect(await page.locator('tbody tr').count()).toBe(Number(count))
  })

  test('every page is found without fault by axe, wide and narrow', async () => {
    const id = readLetterRows(store).find(({ kind }) => kind === 'statement')?.id
    const paths = ['', 'indbakke', `breve/${id}`, `breve/${id}?nyt=`, `breve/${id}?retfelt=signatories`]
    const [koege] = caseOf(store, '0259', now.slice(0, 10))
    paths.push('sager', `sager/${koege?.id}`, 'data', 'tjekliste', 'tjekliste/2018M12/0259', 'udkast')
    paths.push('tilsagn', 'tilsagn?ord=findesikke', 'soeg?ord=lister', 'hjaelp', 'navn', 'findes-ikke')
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 })
      for (const path of paths) {
        await open(path)
        expect(await overflow(), `${path} at ${width}`).toBeLessThanOrEqual(0)
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await noFaults()
  })

  test('a letter is read, filtered and reviewed without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })
    const plain = await context.newPage()
    await plain.goto(`${server.url}navn`)
    await plain.fill('#navn', 'Eva')
    await plain.click('text=Gem navnet')
    await plain.waitForURL((url) => url.pathname !== '/navn')
    const row = readLetterRows(store).find(({ proposed }) => proposed > 2)
    await plain.goto(`${server.url}breve/${row?.id}`)
    const done = (row?.commitments ?? 0) - (row?.proposed ?? 0)
    await plain.click('.finding.review-proposed button[value="bekraeft"] >> nth=0')
    await progressIs(`${done + 1} af ${row?.commitments}`, plain)
    await plain.click('.finding.review-proposed a[data-key="r"] >> nth=0')
    await plain.fill('form.edit [name="ansvarlig"]', 'Ledelsen')
    await plain.click('text=Gem rettelsen')
    await progressIs(`${done + 2} af ${row?.commitments}`, plain)
    await plain.click('#tilfoej')
    await plain.selectOption('#saetning', { index: 3 })
    await plain.click('#tilfoej button')
    await plain.click('text=Tilføj tilsagnet')
    await progressIs(`${done + 3} af ${(row?.commitments ?? 0) + 1}`, plain)
    await context.close()
  })

  test('of two browsers on the same letter the second sees that it changed, and keeps what was typed', async () => {
    const row = readLetterRows(store).find(({ proposed }) => proposed > 0)
    const context = await browser.newContext({ locale: 'da-DK' })
    await context.addCookies([{ name: 'opfolg_navn', value: 'Bo', url: server.url }])
    const other = await context.newPage()
    watch(other)
    await open(`breve/${row?.id}`)
    const card = '.finding.review-proposed >> nth=0'
    const id = await page.getAttribute(card, 'data-finding')
    await other.goto(`${server.url}breve/${row?.id}?ret=${id}`)
    await other.fill(`[data-finding="${id}"] [name="ansvarlig"]`, 'Bos forslag')
    await page.click(`[data-finding="${id}"] button[value="bekraeft"]`)
    await page.waitForSelector(`[data-finding="${id}"][data-review="confirmed"]`)
    await other.click('text=Gem rettelsen')
    await other.waitForSelector('text=Ændret imens')
    expect(await other.textContent('[role="alert"]')).toMatch(/ændret af Maja Holm/)
    expect(await other.inputValue(`[data-finding="${id}"] [name="ansvarlig"]`)).toBe('Bos forslag')
    expect(readAuditLog(store, id ?? '').length).toBe(1)
    await other.click('text=Gem rettelsen')
    await other.waitForSelector(`[data-finding="${id}"][data-review="edited"]`)
    expect(readAuditLog(store, id ?? '').map(({ who }) => who)).toEqual(['Maja Holm', 'Bo'])
    await context.close()
  })

  test('a file that comes to lie in a watched folder appears by itself', async () => {
    await open('indbakke')
    expect(await page.textContent('main')).toContain(watched)
    copyFileSync(join(packageRoot, 'data/letters/roskilde-2018-04-26.txt'), join(watched, 'roskilde.txt'))
    await page.waitForSelector('.batch li:has-text("roskilde.txt") .badge-success', { timeout: 120_000 })
    await checkAxe('inbox with a watched folder')
    await noFaults()
  })
})

/** Notes every request to another host, and every error in the page; both are faults. */
function watch(of: Page): void {
  of.on('request', (request) => {
    if (!request.url().startsWith(server.url)) outside.push(request.url())
  })
  of.on('pageerror', (error) => faults.push(String(error)))
  of.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(?:04|09|22)/.test(message.text()))
      faults.push(message.text())
  })
}

async function noFaults(): Promise<void> {
  expect(outside).toEqual([])
  expect(faults).toEqual([])
}

/** Waits until such an element has the words in it: a click does not wait for the page that it opens. */
async function says(selector: string, words: string): Promise<void> {
  await page.waitForSelector(`${selector}:has-text(${JSON.stringify(words)})`)
}

/** Waits until the review says so and nothing is under way. */
async function progressIs(text: string, of = page): Promise<void> {
  await of.waitForSelector(`#fremskridt:text-is("${text}")`)
  await of.waitForSelector('.htmx-request, .htmx-swapping, .htmx-settling', { state: 'detached' })
}

/** Selects the paragraph of the letter that holds these words, as a person would with the mouse. */
const selectParagraph = (words: string) => `{
  const paragraphs = [...document.querySelectorAll('.letter-text p')]
  const range = document.createRange()
  range.selectNodeContents(paragraphs.find(({ textContent }) => textContent.includes(${JSON.stringify(words)})))
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}`

const currentId = () => page.getAttribute('.finding.is-current', 'data-finding')

/** How far the page is wider than the window. */
const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

async function open(path: string): Promise<void> {
  await page.goto(server.url + path)
  await checkAxe(path)
}

/** The rules of WCAG 2.1 A and AA, and axe's own. The script comes from outside the page, whose policy stays as it is. */
async function checkAxe(where: string): Promise<void> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()')
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(found, where).toEqual([])
}

type Violation = { id: string; nodes: { html: string }[] }
