import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium lies: `$CHROMIUM`, or where Debian puts it; undefined when there is none. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM ?? '', ...places].find(
  (path) => path !== '' && existsSync(path),
)

/** Says loudly that tests are skipped for want of a browser. */
export function warnWithoutChromium(): void {
  if (chromiumPath === undefined)
    process.stderr.write(
      '\n*** NO CHROMIUM: THE TESTS IN A BROWSER ARE SKIPPED. apt-get install chromium, or set $CHROMIUM ***\n\n',
    )
}

/** Starts the browser. It is a sandbox of its own only where it may be: not for root in a container. */
export function startChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('there is no Chromium; install it or set $CHROMIUM')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
