import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { assets } from './assets.ts'
import type { Asked, Web } from './context.ts'
import { PageError } from './page-error.ts'
import { casePages } from './pages/cases.tsx'
import { checklistPages } from './pages/checklist.tsx'
import { commitmentPages } from './pages/commitments.tsx'
import { draftPages } from './pages/drafts.tsx'
import { ErrorPage } from './pages/error.tsx'
import { figurePages } from './pages/figures.tsx'
import { helpPage } from './pages/help.tsx'
import { inboxPages } from './pages/inbox.tsx'
import { letterPages } from './pages/letter.tsx'
import { logInPage } from './pages/log-in.tsx'
import { namePage } from './pages/name.tsx'
import { overviewPage } from './pages/overview.tsx'
import { recordPage } from './pages/record.ts'
import { searchPage } from './pages/search.tsx'
import { checkHost, checkOrigin } from './safety/check-request.ts'
import { safeHeaders } from './safety/headers.ts'
import { requireSession, sessionsFor } from './safety/sessions.ts'
import { readWho } from './safety/who.ts'

/** Bytes of a form that carries no files. */
const formBytes = 256 * 1024

/** The web application: what guards every request, then the pages by their paths. */
export function createApp(web: Web): Hono<Asked> {
  const app = new Hono<Asked>()
  app.use(safeHeaders, checkHost(web.hosts), checkOrigin, readWho)
  if (web.token !== null) {
    const sessions = sessionsFor(web.token)
    app.use(requireSession(sessions))
    app.route('/log-ind', logInPage(sessions))
  }
  app.route('/assets', assets)
  app.route('/indbakke', inboxPages(web))
  app.route('/data', figurePages(web))
  app.use(bodyLimit({ maxSize: formBytes, onError: () => tooLarge() }))
  app.route('/', overviewPage(web))
  app.route('/breve', letterPages(web))
  app.route('/tilsagn', commitmentPages(web))
  app.route('/sager', casePages(web))
  app.route('/tjekliste', checklistPages(web))
  app.route('/udkast', draftPages(web))
  app.route('/soeg', searchPage(web))
  app.route('/hjaelp', helpPage)
  app.route('/navn', namePage)
  app.route('/post', recordPage(web))

  app.notFound((c) =>
    c.html(
      <ErrorPage
        status={404}
        message="Siden findes ikke"
        advice="Adressen er skrevet forkert, eller det, den viste, er ikke i databasen længere. Find det fra overblikket eller med søgning."
        who={c.var.who ?? null}
      />,
      404,
    ),
  )
  app.onError((error, c) => {
    const who = c.var.who ?? null
    if (error instanceof PageError) {
      const { status, message, advice } = error
      return c.html(<ErrorPage status={status} message={message} advice={advice} who={who} />, status)
    }
    web.log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    return c.html(
      <ErrorPage
        status={500}
        message="Noget gik galt i Opfølg"
        advice="Intet er ændret. Prøv igen. Sker det igen, så giv den, der passer Opfølg, besked: det, der skete, står i loggen."
        who={who}
      />,
      500,
    )
  })
  return app
}

function tooLarge(): never {
  throw new PageError(413, 'Formularen er for stor', 'Gå tilbage, og skriv en kortere tekst.')
}
