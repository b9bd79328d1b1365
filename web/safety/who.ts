import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Asked } from '../context.ts'
import { PageError } from '../page-error.ts'

const cookie = 'opfolg_navn'
const longestName = 80
const year = 365 * 24 * 3600

/** A name as it may stand in the history: one line, nothing that cannot be seen. */
export function cleanName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
}

/** Reads under what name the person works. */
export const readWho: MiddlewareHandler<Asked> = async (c, next) => {
  c.set('who', cleanName(getCookie(c, cookie) ?? '') || null)
  await next()
}

/** Remembers the name in the browser. */
export function rememberWho(c: Context, name: string): void {
  setCookie(c, cookie, cleanName(name), { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: year })
}

/** The name under which something is decided. @throws PageError when there is none */
export function requireWho(who: string | null): string {
  if (who !== null) return who
  const advice = 'Vælg »Skriv dit navn« øverst. Det skal stå i historikken, hvem der afgør hvad.'
  throw new PageError(403, 'Skriv dit navn først', advice)
}
