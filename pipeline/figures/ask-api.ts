import { z } from 'zod'
import { parsePeriod, periodKind } from '../../schemas/period.ts'
import { defaultLimits, inMegabytes } from '../read/limits.ts'
import { figuresOf, type ImportOptions, type ReadFigures } from './import-figures.ts'
import { readJson } from './json.ts'
import { BadFigures } from './table.ts'

/** A table to ask the service for. Versions differ in the address, in how the token is given, and in the answer. */
export type ApiRequest = {
  table: string
  version: '2' | '3'
  baseUrl: string
  token: string
  /** How long to wait for the whole answer, in milliseconds. */
  patience?: number
}

const defaultPatience = 60_000
/** How many months are asked for when no period is named. */
const latestMonths = 12

/**
 * Asks jobindsats.dk for the figures of a table in all municipalities: the only use of the network in the program.
 * @throws BadFigures when there is no answer, an error, or one that cannot be understood; never with the token in it
 * @source https://www.jobindsats.dk/information/om-api/introduktion-til-api/
 */
export async function askApi(request: ApiRequest, options: ImportOptions): Promise<ReadFigures> {
  const { address, init } = describeRequest(request, options.period)
  const bytes = await fetchAll(address, init, request.patience ?? defaultPatience)
  const table = readJson(new TextDecoder().decode(bytes))
  const name = `${request.table} (API v${request.version})`
  const origin = { name, path: address.href, bytes, format: table.format }
  const read = figuresOf(table, { ...options, source: options.source ?? 'jobindsats.dk' }, origin)
  return { ...read, source: { ...read.source, table: request.table } }
}

function describeRequest({ table, version, baseUrl, token }: ApiRequest, code?: string) {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new BadFigures('no token to ask with; put it in $OPFOLG_JOBINDSATS_TOKEN')
  if (!/^\w+$/.test(table)) throw new BadFigures('not the code of a table; it is written as Y01A02')
  const base = parseBase(baseUrl)
  const headers = { accept: 'application/json' }
  if (version === '2') {
    if (!code) throw new BadFigures('version 2 needs to know the period; say it with --period 2018M12')
    const body = JSON.stringify({ area: '*', period: [code] })
    const posted = { ...headers, 'content-type': 'application/json', authorization: token }
    const address = new URL(`v2/data/${table.toLowerCase()}/json`, base)
    return { address, init: { method: 'POST', headers: posted, body } }
  }
  const address = new URL(`v3/data/${table.toLowerCase()}`, base)
  const period = code === undefined ? null : parsePeriod(code)
  if (code !== undefined && !period)
    throw new BadFigures(`--period ${code}: not a period; write it as 2018M12, 2018Q04 or 2018Y01`)
  address.search = new URLSearchParams({
    'mgroup.*': '*',
    [`period.${period ? periodKind(period) : 'M'}`]: period?.code ?? `latest:${latestMonths}`,
    'hierarchy._nykom': '*',
    format: 'json',
  }).toString()
  return { address, init: { method: 'GET', headers: { ...headers, authorization: `Bearer ${token}` } } }
}

/** The token is a secret: it goes over an encrypted line, or to this machine. */
function parseBase(typed: string): URL {
  const url = URL.canParse(typed) ? new URL(typed.endsWith('/') ? typed : `${typed}/`) : null
  const local = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || (local && url.protocol === 'http:')) return url
  throw new BadFigures(`--base-url ${typed}: not an address that begins with https://`)
}

async function fetchAll(address: URL, init: RequestInit, patience: number): Promise<Uint8Array> {
  try {
    const response = await fetch(address, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const bytes = await readBody(response)
    if (!response.ok) throw refused(response.status, bytes)
    const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
    if (!/^[[{]/.test(start))
      throw new BadFigures(
        `the answer is no JSON (${response.headers.get('content-type') ?? 'of no type'}); is --base-url right?`,
      )
    return bytes
  } catch (error) {
    if (error instanceof BadFigures) throw error
    throw unreachable(address, error as Error, patience)
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > defaultLimits.fileBytes)
      throw new BadFigures(`the answer is bigger than ${inMegabytes(defaultLimits.fileBytes)}`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const errorSchema = z.object({ cause: z.string(), request_id: z.string().optional() })

function refused(status: number, bytes: Uint8Array): BadFigures {
  if (status === 401 || status === 403)
    return new BadFigures(`the service does not accept the token (${status}); see $OPFOLG_JOBINDSATS_TOKEN`)
  const said = errorSchema.safeParse(parse(new TextDecoder().decode(bytes))).data
  if (said) {
    const id = said.request_id ? `, request ${said.request_id}` : ''
    return new BadFigures(`the service refused the request (${status}${id}): ${said.cause}`)
  }
  if (status === 404) return new BadFigures('the service has no such table (404)')
  return new BadFigures(`the service answered with an error (${status}); try again later`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function unreachable(address: URL, error: Error, patience: number): BadFigures {
  if (error.name === 'TimeoutError')
    return new BadFigures(`no answer from ${address.host} within ${patience / 1000} seconds; try again later`)
  const cause = error.cause as (Error & { code?: string }) | undefined
  return new BadFigures(
    `${address.host} cannot be reached (${cause?.code ?? cause?.message ?? error.message})`,
  )
}
