import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { caseOf } from '../../followup/case/read-cases.ts'
import { draftLetter } from '../../followup/replies/draft-letter.ts'
import { readFigureFile, storeFigures } from '../../pipeline/figures/import-figures.ts'
import { readCommitmentRows } from '../../store/commitment-rows.ts'
import { readLetterRows } from '../../store/letter-rows.ts'
import { RecordLink } from '../../web/parts/record-link.tsx'
import { type MadeApp, madeApp, now } from './made-app.ts'

let app: MadeApp
beforeAll(async () => {
  app = await madeApp(['data/letters/koege-2018-08-08.md', 'data/letters/orientering-2018-08-31.txt'])
  const file = join(packageRoot, 'data/sample-figures/demo-ret-og-pligt-hentet-2019-02-04.csv')
  const read = await readFigureFile(file, { columns: [], retrieved: '2019-02-04', today: '2019-02-06' })
  storeFigures(app.store, read, now)
})
afterAll(() => app.close())

const leadsTo = async (id: string) => (await app.get(`/post/${id}`)).headers.get('location')

test('the number of a record leads to its page', async () => {
  const letter = readLetterRows(app.store)[0]?.id ?? ''
  expect(await leadsTo(letter)).toBe(`/breve/${letter}`)
  const { id, letterId } = readCommitmentRows(app.store)[0] ?? { id: '', letterId: '' }
  expect(await leadsTo(id)).toBe(`/breve/${letterId}?tilsagn=${id}#t-${id}`)
  expect(await leadsTo('0259-c725792c97')).toBe('/sager/0259-c725792c97')
})

test.each(['0000000000', 'x', '..%2fetc', "'--", '%00'])('no record is called %s', async (id) => {
  const answer = await app.get(`/post/${id}`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('findes ikke')
})

test.each([
  ['redegørelse c725792c97', 'redegørelse <a href="/post/c725792c97">c725792c97</a>'],
  ['0259-c725792c97', '<a href="/post/0259-c725792c97">0259-c725792c97</a>'],
  ['måling 12', 'måling 12'],
  ['2018-015032-2', '2018-015032-2'],
  ['<b>abcdef</b>', '&lt;b&gt;abcdef&lt;/b&gt;'],
])('in "%s" numbers of records are links', (text, html) => {
  expect(String(RecordLink({ text }))).toBe(html)
})

test('a case shows what came of its promises, what was drafted in it, and the next step', async () => {
  const [of] = caseOf(app.store, '0219', now.slice(0, 10))
  if (!of) throw new Error('Hillerød has no case')
  const said = { period: null, statusPeriod: null, received: '2018-08-10', signer: null, subject: null }
  const options = { date: '2019-02-06', limit: { workingDays: 15 }, ...said }
  const to = { municipality: of.municipality, case: of }
  const { id } = draftLetter(app.store, 'acknowledgement', to, options, now)
  const page = await (await app.get(`/sager/${of.id}`)).text()
  expect(page).toContain('Efter tallene for december 2018')
  expect(page).toMatch(/href="\/tjekliste\/2018M12\/0219#v-[0-9a-f]{10}">Holdt</)
  expect(page).toContain(`href="/udkast/${id}"`)
  expect(page).toContain(`href="/udkast?kommune=${of.id}"`)
  const form = await (await app.get(`/udkast?kommune=${of.id}`)).text()
  expect(form).toContain(`<option value="${of.id}" selected`)
  const other = await (await app.get(`/sager/${caseOf(app.store, '0259', '2018-12-03')[0]?.id}`)).text()
  expect(other).not.toContain(`href="/udkast/${id}"`)
})
