import { Hono } from 'hono'
import { readCaseAssessment } from '../../followup/assessment/read-assessment.ts'
import { rememberedCases } from '../../followup/browse/remembered-cases.ts'
import { stepTime } from '../../followup/case/case-texts.ts'
import type { CaseAssessment } from '../../schemas/assessment.ts'
import type { Case, CaseStep, OpenItem } from '../../schemas/case.ts'
import { danish } from '../../schemas/glossary.ts'
import { type CommitmentRow, readCommitmentRows } from '../../store/commitment-rows.ts'
import type { Asked, Web } from '../context.ts'
import { dayOf } from '../forms/day.ts'
import { PageError } from '../page-error.ts'
import { Layout } from '../parts/layout.tsx'
import { Pages, pageOf } from '../parts/pages.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { capital, counted, danishDate, kindWord, opening, reviewWord, shortDate } from '../parts/words.ts'

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
          <CasePage
            of={found}
            rows={readCommitmentRows(web.store)}
            assessment={readCaseAssessment(web.store, found)}
          />
        </Layout>,
      )
    })
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

type CaseProps = { of: Case; rows: readonly CommitmentRow[]; assessment: CaseAssessment }

function CasePage({ of, rows, assessment }: CaseProps) {
  const { municipality, title, caseNumbers, steps, next, plans, issues } = of
  return (
    <>
      <h1>
        {municipality.name}: {title}
      </h1>
      <p class="quiet">
        {caseNumbers.length > 0 && `Sagsnumre: ${caseNumbers.join(', ')} · `}
        <a href={`/tilsagn?kommune=${municipality.code}`}>Kommunens tilsagn</a>
      </p>
      <section aria-labelledby="naeste">
        <h2 id="naeste">Næste skridt</h2>
        <p>
          {next ? (
            <>
              <strong>{danishDate(next.day)}:</strong> {next.text}
            </>
          ) : (
            'Ingen dato er sat.'
          )}
        </p>
        <div class="pair">
          <Waiting title="Ministeriet venter på" items={of.ministryWaitsFor} />
          <Waiting title="Kommunen venter på" items={of.municipalityWaitsFor} />
        </div>
        {issues.length > 0 && (
          <ul>
            {issues.map(({ message, letterId }) => (
              <li>
                {message} {letterId && <a href={`/breve/${letterId}`}>Se brevet</a>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="forloeb">
        <h2 id="forloeb">Forløb</h2>
        <ol class="course">
          {steps.map((step) => (
            <Step step={step} promised={rows.filter(({ letterId }) => letterId === step.letterId)} />
          ))}
        </ol>
        {plans.length > 0 && (
          <p>
            Planer:{' '}
            {plans.map(({ letterId, subject }) => (
              <>
                <a href={`/breve/${letterId}`}>{subject ?? 'uden emne'}</a>{' '}
              </>
            ))}
          </p>
        )}
      </section>
      <Assessment assessment={assessment} />
    </>
  )
}

function Waiting({ title, items }: { title: string; items: OpenItem[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p>Intet</p>
      ) : (
        <ul>
          {items.map(({ text, overdue, letterId }) => (
            <li>
              {overdue && <span class="badge badge-error">Overskredet</span>} {text}{' '}
              {letterId && <a href={`/breve/${letterId}`}>Se brevet</a>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Step({ step, promised }: { step: CaseStep; promised: CommitmentRow[] }) {
  const { letterId, kind, subject, replyDeadline, mentionedBy, sources, from } = step
  const name = capital(danish('step of a case', kind))
  return (
    <li class={`${from === 'state' ? 'from-state' : 'from-municipality'}${letterId ? '' : ' is-missing'}`}>
      <p class="course-time">{capital(stepTime(step))}</p>
      <h3>
        {letterId ? <a href={`/breve/${letterId}`}>{name}</a> : name}{' '}
        {!letterId && <span class="badge badge-warning">Mangler her</span>}
      </h3>
      <p class="quiet">{from === 'state' ? 'Fra staten' : 'Fra kommunen'}</p>
      {subject && <p>{subject}</p>}
      {replyDeadline && (
        <p>
          Svarfrist {danishDate(replyDeadline.lastDay)} (»{replyDeadline.quote}«):{' '}
          {danish('state of a reply', replyDeadline.state)}
        </p>
      )}
      {!letterId &&
        mentionedBy.map(({ letterId: by, quote }) => (
          <p>
            Nævnt i <a href={`/breve/${by}`}>et brev her</a>: »{quote}«
          </p>
        ))}
      {promised.length > 0 && <Promised rows={promised} />}
      {sources.length > 0 && (
        <p class="quiet">
          {sources.map(({ file, pages }) => `${file}, side ${pages.join(', ')}`).join(' · ')}
        </p>
      )}
    </li>
  )
}

function Promised({ rows }: { rows: CommitmentRow[] }) {
  return (
    <details>
      <summary>{counted(rows.length, 'tilsagn', 'tilsagn')}</summary>
      <ul>
        {rows.map((row) => (
          <li>
            <a href={`/breve/${row.letterId}?tilsagn=${row.id}#t-${row.id}`}>{opening(row.quote, 140)}</a>{' '}
            <span class="quiet">
              {kindWord(row.kind)}
              {row.due[0] && `, frist ${shortDate(row.due[0])}`}, {reviewWord(row.review)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Assessment({ assessment }: { assessment: CaseAssessment }) {
  if (assessment.letters.length === 0) return null
  return (
    <section aria-labelledby="vurdering">
      <h2 id="vurdering">Svarer redegørelserne på det, der er spurgt om?</h2>
      <p>
        Forslag: {danish('outcome of an assessment', assessment.outcome)}. Det er ministeriet, der afgør det.
      </p>
      <ScrollTable label="Spørgsmål og svar">
        <thead>
          <tr>
            <th scope="col">Spørgsmål</th>
            <th scope="col">Svar</th>
            <th scope="col">Bed om</th>
          </tr>
        </thead>
        <tbody>
          {assessment.questions.map(({ text, answer, letterId, ask }) => (
            <tr>
              <th scope="row">{text}</th>
              <td>
                {capital(danish('answer to a question', answer))}{' '}
                {letterId && <a href={`/breve/${letterId}`}>Se redegørelsen</a>}
              </td>
              <td>{ask ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  )
}
