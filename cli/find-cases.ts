import { caseOf, casesOfLetter } from '../followup/case/read-cases.ts'
import type { Case } from '../schemas/case.ts'
import type { Store } from '../store/query.ts'
import { resolveId } from './commands/show.ts'
import { municipalityCode } from './municipality.ts'
import { UsageError } from './usage-error.ts'

/**
 * The cases of a municipality, of a case's id (`0259-c725792c97`), or of a letter.
 * @param today `YYYY-MM-DD`
 * @throws UsageError when there is none
 */
export async function findCases(store: Store, what: string, today: string): Promise<Case[]> {
  const id = /^(\d{4})-([0-9a-f]+)$/i.exec(what)
  if (id) {
    const letter = await letterOf(store, id[2] ?? '')
    const cases = caseOf(store, id[1] ?? '', today)
    const found = cases.filter(({ steps }) => steps.some(({ letterId }) => letterId === letter))
    if (found.length === 0) throw new UsageError(`${what}: there is no such case; see 'opfolg cases'`)
    return found
  }
  if (/^[0-9a-f]{5,}$/i.test(what)) {
    const cases = casesOfLetter(store, await letterOf(store, what), today)
    if (cases.length === 0) throw new UsageError(`${what}: this letter stands in no case; see 'opfolg cases'`)
    return cases
  }
  const cases = caseOf(store, municipalityCode(what), today)
  if (cases.length === 0)
    throw new UsageError(`${what}: there is no letter to or from it; see 'opfolg cases'`)
  return cases
}

/** A letter's id, of its beginning. @throws UsageError when there is no such letter */
export async function letterOf(store: Store, typed: string): Promise<string> {
  const { record, id } = await resolveId(store, typed)
  if (record !== 'letter') throw new UsageError(`${typed}: a commitment; name a letter`)
  return id
}
