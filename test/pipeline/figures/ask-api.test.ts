import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { type ApiRequest, askApi } from '../../../pipeline/figures/ask-api.ts'
import type { ImportOptions } from '../../../pipeline/figures/import-figures.ts'

const token = 'hemmelig-token'
const options: ImportOptions = { columns: [], period: '2018M12', today: '2019-02-04' }
const v2 = [
  {
    Variables: [{ Label: 'Area' }, { Label: 'Periode' }, { Label: 'Aktiveringsgrad' }],
    Data: [
      ['Hele landet', '2018M12', '20,3'],
      ['Køge', '2018M12', '24,9'],
    ],
  },
]
const v3 = {
  columns: ['Periode', 'Område', 'Aktiveringsgrad'],
  rows: [
    ['2018M12', 'Hele landet', 20.3],
    ['2018M12', 'Køge', 24.9],
  ],
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Starts a service that answers as `answer` does. @returns what `askApi` needs to ask it, and what it was asked */
async function service(answer: RequestListener) {
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString()
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    answer(request, response)
  })
  const own = server
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const { port } = own.address() as AddressInfo
  const request: ApiRequest = { table: 'Y60C07', version: '3', baseUrl: `http://127.0.0.1:${port}`, token }
  return { asked, request }
}
const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

test('version 3 is asked with a bearer token, for all municipalities', async () => {
  const { asked, request } = await service(json(200, v3))
  const read = await askApi(request, options)
  const url = new URL(asked[0]?.url ?? '', 'http://localhost')
  expect(asked[0]).toMatchObject({ method: 'GET', headers: { authorization: `Bearer ${token}` } })
  expect(url.pathname).toBe('/v3/data/y60c07')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    'mgroup.*': '*',
    'period.M': '2018M12',
    'hierarchy._nykom': '*',
    format: 'json',
  })
  expect(read.observations.map(({ area, value }) => [area, value])).toEqual([
    ['DK', 20.3],
    ['0259', 24.9],
  ])
  expect(read.source).toMatchObject({
    source: 'jobindsats.dk',
    table: 'Y60C07',
    format: 'json-v3',
    retrieved: '2019-02-04',
  })
})

test('without a period the latest months are asked for', async () => {
  const { asked, request } = await service(json(200, v3))
  await askApi(request, { columns: [], today: '2019-02-04' })
  expect(new URL(asked[0]?.url ?? '', 'http://localhost').searchParams.get('period.M')).toBe('latest:12')
})

test('version 2 is asked with the bare token', async () => {
  const { asked, request } = await service(json(200, v2))
  const read = await askApi({ ...request, version: '2' }, options)
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/v2/data/y60c07/json',
    headers: { authorization: token },
  })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ area: '*', period: ['2018M12'] })
  expect(read.observations.map(({ value }) => value)).toEqual([20.3, 24.9])
})

test.each<[string, RequestListener, RegExp]>([
  [
    'a request it cannot make sense of',
    json(422, { code: 422, cause: 'Ukendt periode', request_id: 'a1b2' }),
    /refused the request \(422, request a1b2\): Ukendt periode/,
  ],
  ['a wrong token', json(401, { code: 401, cause: 'Unauthorized' }), /does not accept the token \(401\)/],
  ['no rights', json(403, {}), /does not accept the token \(403\)/],
  ['no such table', json(404, {}), /no such table \(404\)/],
  [
    'a broken service',
    (_, response) => response.writeHead(500).end('oops'),
    /answered with an error \(500\)/,
  ],
  [
    'a page instead of JSON',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    /is no JSON \(text\/html\)/,
  ],
  ['broken JSON', (_, response) => response.writeHead(200).end('{"columns": ['), /broken JSON/],
  ['an empty answer', (_, response) => response.writeHead(200).end(), /is no JSON/],
  ['other JSON', json(200, { hello: 'world' }), /no answer of jobindsats.dk/],
  [
    'no rows',
    json(200, { columns: ['Periode', 'Område', 'Aktiveringsgrad'], rows: [] }),
    /no (column of )?figures/,
  ],
  ['a broken line', (_, response) => response.destroy(), /cannot be reached/],
])('%s is one clear line without the token', async (_, answer, message) => {
  const { request } = await service(answer)
  const failed = askApi(request, options).catch((error: Error) => error)
  expect(await failed).toMatchObject({ name: 'BadFigures', message: expect.stringMatching(message) })
  expect(((await failed) as Error).message).not.toContain(token)
})

test('a redirection is not followed, since the token would go with it', async () => {
  const { asked, request } = await service((incoming, response) =>
    incoming.url === '/other'
      ? json(200, v3)(incoming, response)
      : response.writeHead(302, { location: '/other' }).end(),
  )
  await expect(askApi(request, options)).rejects.toThrow('cannot be reached')
  expect(asked).toHaveLength(1)
})

test('a service that never answers is given up', async () => {
  const { request } = await service(() => {})
  await expect(askApi({ ...request, patience: 50 }, options)).rejects.toThrow(
    /no answer from .* within 0.05 s/,
  )
})

test.each<[Partial<ApiRequest>, RegExp]>([
  [{ token: '' }, /no token/],
  [{ token: 'to\nlinjer' }, /no token/],
  [{ baseUrl: 'http://api.jobindsats.dk' }, /begins with https/],
  [{ baseUrl: 'jobindsats' }, /begins with https/],
  [{ table: '../tables' }, /not the code of a table/],
])('nothing is sent with %j', async (more, message) => {
  const { asked, request } = await service(json(200, v3))
  await expect(askApi({ ...request, ...more }, options)).rejects.toThrow(message)
  expect(asked).toEqual([])
})

test('version 2 cannot be asked without a period', async () => {
  const { asked, request } = await service(json(200, v2))
  const asking = askApi({ ...request, version: '2' }, { columns: [], today: '2019-02-04' })
  await expect(asking).rejects.toThrow(/--period/)
  expect(asked).toEqual([])
})
