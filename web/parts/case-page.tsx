import { stepTime } from '../../followup/case/case-texts.ts'
import { danishDataPeriod } from '../../followup/verdicts/figure-words.ts'
import type { CaseAssessment } from '../../schemas/assessment.ts'
import type { Case, CaseStep, OpenItem } from '../../schemas/case.ts'
import { danish } from '../../schemas/glossary.ts'
import type { Period } from '../../schemas/period.ts'
import type { StoredReply } from '../../schemas/reply.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import type { CommitmentRow } from '../../store/commitment-rows.ts'
import { kindWord as draftKindWord, stateWords as draftStateWords } from './draft-page.tsx'
import { ScrollTable } from './table.tsx'
import {
  capital,
  counted,
  danishDate,
  kindWord,
  opening,
  reviewWord,
  shortDate,
  verdictWord,
} from './words.ts'

type CaseProps = {
  of: Case
  rows: readonly CommitmentRow[]
  assessment: CaseAssessment
  /** The data period that the verdicts are of. */
  period: Period | null
  verdicts: Verdict[]
  drafts: StoredReply[]
  /** What the checklist of the period says to do next; null when the case is not on it. */
  nextStep: string | null
}

/** One case: what is next, its letters in order of time, what came of its promises, and the letters drafted in it. */
export function CasePage({ of, rows, assessment, period, verdicts, drafts, nextStep }: CaseProps) {
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
        {nextStep && period && (
          <p>
            Efter tallene for {danishDataPeriod(period.code)}: {nextStep}{' '}
            <a href={`/tjekliste/${period.code}/${municipality.code}`}>Kommunens ark</a>
          </p>
        )}
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
        <ol class="course no-max-width">
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
      <Verdicts verdicts={verdicts} period={period} />
      <Drafts drafts={drafts} of={of} />
      <Assessment assessment={assessment} />
    </>
  )
}

function Verdicts({ verdicts, period }: { verdicts: Verdict[]; period: Period | null }) {
  if (verdicts.length === 0 || period === null) return null
  return (
    <section aria-labelledby="afgoerelser">
      <h2 id="afgoerelser">Er tilsagnene holdt?</h2>
      <p>Efter tallene for {danishDataPeriod(period.code)}.</p>
      <ScrollTable label="Afgørelser">
        <thead>
          <tr>
            <th scope="col">Tilsagn</th>
            <th scope="col">Afgørelse</th>
            <th scope="col">Hvorfor</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.map(({ commitmentId: id, letterId, quote, municipality, reason, ...verdict }) => (
            <tr>
              <td>
                <a href={`/breve/${letterId}?tilsagn=${id}#t-${id}`}>{opening(quote, 140)}</a>
              </td>
              <td class="nowrap">
                <a href={`/tjekliste/${period.code}/${municipality.code}#v-${id}`}>
                  {verdictWord(verdict.verdict)}
                </a>
                <p class="quiet">{verdict.decision ? `Afgjort af ${verdict.decision.by}` : 'Forslag'}</p>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  )
}

function Drafts({ drafts, of }: { drafts: StoredReply[]; of: Case }) {
  return (
    <section aria-labelledby="udkast">
      <h2 id="udkast">Breve herfra</h2>
      {drafts.length > 0 && (
        <ul>
          {drafts.map(({ id, kind, date, state }) => (
            <li>
              <a href={`/udkast/${id}`}>
                {draftKindWord(kind)}, {danishDate(date)}
              </a>{' '}
              <span class={`badge review-${state === 'draft' ? 'proposed' : 'confirmed'}`}>
                {capital(draftStateWords[state])}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/udkast?kommune=${of.id}`}>Skriv et brev i sagen</a>
      </p>
    </section>
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
