import { Hono } from 'hono'
import { type Due, type Overview, readOverview } from '../../followup/browse/overview.ts'
import { type VerdictCounts, verdictCounts } from '../../followup/browse/verdict-counts.ts'
import { danishDataPeriod } from '../../followup/verdicts/figure-words.ts'
import { deadlineStates } from '../../schemas/checklist.ts'
import { verdictValues } from '../../schemas/verdict.ts'
import type { Asked, Web } from '../context.ts'
import { dayOf } from '../forms/day.ts'
import { Field } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { Timeline } from '../parts/timeline.tsx'
import {
  capital,
  counted,
  danishDate,
  letterName,
  opening,
  shortDate,
  stateWord,
  verdictWord,
} from '../parts/words.ts'

/** What is new, what waits, what is due next; as of today or another day. */
export function overviewPage(web: Web): Hono<Asked> {
  return new Hono<Asked>().get('/', (c) => {
    const today = web.now().slice(0, 10)
    const day = dayOf(c.req.query('dag')) ?? today
    const overview = readOverview(web.store, day)
    return c.html(
      <Layout title="Overblik" section="/" who={c.var.who}>
        <h1>Overblik</h1>
        {overview.letters === 0 ? (
          <Empty />
        ) : (
          <Content overview={overview} verdicts={verdictCounts(web.store)} day={day} today={today} />
        )}
      </Layout>,
    )
  })
}

function Empty() {
  return (
    <div class="alert alert-info">
      <div>
        <h2 class="alert-heading">Der er ingen breve endnu</h2>
        <p class="alert-text">
          Gå til <a href="/indbakke">indbakken</a>, og vælg de filer, der skal læses: PDF, Word, mail, tekst
          eller en ZIP-fil med flere. <a href="/hjaelp">Hjælp</a> forklarer, hvad der sker med dem.
        </p>
      </div>
    </div>
  )
}

type ContentProps = { overview: Overview; verdicts: VerdictCounts | null; day: string; today: string }

function Content({ overview, verdicts, day, today }: ContentProps) {
  const { waiting, within30, within90 } = overview
  const proposed = waiting.reduce((sum, letter) => sum + letter.proposed, 0)
  return (
    <>
      <form class="inline-form" method="get" action="/">
        <Field id="dag" label="Vis, som det står den">
          <input class="form-input" type="date" id="dag" name="dag" value={day} />
        </Field>
        <button class="button button-secondary" type="submit">
          Vis
        </button>
        {day !== today && <a href="/">Vis i dag</a>}
      </form>
      <ul class="figures no-max-width">
        <li>
          <a href="/indbakke#breve">
            <strong>{overview.letters.toLocaleString('da')}</strong>{' '}
            {overview.letters === 1 ? 'brev' : 'breve'}
          </a>
        </li>
        <li>
          <a href="/tilsagn">
            <strong>{overview.commitments.toLocaleString('da')}</strong> tilsagn
          </a>
        </li>
        <li>
          <a href="#venter">
            <strong>{proposed.toLocaleString('da')}</strong> venter på gennemgang
          </a>
        </li>
        <li>
          <a href="#forfalder">
            <strong>{within30.length.toLocaleString('da')}</strong>{' '}
            {within30.length === 1 ? 'frist' : 'frister'} de næste 30 dage
          </a>
        </li>
      </ul>
      <section aria-labelledby="forfalder">
        <h2 id="forfalder">Næste frister</h2>
        <NextDue within30={within30} within90={within90} day={day} />
      </section>
      <section aria-labelledby="venter">
        <h2 id="venter">Venter på gennemgang</h2>
        <Waiting waiting={waiting} />
      </section>
      <section aria-labelledby="tidslinje">
        <h2 id="tidslinje">Tidslinje over frister</h2>
        <Timeline lines={overview.municipalities} day={day} />
      </section>
      <section aria-labelledby="kommuner">
        <h2 id="kommuner">Kommuner</h2>
        <Municipalities overview={overview} />
      </section>
      <section aria-labelledby="tilstand">
        <h2 id="tilstand">Tilsagn efter tilstand {day === today ? 'i dag' : `den ${danishDate(day)}`}</h2>
        <States states={overview.states} />
      </section>
      {verdicts && verdicts.counts.size > 0 && <Verdicts verdicts={verdicts} />}
    </>
  )
}

const shownDue = 15

function NextDue({ within30, within90, day }: { within30: Due[]; within90: Due[]; day: string }) {
  if (within90.length === 0)
    return (
      <p>
        Ingen tilsagn har en frist de 90 dage efter {danishDate(day)}. Vælg en anden dag ovenfor for at se
        andre.
      </p>
    )
  const later = within90.length - within30.length
  const from = within90[0]?.day ?? day
  const to = within90.at(-1)?.day ?? day
  return (
    <>
      <p>
        {counted(within30.length, 'frist', 'frister')} inden for 30 dage og {later} inden for de næste 60.{' '}
        <a href={`/tilsagn?fra=${from}&til=${to}&sortering=due`}>Vis dem alle som liste</a>
      </p>
      <ScrollTable label="Næste frister">
        <thead>
          <tr>
            <th scope="col">Frist</th>
            <th scope="col">Kommune</th>
            <th scope="col">Tilsagn</th>
          </tr>
        </thead>
        <tbody>
          {within90.slice(0, shownDue).map(({ day: due, row }) => (
            <tr>
              <td class="nowrap">{shortDate(due)}</td>
              <td>{row.municipality?.name ?? 'Ukendt'}</td>
              <td class="text">
                <a href={`/breve/${row.letterId}?tilsagn=${row.id}#t-${row.id}`}>{opening(row.quote, 140)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {within90.length > shownDue && (
        <p>… og {counted(within90.length - shownDue, 'frist', 'frister')} mere.</p>
      )}
    </>
  )
}

const shownWaiting = 10

function Waiting({ waiting }: { waiting: Overview['waiting'] }) {
  if (waiting.length === 0) return <p>Alle tilsagn er gennemgået.</p>
  return (
    <>
      <ScrollTable label="Breve, der venter på gennemgang">
        <thead>
          <tr>
            <th scope="col">Brev</th>
            <th scope="col">Dato</th>
            <th scope="col">Gennemgået</th>
            <th scope="col">Emne</th>
          </tr>
        </thead>
        <tbody>
          {waiting.slice(0, shownWaiting).map((letter) => (
            <tr>
              <td>
                <a href={`/breve/${letter.id}`}>{letterName(letter)}</a>
              </td>
              <td class="nowrap">{letter.date ? shortDate(letter.date) : 'Uden dato'}</td>
              <td class="nowrap">
                {letter.commitments - letter.proposed} af {letter.commitments}
              </td>
              <td class="text">{opening(letter.subject ?? '', 80)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {waiting.length > shownWaiting && (
        <p>
          <a href="/indbakke?vis=venter#breve">
            Vis alle {waiting.length.toLocaleString('da')} breve, der venter
          </a>
        </p>
      )}
    </>
  )
}

function Municipalities({ overview }: { overview: Overview }) {
  return (
    <ScrollTable label="Kommuner">
      <thead>
        <tr>
          <th scope="col">Kommune</th>
          <th scope="col" class="number">
            Breve
          </th>
          <th scope="col" class="number">
            Tilsagn
          </th>
          <th scope="col" class="number">
            Ikke gennemgået
          </th>
          <th scope="col" class="number">
            Frist nået
          </th>
          <th scope="col">Næste frist</th>
        </tr>
      </thead>
      <tbody>
        {overview.municipalities.map(({ municipality, letters, commitments, proposed, come, next }) => (
          <tr>
            <th scope="row">
              <a href={`/sager?kommune=${municipality.code}`}>{municipality.name}</a>
            </th>
            <td class="number">{letters}</td>
            <td class="number">{commitments}</td>
            <td class="number">{proposed}</td>
            <td class="number">{come}</td>
            <td class="nowrap">
              {next ? (
                <a href={`/breve/${next.row.letterId}#t-${next.row.id}`}>{shortDate(next.day)}</a>
              ) : (
                'Ingen'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Verdicts({ verdicts: { period, counts } }: { verdicts: VerdictCounts }) {
  return (
    <section aria-labelledby="afgoerelser">
      <h2 id="afgoerelser">Tilsagn efter afgørelse</h2>
      <p>
        Forventninger og mål, holdt op mod tallene for {danishDataPeriod(period.code)}. En afgørelse er et
        forslag, til den er bekræftet på <a href={`/tjekliste?periode=${period.code}`}>tjeklisten</a>.
      </p>
      <ul class="figures no-max-width">
        {verdictValues
          .filter((value) => counts.has(value))
          .map((value) => (
            <li>
              <a href={`/tilsagn?afgoerelse=${value}`}>
                <strong>{(counts.get(value) ?? 0).toLocaleString('da')}</strong> {verdictWord(value)}
              </a>
            </li>
          ))}
      </ul>
    </section>
  )
}

function States({ states }: { states: Overview['states'] }) {
  return (
    <ul class="figures no-max-width">
      {deadlineStates
        .filter((state) => states.has(state))
        .map((state) => (
          <li>
            <a href={`/tilsagn?tilstand=${state}`}>
              <strong>{(states.get(state) ?? 0).toLocaleString('da')}</strong> {capital(stateWord(state))}
            </a>
          </li>
        ))}
    </ul>
  )
}
