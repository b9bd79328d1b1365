import type { Context } from 'hono'

/** The id of the part of a page that htmx asks for; null for a whole page, which is what a browser alone asks for. */
export function ownHeader(c: Context): string | null {
  return c.req.header('hx-request') === 'true' ? (c.req.header('hx-target') ?? null) : null
}
