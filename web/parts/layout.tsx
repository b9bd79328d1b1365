import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

export const sections = [
  ['/', 'Overblik'],
  ['/indbakke', 'Indbakke'],
  ['/tilsagn', 'Tilsagn'],
  ['/sager', 'Sager'],
  ['/data', 'Data'],
  ['/tjekliste', 'Tjekliste'],
  ['/udkast', 'Breve'],
  ['/soeg', 'Søg'],
  ['/hjaelp', 'Hjælp'],
] as const

export type LayoutProps = {
  title: string
  /** The path of the section that is open. */
  section?: string
  who: string | null
  /** The path to return to after the name was changed. */
  here?: string
  /** Scripts of this page, beside those of every page. */
  scripts?: string[]
  /** Whether the page uses the whole width of the window. */
  wide?: boolean
  children?: Child
}

/** What stands around every page: head, the way around, who works, and the content. */
export function Layout({ title, section, who, here, scripts = [], wide, children }: LayoutProps) {
  const main = wide ? 'container wide' : 'container'
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="da">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta
            name="htmx-config"
            content='{"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"defaultSettleDelay":0,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"409|422","swap":true},{"code":"[45]..","swap":false,"error":true}]}'
          />
          <title>{`${title} – Opfølg`}</title>
          <link rel="icon" href="/assets/img/svg-icons/checklist.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/css/dkfds.min.css" />
          <link rel="stylesheet" href="/assets/opfolg.css" />
          {scripts.map((name) => (
            <script src={`/assets/${name}`} defer />
          ))}
        </head>
        <body>
          <a class="skipnav" href="#indhold">
            Gå til indholdet
          </a>
          <header class="top">
            <div class={`${main} top-row`}>
              <a class="brand" href="/">
                Opfølg
              </a>
              <nav class="sections" aria-label="Sektioner">
                <ul class="no-max-width">
                  {sections.map(([path, name]) => (
                    <li>
                      <a href={path} aria-current={path === section ? 'page' : undefined}>
                        {name}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <p class="who">
                {who ? (
                  <>
                    <span class="who-name">{who}</span> <a href={nameLink(here)}>Skift navn</a>
                  </>
                ) : (
                  <a href={nameLink(here)}>Skriv dit navn</a>
                )}
              </p>
            </div>
          </header>
          <main id="indhold" class={main} tabindex={-1}>
            {children}
          </main>
          <footer class="bottom">
            <div class={main}>
              <p>
                Opfølg foreslår, et menneske afgør. Alt bliver på denne maskine, og intet sendes.{' '}
                <a href="/hjaelp">Hjælp</a>
              </p>
            </div>
          </footer>
        </body>
      </html>
    </>
  )
}

const nameLink = (here: string | undefined): string => `/navn?tilbage=${encodeURIComponent(here ?? '/')}`
