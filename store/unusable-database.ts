/** The file named as the database cannot be used. `message` is one line that names the file, the reason and what to do. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase'
}
