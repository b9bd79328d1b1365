import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { caseOf } from '../../followup/case/read-cases.ts'
import { draftLetter } from '../../followup/replies/draft-letter.ts'
import { openVerdicts } from '../../followup/replies/open-verdicts.ts'
import { proposalOf, verdictsFor } from '../../followup/verdicts/verdicts-for.ts'
import { readFigureFile, storeFigures } from '../../pipeline/figures/import-figures.ts'
import { parsePeriod } from '../../schemas/period.ts'
import type { StoredReply } from '../../schemas/reply.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { readReply } from '../../store/replies.ts'
import { decideVerdict } from '../../store/verdict-decisions.ts'
import { type MadeApp, madeApp, now } from './made-app.ts'

const period = parsePeriod('2018M12')
if (!period) throw new Error('no period')
let app: MadeApp
beforeAll(async () => {
  app = await madeApp(['data/letters/koege-2018-08-08.md', 'data/letters/orientering-2018-08-31.txt'])
  const file = join(packageRoot, 'data/sample-figures/demo-ret-og-pligt-hentet-2019-02-04.csv')
  const today = '2019-02-06'
  storeFigures(app.store, await readFigureFile(file, { columns: [], retrieved: '2019-02-04', today }), now)
})
afterAll(() => app.close())

function draft(kind: 'status' | 'orientation' | 'acknowledgement'): StoredReply {
  const [of] = caseOf(app.store, '0219', '2019-02-06')
  if (!of) throw new Error('Hillerød has no case')
  const to = kind === 'orientation' ? null : { municipality: of.municipality, case: of }
  const said = { statusPeriod: null, received: '2018-08-10', signer: null, subject: null }
  const options = { date: '2019-02-06', limit: { workingDays: 15 }, period, ...said }
  return draftLetter(app.store, kind, to, options, now)
}

const verdictOf = (id: string | undefined): Verdict => {
  const found = verdictsFor(app.store, period).find(({ commitmentId }) => commitmentId === id)
  if (!found) throw new Error(`no verdict on ${id}`)
  return found
}
function decide(id: string | undefined, verdict: Verdict['verdict']): void {
  const proposal = proposalOf(verdictOf(id))
  const action = verdict === proposal.proposed ? 'confirmed' : 'set'
  decideVerdict(app.store, { verdict, action, proposal, who: 'Maja', at: now, reason: 'fordi' })
}
const whys = (reply: StoredReply) => openVerdicts(app.store, reply).map(({ why }) => why)

test('a draft is open as long as nobody decided as it says, and again when it says otherwise', () => {
  const reply = draft('status')
  const [rested] = reply.content.verdicts
  expect(reply.content.verdicts).toEqual([
    { commitmentId: rested?.commitmentId, verdict: verdictOf(rested?.commitmentId).proposed },
  ])
  expect(whys(reply)).toEqual(['proposal'])
  decide(rested?.commitmentId, verdictOf(rested?.commitmentId).proposed)
  expect(whys(reply)).toEqual([])
  decide(rested?.commitmentId, rested?.verdict === 'met' ? 'not-met' : 'met')
  expect(whys(reply)).toEqual(['otherwise'])
  expect(whys(draft('status'))).toEqual([])
})

test('an acknowledgement tells no verdict', () => {
  expect(draft('acknowledgement').content.verdicts).toEqual([])
})

test('open verdicts stand on the page, and approving needs a mark of its own', async () => {
  const reply = draft('orientation')
  const open = openVerdicts(app.store, reply)
  expect(open.length).toBeGreaterThan(2)
  const page = await (await app.get(`/udkast/${reply.id}`)).text()
  expect(page).toContain(`${open.length} afgørelser i brevet er ikke bekræftet`)
  for (const { commitmentId, now: verdict } of open)
    expect(page).toContain(`/tjekliste/2018M12/${verdict?.municipality.code}#v-${commitmentId}`)
  expect(page).toContain('name="forslag"')

  const refused = await app.post(`/udkast/${reply.id}/godkend`, { grund: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('href="#forslag"')
  expect(readReply(app.store, reply.id)?.state).toBe('draft')

  const approved = await app.post(`/udkast/${reply.id}/godkend`, { grund: '', forslag: 'ja' })
  expect(approved.status).toBe(303)
  expect(readReply(app.store, reply.id)).toMatchObject({ state: 'approved', approvedBy: 'Maja' })
  const log = app.store.prepare("SELECT after FROM audit_log WHERE action = 'reply-approved'").pluck().all()
  expect(JSON.parse(String(log.at(-1))).proposals).toEqual(open.map(({ commitmentId }) => commitmentId))
})

test('a letter that tells no open verdict is approved as before', async () => {
  const reply = draft('acknowledgement')
  expect(await (await app.get(`/udkast/${reply.id}`)).text()).not.toContain('name="forslag"')
  expect((await app.post(`/udkast/${reply.id}/godkend`, { grund: '' })).status).toBe(303)
})

test('a drafted table and what is bold are shown as such, not as signs', async () => {
  const page = await (await app.get(`/udkast/${draft('orientation').id}`)).text()
  const letter = page.slice(page.indexOf('class="draft"'), page.indexOf('id="belaeg"'))
  expect(letter).toMatch(/<th scope="col">Kommune<\/th>/)
  expect(letter).not.toContain('**')
  expect(letter).not.toContain('\t')
})
