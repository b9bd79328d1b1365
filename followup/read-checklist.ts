import type { Checklist } from '../schemas/checklist.ts'
import type { Period } from '../schemas/period.ts'
import type { Store } from '../store/query.ts'
import { readLetters, readText } from '../store/read-letters.ts'
import { buildChecklist } from './build-checklist.ts'

/**
 * The checklist of a period from everything recorded.
 * @param only the code of one municipality; without it all of them
 */
export function readChecklist(store: Store, period: Period, only?: string): Checklist {
  const letters = readLetters(store).map((letter) => ({
    letter,
    text: readText(store, letter.id)?.text ?? '',
  }))
  return buildChecklist(letters, period, only)
}
