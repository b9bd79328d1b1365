/** What a check found: `subject` is the file, letter or commitment; `message` and `advice` are for a person. */
export type Finding = { code: FindingCode; subject: string; message: string; advice: string }

/**
 * Problems: something recorded is missing or not what it was. The last two are remarks: nothing is lost.
 * - `database-damaged`: SQLite's own check of the file, or of the references between tables
 * - `text-altered`: a letter's text is no longer that of its pages; `quote-altered`: a quote no longer that of its span
 * - `original-missing`, `original-altered`, `original-unreadable`: of a recorded file
 * - `unknown-file`: in the archive, but not named as an original, or its name does not tell its content
 * - `original-without-record`: an ingest was interrupted, or the database is older than the archive
 * - `unfinished-copy`: an ingest was interrupted, or is at work
 */
export const findingCodes = [
  'database-damaged',
  'text-altered',
  'quote-altered',
  'original-missing',
  'original-altered',
  'original-unreadable',
  'unknown-file',
  'original-without-record',
  'unfinished-copy',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Whether a finding is only a remark: nothing that was recorded is lost or altered. */
export const isRemark = ({ code }: Finding): boolean =>
  code === 'original-without-record' || code === 'unfinished-copy'
