import type { StoredCommitment } from '../../schemas/stored-letter.ts'
import type { AuditEntry } from '../../store/decide.ts'
import { capital, danishRecurrence, danishTime, kindWord, moment, reviewWord, statusWord } from './words.ts'

const fields: [string, (of: StoredCommitment) => string][] = [
  ['Gennemgang', ({ review }) => reviewWord(review)],
  ['Slags', ({ kind }) => kindWord(kind)],
  ['Status', ({ status }) => statusWord(status)],
  ['Tid', ({ times }) => times.map(danishTime).join(', ')],
  ['Gentages', ({ every }) => (every ? danishRecurrence(every) : '')],
  ['Ansvarlig', ({ responsible }) => responsible ?? ''],
]

const actions: Record<string, string> = { added: 'tilføjet', undone: 'fortrudt' }

/** What an action of the log is called. */
export function actionWord(action: string): string {
  if (actions[action]) return actions[action]
  return ['proposed', 'confirmed', 'edited', 'rejected'].includes(action)
    ? reviewWord(action as 'edited')
    : action
}

/** What persons decided on a commitment, the newest first. */
export function History({ log }: { log: AuditEntry[] }) {
  if (log.length === 0) return null
  return (
    <details class="history">
      <summary>Historik ({log.length})</summary>
      <ul>
        {log.toReversed().map((entry) => (
          <li>
            {capital(actionWord(entry.action))} af {entry.who}, {moment(entry.at)}
            {entry.reason && `: ${entry.reason}`}
            <Changes entry={entry} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Changes({ entry }: { entry: AuditEntry }) {
  const [before, after] = [entry.before, entry.after] as (StoredCommitment | null)[]
  if (!before?.times || !after?.times) return null
  const changed = fields
    .map(([name, value]) => ({ name, was: value(before) || 'intet', is: value(after) || 'intet' }))
    .filter(({ was, is }) => was !== is)
  if (changed.length === 0) return null
  return (
    <ul>
      {changed.map(({ name, was, is }) => (
        <li>
          {name}: {was} → {is}
        </li>
      ))}
    </ul>
  )
}
