/** The archive folder cannot be used. `message` is one line that names it, the reason and what to do. */
export class UnusableArchive extends Error {
  override name = 'UnusableArchive'
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Turns an error of the file system about the archive into one clear line. */
export function explainArchive(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  // a full disk is no fault of the command line
  if (full.has(code))
    return new Error(
      `${folder}: no room for the original (${code}); free some on the disk and run the same command again`,
    )
  return new UnusableArchive(
    `${folder}: originals cannot be kept there (${code}); check the permissions of the folder`,
  )
}
