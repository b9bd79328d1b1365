import { Hono } from 'hono'
import { glossary } from '../../schemas/glossary.ts'
import type { Asked } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { capital } from '../parts/words.ts'

/** What the lists of values of the glossary are called. */
const listNames: Record<string, string> = {
  term: 'Begreber',
  'kind of letter': 'Slags brev',
  'kind of commitment': 'Slags tilsagn',
  'status at the date of the letter': 'Status, da brevet blev skrevet',
  "state at a period's end": 'Tilstand på en dag',
  review: 'Gennemgang',
  'step of a case': 'Skridt i en sag',
  'state of a reply': 'Svar på en anmodning',
  'why a letter is in its case': 'Hvorfor et brev står i sin sag',
  'answer to a question': 'Svar på et spørgsmål',
  'outcome of an assessment': 'Udfald af en vurdering',
  'note on an answer': 'Bemærkninger til et svar',
  verdict: 'Afgørelser',
  'rule of a verdict': 'Hvad en afgørelse bygger på',
  trend: 'Udvikling',
  'state of an observation': 'Tal, der mangler',
  'grade of a scanned page': 'Hvor godt en skannet side er læst',
  'comparator of a target': 'Sammenligning i et mål',
  'relation of a time': 'Hvad et tidspunkt betyder',
  'grain of a time': 'Hvor præcist et tidspunkt er',
  'rule of a commitment': 'Regler, der finder tilsagn',
  'rule of a time': 'Regler, der finder tidspunkter',
  'part of a letter': 'Dele af et brev',
  'format of a file': 'Filformater',
}

const lists = [...new Set(glossary.map(({ of }) => of))]
const anchor = (of: string): string => `ord-${of.replace(/[^a-z]+/g, '-')}`

/** How the work goes, the keys, the rules, and the glossary. */
export const helpPage = new Hono<Asked>().get('/', (c) =>
  c.html(
    <Layout title="Hjælp" section="/hjaelp" who={c.var.who} here="/hjaelp">
      <h1>Hjælp</h1>
      <h2>Fra brev til overblik</h2>
      <ol class="steps">
        <li>
          Læg filerne i <a href="/indbakke">indbakken</a>. Hver fil deles i breve, og i hvert brev findes
          afsender, dato, sagsnummer, underskrivere og tilsagn med frister. Intet forlader maskinen. Startes
          Opfølg med <code>--watch</code> og en mappe, læses filer, der kommer i mappen, af sig selv; de
          bliver, hvor de ligger.
        </li>
        <li>
          Åbn et brev, og gennemgå det, der er fundet: bekræft, ret eller afvis hvert tilsagn, og tilføj det,
          der mangler. Det, du afgør, ændres aldrig af en regel.
        </li>
        <li>
          Under <a href="/tilsagn">Tilsagn</a> vælger du dem, du vil følge, gemmer valget som en visning og
          henter listen til regneark. Om et tilsagn er holdt, afgøres efter de seneste tal, der er lagt ind
          under <a href="/data">Data</a>; du kan vælge en anden periode.
        </li>
        <li>
          Bekræft afgørelserne på <a href="/tjekliste">tjeklisten</a>, før du skriver{' '}
          <a href="/udkast">brevet</a>. Brevets side siger til, hvis noget i det kun er et forslag.
        </li>
        <li>
          <a href="/">Overblikket</a> viser, hvad der venter, og hvilke frister der kommer.
        </li>
      </ol>
      <h2 id="genveje">Taster ved gennemgang</h2>
      <ReviewKeys />
      <h2>Hvordan reglerne virker</h2>
      <p>
        Et tilsagn findes ved, hvordan sætningen er bygget: hvem der handler, udsagnsordets tid og de ord, der
        binder afsenderen. Ingen regel kender en bestemt kommune eller et bestemt brev. Ved hvert fund står
        navnet på reglen og det, der er antaget, for eksempel et år, der er taget fra brevets dato. En dag
        falder til udløb ved slutningen af den periode, ordene nævner; ved »fra« og »inden« ved dens
        begyndelse.
      </p>
      <h2>Ord og skabeloner kan rettes</h2>
      <p>
        De ord, reglerne bygger på, og skabelonerne ligger som filer i mappen <code>data</code>. Hver fil
        begynder med en note om, hvad der står i den. Ret filen i et tekstprogram, og læs filerne igen: det,
        mennesker har afgjort, bliver stående.
      </p>
      <h2 id="ordliste">Ordliste</h2>
      <ul>
        {lists.map((of) => (
          <li>
            <a href={`#${anchor(of)}`}>{listNames[of] ?? of}</a>
          </li>
        ))}
      </ul>
      {lists.map((of) => (
        <section aria-labelledby={anchor(of)}>
          <h3 id={anchor(of)}>{listNames[of] ?? of}</h3>
          <ScrollTable label={listNames[of] ?? of}>
            <thead>
              <tr>
                <th scope="col">Ord</th>
                <th scope="col">Betydning</th>
                <th scope="col">I eksport</th>
              </tr>
            </thead>
            <tbody>
              {glossary
                .filter((entry) => entry.of === of)
                .map(({ term, danish, explanation }) => (
                  <tr>
                    <th scope="row">{capital(danish)}</th>
                    <td>{explanation}</td>
                    <td lang="en">{term}</td>
                  </tr>
                ))}
            </tbody>
          </ScrollTable>
        </section>
      ))}
      <h2>Licenser</h2>
      <p>
        Udseendet er Det Fælles Designsystem (MIT) med skriften IBM Plex Sans (SIL Open Font License 1.1) og
        ikoner fra Material Symbols (Apache 2.0). Siderne bruger htmx (0BSD) og Hono (MIT).
      </p>
    </Layout>,
  ),
)

const keys: [string, string][] = [
  ['j eller ↓', 'næste fund'],
  ['k eller ↑', 'forrige fund'],
  ['b', 'bekræft'],
  ['a', 'afvis'],
  ['r', 'ret tid, slags, status og ansvarlig'],
  ['n', 'tilføj de ord, du har markeret i brevet, som et tilsagn'],
  ['f', 'fortryd den seneste afgørelse'],
  ['g', 'gå til stedet i brevet og tilbage'],
  ['?', 'vis tasterne'],
  ['Esc', 'luk uden at gemme'],
]

/** The keys of the review, as a table. */
export function ReviewKeys() {
  return (
    <table class="table table--compact keys">
      <thead>
        <tr>
          <th scope="col">Tast</th>
          <th scope="col">Gør</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([key, does]) => (
          <tr>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
