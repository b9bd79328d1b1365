import { Hono } from 'hono'
import { marks, matchExpression, type SearchHit, search } from '../../store/search.ts'
import type { Asked, Web } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { counted, shortDate } from '../parts/words.ts'

const most = 50

/** Full text over letters and commitments; each hit leads to its place. */
export function searchPage(web: Web): Hono<Asked> {
  return new Hono<Asked>().get('/', (c) => {
    const typed = (c.req.query('ord') ?? '').slice(0, 300)
    const hits = typed === '' ? [] : search(web.store, typed, most)
    return c.html(
      <Layout title={typed === '' ? 'Søg' : `Søg: ${typed}`} section="/soeg" who={c.var.who} here="/soeg">
        <h1>Søg</h1>
        <search>
          <form class="inline-form" method="get" action="/soeg">
            <div class="form-group grow">
              <label class="form-label" for="ord">
                Ord, der skal stå i brevet eller tilsagnet
              </label>
              <span class="form-hint" id="ord-hjaelp">
                Alle ordene skal være der. "Ord i anførselstegn" står sammen. Et ord må slutte med *:
                beskæftigelse*.
              </span>
              <input
                class="form-input"
                type="search"
                id="ord"
                name="ord"
                value={typed}
                aria-describedby="ord-hjaelp"
              />
            </div>
            <button class="button button-primary" type="submit">
              Søg
            </button>
          </form>
        </search>
        {typed !== '' && <Hits hits={hits} typed={typed} />}
      </Layout>,
    )
  })
}

function Hits({ hits, typed }: { hits: SearchHit[]; typed: string }) {
  if (matchExpression(typed) === null)
    return <p role="status">Der er ingen ord at søge efter. Skriv mindst ét.</p>
  if (hits.length === 0)
    return (
      <p role="status">Intet fundet. Prøv færre ord, eller slut et ord med * for at finde dets former.</p>
    )
  const commitments = hits.filter(({ record }) => record === 'commitment')
  const letters = hits.filter(({ record }) => record === 'letter')
  return (
    <>
      <p role="status">
        {counted(commitments.length, 'tilsagn', 'tilsagn')} og {counted(letters.length, 'brev', 'breve')}{' '}
        fundet
        {hits.length >= most && `; højst ${most} af hver er vist`}.
      </p>
      <HitList title="Tilsagn" hits={commitments} typed={typed} />
      <HitList title="Breve" hits={letters} typed={typed} />
    </>
  )
}

function HitList({ title, hits, typed }: { title: string; hits: SearchHit[]; typed: string }) {
  if (hits.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="hits">
        {hits.map((hit) => (
          <li>
            <a href={placeOf(hit, typed)}>
              {hit.municipality ?? 'Ukendt afsender'}, {hit.date ? shortDate(hit.date) : 'uden dato'}
            </a>
            <p>{snippet(hit.snippet)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function placeOf({ record, id, letterId }: SearchHit, typed: string): string {
  const words = `ord=${encodeURIComponent(typed)}`
  return record === 'commitment'
    ? `/breve/${letterId}?${words}&tilsagn=${id}#m-${id}`
    : `/breve/${id}?${words}#hit-1`
}

/** The words of a snippet, those that were found marked. */
function snippet(text: string) {
  return text.split(marks.open).map((part, index) => {
    const [found, rest] = index === 0 ? [null, part] : part.split(marks.close, 2)
    return found === null ? (
      rest
    ) : (
      <>
        <mark>{found}</mark>
        {rest}
      </>
    )
  })
}
