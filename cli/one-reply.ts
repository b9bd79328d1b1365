import type { StoredReply } from '../schemas/reply.ts'
import type { Store } from '../store/query.ts'
import { readReplies } from '../store/replies.ts'
import { UsageError } from './usage-error.ts'

/** The draft whose id begins so. @throws UsageError when there is none, or several */
export function oneReply(store: Store, typed: string): StoredReply {
  const found = /^[0-9a-f]+$/i.test(typed) ? readReplies(store, typed.toLowerCase()) : []
  const [only, ...more] = found
  if (!only) throw new UsageError(`${typed}: there is no draft of this id; see 'opfolg reply list'`)
  if (more.length > 0) throw new UsageError(`${typed}: ${found.length} drafts begin so; type more of the id`)
  return only
}
