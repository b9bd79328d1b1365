import { Hono } from 'hono'
import { readCaseAssessment } from '../../followup/assessment/read-assessment.ts'
import { rememberedCases } from '../../followup/browse/remembered-cases.ts'
import { rememberedChecklist } from '../../followup/browse/remembered-checklist.ts'
import { rememberedVerdicts } from '../../followup/browse/remembered-verdicts.ts'
import { verdictPeriods } from '../../followup/browse/verdict-periods.ts'
import type { Case } from '../../schemas/case.ts'
import { readCommitmentRows } from '../../store/commitment-rows.ts'
import { readReplies } from '../../store/replies.ts'
import type { Asked, Web } from '../context.ts'
import { dayOf } from '../forms/day.ts'
import { PageError } from '../page-error.ts'
import { CasePage } from '../parts/case-page.tsx'
import { Layout } from '../parts/layout.tsx'
import { Pages, pageOf } from '../parts/pages.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { capital, counted, opening, shortDate } from '../parts/words.ts'

const casesAPage = 50

/** The cases of all municipalities, and each as a timeline. */
export function casePages(web: Web): Hono<Asked> {
  const dayAsked = (typed: string | undefined) => dayOf(typed) ?? web.now().slice(0, 10)
  return new Hono<Asked>()
    .get('/', (c) => {
      const { cases, unplaced } = rememberedCases(web.store, dayAsked(c.req.query('dag')))
      const only = c.req.query('kommune')
      const shown = only ? cases.filter(({ municipality }) => municipality.code === only) : cases
      const page = pageOf(c.req.query('side'))
      return c.html(
        <Layout title="Sager" section="/sager" who={c.var.who} here="/sager">
          <h1>Sager</h1>
          <p>
            {only && shown[0] ? `${shown[0].municipality.name}: ` : ''}
            {counted(shown.length, 'sag', 'sager')}. {only && <a href="/sager">Vis alle</a>}
          </p>
          {shown.length > 0 && <CaseTable cases={shown.slice((page - 1) * casesAPage, page * casesAPage)} />}
          <Pages
            label="Sider med sager"
            page={page}
            pages={Math.ceil(shown.length / casesAPage)}
            address={(to) => `/sager?${only ? `kommune=${encodeURIComponent(only)}&` : ''}side=${to}`}
          />
          {!only && unplaced.length > 0 && (
            <p>
              {counted(unplaced.length, 'brev', 'breve')} står ikke i en sag, fordi kommunen ikke er kendt:{' '}
              {unplaced.slice(0, 20).map(({ letterId, file }) => (
                <>
                  <a href={`/breve/${letterId}`}>{file}</a>{' '}
                </>
              ))}
            </p>
          )}
        </Layout>,
      )
    })
    .get('/:id', (c) => {
      const found = rememberedCases(web.store, dayAsked(c.req.query('dag'))).cases.find(
        ({ id }) => id === c.req.param('id'),
      )
      if (!found)
        throw new PageError(
          404,
          'Sagen findes ikke',
          'Find den i listen over sager. En sags adresse ændrer sig, når et ældre brev kommer til.',
        )
      return c.html(
        <Layout
          title={`${found.municipality.name}: ${found.title}`}
          section="/sager"
          who={c.var.who}
          here={`/sager/${found.id}`}
        >
          <CasePage of={found} {...recordsOf(web, found)} />
        </Layout>,
      )
    })
}

/** What else is recorded of a case: its promises, the verdicts on them, and the letters drafted in it. */
function recordsOf({ store }: Web, of: Case) {
  const period = verdictPeriods(store).usual
  const letters = new Set(of.steps.flatMap(({ letterId }) => letterId ?? []))
  const verdicts = period
    ? [...rememberedVerdicts(store, period).values()].filter(({ letterId }) => letters.has(letterId))
    : []
  const next =
    period && rememberedChecklist(store, period).municipalities.find(({ caseId }) => caseId === of.id)
  const drafts = readReplies(store).filter(
    ({ caseId, letterId }) => caseId === of.id || (letterId !== null && letters.has(letterId)),
  )
  return {
    rows: readCommitmentRows(store),
    assessment: readCaseAssessment(store, of),
    period,
    verdicts,
    drafts,
    nextStep: next ? next.nextStep.text : null,
  }
}

function CaseTable({ cases }: { cases: Case[] }) {
  return (
    <ScrollTable label="Sager">
      <thead>
        <tr>
          <th scope="col">Kommune</th>
          <th scope="col">Sag</th>
          <th scope="col" class="number">
            Breve
          </th>
          <th scope="col" class="number">
            Mangler
          </th>
          <th scope="col">Åbent</th>
          <th scope="col">Næste dato</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => {
          const open = [...one.ministryWaitsFor, ...one.municipalityWaitsFor]
          return (
            <tr>
              <td>{one.municipality.name}</td>
              <th scope="row">
                <a href={`/sager/${one.id}`}>{capital(opening(one.title, 110))}</a>
              </th>
              <td class="number">{one.steps.filter(({ letterId }) => letterId !== null).length}</td>
              <td class="number">{one.steps.filter(({ letterId }) => letterId === null).length}</td>
              <td>
                {open.length === 0 ? 'Intet' : counted(open.length, 'ting', 'ting')}
                {open.some(({ overdue }) => overdue) && ' '}
                {open.some(({ overdue }) => overdue) && <span class="badge badge-error">Overskredet</span>}
              </td>
              <td class="nowrap">{one.next ? shortDate(one.next.day) : 'Ingen'}</td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
