/** The command line, or an input it names, is wrong: exit status 2. `message` is one clear line. */
export class UsageError extends Error {
  override name = 'UsageError'
}
