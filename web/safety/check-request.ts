import type { MiddlewareHandler } from 'hono'
import { PageError } from '../page-error.ts'

/**
 * Refuses a request that names another host than ours: a page elsewhere could have its own name lead to this machine
 * (DNS rebinding) and then read what we answer.
 */
export function checkHost(hosts: string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? ''
    if (!hosts.includes(host))
      throw new PageError(
        421,
        'Adressen er ikke tilladt',
        'Åbn Opfølg på den adresse, som serveren skrev, da den startede. Skal den kunne nås under et andet navn, ' +
          'så start den med --allow-host NAVN.',
      )
    await next()
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request that changes something unless it comes from our own pages. Browsers say with every such request
 * where it comes from, in `Origin` or `Sec-Fetch-Site`; one that says neither is refused.
 */
export const checkOrigin: MiddlewareHandler = async (c, next) => {
  if (
    !safeMethods.has(c.req.method) &&
    !isOwn(c.req.header('host'), c.req.header('origin'), c.req.header('sec-fetch-site'))
  )
    throw new PageError(
      403,
      'Ændringen kom ikke fra Opfølgs egne sider',
      'Gå tilbage til siden i Opfølg, genindlæs den, og prøv igen.',
    )
  await next()
}

function isOwn(host: string | undefined, origin: string | undefined, site: string | undefined): boolean {
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site === 'same-origin'
  return origin === `http://${host}` || origin === `https://${host}`
}
