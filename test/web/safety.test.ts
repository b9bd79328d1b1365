import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../web/serve.ts'
import { host, type MadeApp, madeApp, now, upload } from './made-app.ts'

let app: MadeApp
beforeAll(async () => {
  app = await madeApp(['data/letters/koege-2018-08-08.md'])
})
afterAll(() => app.close())

test.each(['evil.example', 'localhost.evil.example:8321', 'localhost', 'localhost:80', '', '127.0.0.1:9'])(
  'a request for the host "%s" is refused',
  async (name) => {
    const answer = await app.get('/', { host: name })
    expect(answer.status).toBe(421)
    expect(await answer.text()).not.toContain('Køge')
  },
)

test.each([
  ['another site', { origin: 'http://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://localhost:9999' }],
  ['a site by its own word', { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' }],
  ['a neighbouring name', { origin: `http://${host}`, 'sec-fetch-site': 'same-site' }],
])('a change that comes from %s is refused', async (_, headers) => {
  expect((await app.post('/navn', { navn: 'Eva' }, headers)).status).toBe(403)
})

test('a change that says nothing about where it comes from is refused', async () => {
  const form = new FormData()
  form.append('navn', 'Eva')
  const answer = await app.post('/navn', form, { origin: '' })
  expect(answer.status).toBe(403)
})

test('a change from our own pages is made', async () => {
  const answer = await app.post(
    '/navn',
    { navn: 'Eva', tilbage: '/tilsagn' },
    { 'sec-fetch-site': 'same-origin' },
  )
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/tilsagn')
  expect(answer.headers.get('set-cookie')).toMatch(/opfolg_navn=Eva;.*HttpOnly;.*SameSite=Strict/)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\u0000'])(
  'the way back never leads to %s',
  async (back) => {
    const answer = await app.post('/navn', { navn: 'Eva', tilbage: back })
    expect(answer.headers.get('location')).toBe('/')
  },
)

test.each(['/', '/indbakke', '/tilsagn', '/soeg', '/hjaelp', '/navn', '/findes-ikke', '/assets/opfolg.css'])(
  '%s lets nothing inline or from elsewhere run',
  async (path) => {
    const answer = await app.get(path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const text = await answer.text()
    expect(text).not.toMatch(/<script(?![^>]* src=)|\son[a-z]+=|<style|\sstyle=|javascript:/i)
    if (!path.startsWith('/assets')) expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
  },
)

test.each([
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/css/..%2f..%2f..%2fpackage.json',
  '/assets/img/svg-icons/..%5c..%5cdkfds.js',
  '/assets/css/dkfds.min.css%00.js',
  '/assets/',
  '/assets/js/dkfds.js',
])('%s leads to nothing', async (path) => {
  const answer = await app.get(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('"dependencies"')
})

const injections = [
  "' OR 1=1 --",
  "'; DROP TABLE letter; --",
  '" OR ""="',
  'NEAR(a b)',
  'a* AND "',
  '\u0000',
  '%',
  "x') UNION SELECT facts FROM letter --",
]

test.each(injections)('the text %j is only text', async (typed) => {
  const encoded = encodeURIComponent(typed)
  for (const path of [
    `/soeg?ord=${encoded}`,
    `/tilsagn?ord=${encoded}`,
    `/tilsagn?kommune=${encoded}&art=${encoded}&ansvarlig=${encoded}&sortering=${encoded}&fra=${encoded}`,
    `/tilsagn/eksport/tilsagn.json?kommune=${encoded}`,
    `/?dag=${encoded}`,
    `/indbakke?side=${encoded}&vis=${encoded}`,
  ])
    expect((await app.get(path)).status, path).toBe(200)
  for (const path of [`/breve/${encoded}`, `/tilsagn/visning/${encoded}`])
    expect((await app.get(path)).status, path).toBe(404)
  const exported = await app.get(`/tilsagn/eksport/tilsagn.json?kommune=${encoded}`)
  expect(await exported.json()).toEqual({ letters: [] })
  expect(app.log).toEqual([])
})

test('a letter with markup in its text, head and name is shown as text', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  const letter = [
    `Køge Kommune ${evil}`,
    'Dato: 3. maj 2018',
    `Vedr.: Redegørelse ${evil} om aktiv indsats`,
    'Kære minister',
    `Vi vil ansætte to nye medarbejdere ${evil} senest den 1. juni 2019.`,
    'Med venlig hilsen',
    'Bjarne Andersen',
    'Arbejdsmarkedschef',
  ].join('\n\n')
  const answer = await app.post('/indbakke', upload([[`brev ${evil}.txt`, letter]]))
  expect(answer.status).toBe(303)
  await app.inbox.done()
  const inbox = await (await app.get('/indbakke')).text()
  const id = app.inbox.batches()[0]?.files[0]?.letters[0]?.id
  const pages = [
    inbox,
    await (await app.get(`/breve/${id}`)).text(),
    await (await app.get('/tilsagn?ord=medarbejdere')).text(),
  ]
  pages.push(await (await app.get('/soeg?ord=medarbejdere')).text())
  pages.push(await (await app.get(`/soeg?ord=${encodeURIComponent(evil)}`)).text())
  for (const page of pages) {
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img src=x')
  }
  expect(pages[1]).toContain('&lt;script&gt;')
})

test.each(['../../flugt.txt', '..\\..\\flugt.txt', '/etc/flugt.txt', '....//flugt.txt', '.flugt.txt'])(
  'an uploaded file named %s stays in its folder',
  async (name) => {
    await app.post('/indbakke', upload([[name, 'Ikke et brev']]))
    await app.inbox.done()
    const all = readdirSync(app.folder, { recursive: true, encoding: 'utf8' })
    expect(
      all
        .filter((path) => path.endsWith('flugt.txt'))
        .every((path) => /^uploads\/[\d-]+\/flugt\.txt$/.test(path)),
    ).toBe(true)
    expect(readdirSync(join(app.folder, '..')).includes('flugt.txt')).toBe(false)
  },
)

test.each<[string, string | Uint8Array, RegExp]>([
  ['brev.pdf', '{\\rtf1 Brev', /brev\.pdf: en RTF-fil/],
  ['brev.txt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), /brev\.txt: et program/],
  ['brev.txt', Uint8Array.from([0x7f, 0x4f, 0x4c, 0x46, 0, 1, 2]), /hverken PDF/],
  ['brev.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /brev\.docx/],
  ['tom.txt', '', /tom/],
])('a file %s of another content is not taken in', async (name, content, why) => {
  const before = app.inbox.batches().length
  const answer = await app.post('/indbakke', upload([[name, content]]))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toMatch(why)
  expect(app.inbox.batches().length).toBe(before)
})

test('more files than are allowed at once are not taken in', async () => {
  const many = Array.from({ length: 51 }, (_, index): [string, string] => [`${index}.txt`, 'Brev'])
  const answer = await app.post('/indbakke', upload(many))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('højst 50 filer')
})

test('a form that is too large is refused', async () => {
  const answer = await app.post('/navn', { navn: 'x'.repeat(300_000) })
  expect(answer.status).toBe(413)
})

test('without a name nothing is decided', async () => {
  const page = await (await app.get('/tilsagn')).text()
  const [, letter, commitment] = /\/breve\/([0-9a-f]+)\?tilsagn=([0-9a-f]+)/.exec(page) ?? []
  const answer = await app.post(
    `/breve/${letter}/tilsagn/${commitment}`,
    { afgoerelse: 'bekraeft' },
    { cookie: '' },
  )
  expect(answer.status).toBe(403)
})

test('with a token nothing is shown before it is said, and ten wrong words are enough', async () => {
  const guarded = await madeApp(['data/letters/koege-2018-08-08.md'], 'et langt adgangsord')
  try {
    const first = await guarded.get('/tilsagn')
    expect([first.status, first.headers.get('location')]).toEqual([303, '/log-ind'])
    const change = await guarded.post('/tilsagn/visning', { navn: 'x' })
    expect(change.headers.get('location')).toBe('/log-ind')
    const right = await guarded.post('/log-ind', { navn: 'Eva', adgangsord: 'et langt adgangsord' })
    const session = /opfolg_adgang=[^;]+/.exec(right.headers.get('set-cookie') ?? '')?.[0] ?? ''
    expect((await guarded.get('/tilsagn', { cookie: session })).status).toBe(200)
    expect((await guarded.get('/tilsagn', { cookie: `${session}x` })).status).toBe(303)
    for (let n = 0; n < 10; n++)
      expect((await guarded.post('/log-ind', { adgangsord: `forkert ${n}` })).status).toBe(401)
    expect((await guarded.post('/log-ind', { adgangsord: 'et langt adgangsord' })).status).toBe(429)
  } finally {
    guarded.close()
  }
})

test('a server that other machines can reach does not start without a token', async () => {
  const options = { port: 0, allowedHosts: [], uploads: app.folder, watch: [], now: () => now, log: () => {} }
  await expect(startServer(app.store, { ...options, host: '0.0.0.0', token: null })).rejects.toThrow('token')
  await expect(startServer(app.store, { ...options, host: '192.0.2.1', token: null })).rejects.toThrow(
    'token',
  )
})

test('what fails is a page in Danish, and the log has the details', async () => {
  const broken = await madeApp()
  broken.store.close()
  const answer = await broken.get('/')
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).toContain('Noget gik galt')
  expect(page).not.toContain('.ts:')
  expect(broken.log.join()).toMatch(/GET \/.*not open/s)
})
