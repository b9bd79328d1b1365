import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const cookie = 'opfolg_adgang'
const hours = 12
/** Wrong words that are let through in a minute, all together. */
const triesAMinute = 10

/** Who has said the word: kept in memory, so that a restart closes every session. */
export type Sessions = {
  /** Whether the word is right; `null` when there were too many wrong ones just now. */
  check: (typed: string, now: number) => boolean | null
  open: (c: Context, now: number) => void
  isOpen: (c: Context, now: number) => boolean
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Sessions that open with `token`. Times are milliseconds. */
export function sessionsFor(token: string): Sessions {
  const ends = new Map<string, number>()
  let wrong: number[] = []
  return {
    check(typed, now) {
      wrong = wrong.filter((at) => at > now - 60_000)
      if (wrong.length >= triesAMinute) return null
      const right = timingSafeEqual(digest(typed), digest(token))
      if (!right) wrong.push(now)
      return right
    },
    open(c, now) {
      for (const [id, end] of ends) if (end < now) ends.delete(id)
      const id = randomBytes(32).toString('base64url')
      ends.set(id, now + hours * 3_600_000)
      setCookie(c, cookie, id, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: hours * 3600 })
    },
    isOpen: (c, now) => (ends.get(getCookie(c, cookie) ?? '') ?? 0) > now,
  }
}

/** What may be seen before the word is said: the page that asks for it, and how it looks. */
const open = /^\/(?:log-ind$|assets\/)/

/** Sends whoever has not said the word to the page that asks for it. */
export function requireSession(sessions: Sessions): MiddlewareHandler {
  return async (c, next) => {
    if (open.test(c.req.path) || sessions.isOpen(c, Date.now())) return next()
    return c.redirect('/log-ind', 303)
  }
}
