/** A template cannot be used, or a field it needs has no value. `message` is one line that says which and what to do. */
export class BadTemplate extends Error {
  override name = 'BadTemplate'
}
