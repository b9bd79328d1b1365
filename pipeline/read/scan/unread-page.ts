import type { UnreadReason } from '../../../schemas/page.ts'

/** A page that cannot be read from its image; the other pages of the file can. */
export class UnreadPage extends Error {
  readonly reason: UnreadReason

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'UnreadPage'
    this.reason = reason
  }
}
