import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type LetterRow, readLetterRows } from '../../store/letter-rows.ts'
import type { Asked, Web } from '../context.ts'
import { ownHeader } from '../forms/htmx.ts'
import { readUploads, uploadLimits } from '../forms/uploads.ts'
import type { WatchedFolder } from '../inbox/watch-folders.ts'
import { PageError } from '../page-error.ts'
import { BatchList } from '../parts/batches.tsx'
import { inDanish } from '../parts/danish-messages.ts'
import { ErrorSummary, Field } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { Pages, pageOf } from '../parts/pages.tsx'
import { ScrollTable } from '../parts/table.tsx'
import { counted, letterName, moment, opening, shortDate } from '../parts/words.ts'

type ShownProps = { web: Web; onlyWaiting: boolean; page: number }

/** Files are handed in here, and the letters that were found in them are listed. */
export function inboxPages(web: Web): Hono<Asked> {
  const tooLarge = () => {
    const size = `${uploadLimits.totalBytes / 1024 / 1024} MB`
    throw new PageError(
      413,
      'Filerne er for store tilsammen',
      `Vælg færre filer ad gangen: højst ${size} i alt. Store samlinger kan læses med kommandoen opfolg ingest.`,
    )
  }
  return new Hono<Asked>()
    .get('/', (c) => {
      const shown = { web, onlyWaiting: c.req.query('vis') === 'venter', page: pageOf(c.req.query('side')) }
      if (ownHeader(c) === 'modtaget')
        return c.req.query('set') === seen(web) ? c.body(null, 204) : c.html(<Received {...shown} />)
      return c.html(<InboxPage {...shown} who={c.var.who} errors={[]} />)
    })
    .post('/', bodyLimit({ maxSize: uploadLimits.totalBytes, onError: tooLarge }), async (c) => {
      const { files, errors } = await readUploads(await c.req.formData())
      if (errors.length > 0)
        return c.html(
          <InboxPage web={web} onlyWaiting={false} page={1} who={c.var.who} errors={errors} />,
          422,
        )
      web.inbox.add(files, c.var.who ?? 'Upload')
      return c.redirect('/indbakke', 303)
    })
}

function InboxPage({ who, errors, ...shown }: ShownProps & { who: string | null; errors: string[] }) {
  return (
    <Layout
      title="Indbakke"
      section="/indbakke"
      who={who}
      here="/indbakke"
      scripts={['htmx.min.js', 'inbox.js']}
    >
      <h1>Indbakke</h1>
      <ErrorSummary errors={errors.map((message) => ({ field: 'filer', message }))} />
      <form method="post" action="/indbakke" enctype="multipart/form-data" class="upload">
        <Field
          id="filer"
          label="Filer med breve"
          hint={`PDF (også skannet), Word (.docx), mail (.eml og .msg), tekst, Markdown eller ZIP. Højst ${uploadLimits.files} filer ad gangen.`}
          error={errors.length > 0 ? 'Filerne blev ikke taget ind' : undefined}
        >
          <input
            class="drop"
            type="file"
            id="filer"
            name="filer"
            multiple
            required
            aria-describedby="filer-hjaelp"
          />
        </Field>
        <button class="button button-primary" type="submit">
          Læs filerne
        </button>
      </form>
      <Received {...shown} />
    </Layout>
  )
}

function WatchedFolders({ folders }: { folders: WatchedFolder[] }) {
  if (folders.length === 0) return null
  return (
    <section aria-labelledby="mapper">
      <h2 id="mapper">Mapper, der holdes øje med</h2>
      <ul>
        {folders.map(({ folder, files, trouble }) => (
          <li>
            <span class="file">{folder}</span>: {counted(files, 'fil', 'filer')}
            {trouble.map(({ path, code }) => (
              <p>
                <span class="badge badge-error">Kan ikke åbnes</span> <span class="file">{path}</span>{' '}
                {inDanish(code)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p class="quiet">
        Nye og ændrede filer læses af sig selv, når de er kopieret færdig. Filerne bliver, hvor de ligger.
      </p>
    </section>
  )
}

const lettersAPage = 50

/** What was seen of the inbox: a page that has it is not told again. */
const seen = ({ inbox, watched }: Web): string =>
  [inbox.version(), ...watched().map(({ files, trouble }) => `${files}-${trouble.length}`)].join('.')

/**
 * What is being read and what was found; it fetches itself again as long as something is being read, and where folders
 * are watched.
 */
function Received({ web, onlyWaiting, page }: ShownProps) {
  const busy = web.inbox.isBusy()
  const address = `/indbakke?${onlyWaiting ? 'vis=venter&' : ''}side=${page}&set=${seen(web)}`
  const every = busy ? 'every 1s' : web.watched().length > 0 ? 'every 4s' : null
  const again = every ? { 'hx-get': address, 'hx-trigger': every, 'hx-swap': 'outerHTML' } : {}
  return (
    <div id="modtaget" {...again}>
      <WatchedFolders folders={web.watched()} />
      <BatchList batches={web.inbox.batches()} busy={busy} />
      <Letters letters={readLetterRows(web.store)} onlyWaiting={onlyWaiting} page={page} />
    </div>
  )
}

function Letters({
  letters,
  onlyWaiting,
  page,
}: {
  letters: readonly LetterRow[]
  onlyWaiting: boolean
  page: number
}) {
  const waiting = letters.filter(({ proposed }) => proposed > 0)
  const listed = onlyWaiting ? waiting : letters
  const shown = listed.slice((page - 1) * lettersAPage, page * lettersAPage)
  return (
    <section aria-labelledby="breve">
      <h2 id="breve">Breve</h2>
      <nav class="choices" aria-label="Hvilke breve">
        <a href="/indbakke#breve" aria-current={onlyWaiting ? undefined : 'true'}>
          Alle ({letters.length.toLocaleString('da')})
        </a>
        <a href="/indbakke?vis=venter#breve" aria-current={onlyWaiting ? 'true' : undefined}>
          Venter på gennemgang ({waiting.length.toLocaleString('da')})
        </a>
      </nav>
      {shown.length === 0 ? (
        <p>{onlyWaiting ? 'Alle breve er gennemgået.' : 'Her kommer de breve, der findes i filerne.'}</p>
      ) : (
        <ScrollTable label="Breve">
          <thead>
            <tr>
              <th scope="col">Brev</th>
              <th scope="col">Dato</th>
              <th scope="col">Gennemgået</th>
              <th scope="col">Emne</th>
              <th scope="col">Fil</th>
              <th scope="col">Taget ind</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((letter) => (
              <tr>
                <th scope="row">
                  <a href={`/breve/${letter.id}`}>{letterName(letter)}</a>
                  {letter.issues > 0 && (
                    <>
                      {' '}
                      <span class="badge badge-warning">
                        {counted(letter.issues, 'bemærkning', 'bemærkninger')}
                      </span>
                    </>
                  )}
                </th>
                <td class="nowrap">{letter.date ? shortDate(letter.date) : 'Uden dato'}</td>
                <td class="nowrap">{progress(letter)}</td>
                <td class="text">{opening(letter.subject ?? '', 90)}</td>
                <td class="file">{letter.file}</td>
                <td class="nowrap">{moment(letter.addedAt)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        label="Sider med breve"
        page={page}
        pages={Math.ceil(listed.length / lettersAPage)}
        address={(to) => `/indbakke?${onlyWaiting ? 'vis=venter&' : ''}side=${to}#breve`}
      />
    </section>
  )
}

function progress({ commitments, proposed }: LetterRow): string {
  if (commitments === 0) return 'Ingen tilsagn'
  return `${commitments - proposed} af ${commitments}`
}
