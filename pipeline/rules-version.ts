import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { extractorVersion } from '../extractors/version.ts'

/** What of `data/` is for figures and verdicts: a change of it changes nothing in letters. */
const notOfLetters = /^(?:indicators|verdicts)\.json$|^figures[\\/]/

/**
 * The version of the rules that letters are extracted with: the extractors' own version and a hash of the language
 * facts in `data/`, so that a correction of a word list also takes effect on letters that are recorded already.
 */
export function rulesVersion(): string {
  const folder = join(packageRoot, 'data')
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.json') && !notOfLetters.test(name),
  )
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return `${extractorVersion}-${hash.digest('hex').slice(0, 12)}`
}
