import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { packageRoot } from '../data/load.ts'
import { PageError } from './page-error.ts'

const require = createRequire(import.meta.url)
const dkfds = join(dirname(require.resolve('dkfds')), '..')
const htmx = dirname(require.resolve('htmx.org'))

/** Which files are shipped, by the path under /assets/: ours, and of the packages what the pages use. */
const served: [RegExp, string][] = [
  [/^(?:opfolg|timeline|review)\.(?:css|js)$/, join(packageRoot, 'web/assets')],
  [/^(?:inbox|page)\.js$/, join(packageRoot, 'web/assets')],
  [/^htmx\.min\.js$/, htmx],
  [/^css\/dkfds\.min\.css$/, dkfds],
  [/^img\/svg-icons\/[a-z-]+\.svg$/, dkfds],
  [
    /^fonts\/IBMPlexSans\/complete\/woff2\/IBMPlexSans-(?:Regular|Italic|Medium|SemiBold|Bold)\.woff2$/,
    dkfds,
  ],
]

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

type Asset = { plain: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> | null; type: string }
const loaded = new Map<string, Asset>()

/** A file that is shipped, and the same packed where that makes it smaller; kept in memory once it was asked for. */
function load(path: string): Asset | null {
  const known = loaded.get(path)
  if (known) return known
  const folder = served.find(([pattern]) => pattern.test(path))?.[1]
  if (!folder) return null
  const file = realpathSync(join(folder, path))
  if (!file.startsWith(realpathSync(folder) + sep)) return null
  const plain = new Uint8Array(readFileSync(file))
  const type = types[extname(path)] ?? 'application/octet-stream'
  const packed = type === 'font/woff2' ? null : new Uint8Array(gzipSync(plain, { level: 9 }))
  const asset = { plain, packed, type }
  loaded.set(path, asset)
  return asset
}

/** Stylesheets, scripts, icons and fonts: all from this machine. */
export const assets = new Hono().get('/:path{.+}', (c) => {
  const asset = load(c.req.param('path'))
  if (!asset) throw new PageError(404, 'Filen findes ikke', 'Gå til forsiden.')
  const { plain, packed, type } = asset
  const headers = { 'Content-Type': type, 'Cache-Control': 'max-age=3600', Vary: 'Accept-Encoding' }
  if (packed && /\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(packed, 200, { ...headers, 'Content-Encoding': 'gzip' })
  return c.body(plain, 200, headers)
})
