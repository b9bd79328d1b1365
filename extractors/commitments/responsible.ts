import { latin } from '../language/latin.ts'
import { anyWordSearch } from '../language/word-search.ts'
import type { ReadSentence } from './sentence.ts'
import { roleOfLabel } from './tables.ts'

const named = latin(/(?<!\p{L})ansvarlig(?:e)?\s*(?:er)?\s*[:：]\s*(?<who>[^.;\n]{2,60})/iu)
const isResponsible = latin(
  /^(?<who>\p{Lu}[^.,;]{2,60}?)\s+(?:er\s+ansvarlig(?:e)?\s+for|har\s+ansvaret\s+for)/u,
)

const namesResponsible = anyWordSearch(['ansvar'])
const explicitIn = (text: string) =>
  namesResponsible(text)
    ? (named.exec(text)?.groups?.who ?? isResponsible.exec(text)?.groups?.who)
    : undefined

/** "fagkoordinator, frist: 15. december": only who, not what the next label says. */
function withoutOtherLabels(text: string): string {
  const parts = text.split(/[,(]\s*/)
  const other = parts.findIndex((part, at) => {
    const [first = ''] = part.split(/[\s:]/, 1)
    const role = at > 0 ? roleOfLabel(first) : null
    return role !== null && role !== 'responsible'
  })
  const who = (other < 0 ? text : parts.slice(0, other).join(', ')).trim()
  return who.includes('(') ? who : who.replace(/\)$/, '')
}

/** Who is to do it, as the letter names them: "Ansvarlig: ...", "... er ansvarlig for", or the acting subject. */
export function responsibleIn(sentences: ReadSentence[], text: string): string | null {
  const explicit = explicitIn(text)
  if (explicit) return withoutOtherLabels(explicit)
  for (const sentence of sentences) {
    for (const act of sentence.acts) {
      if (act.tense === 'past' || act.negated) continue
      const { tokens, class: subject } = act.subject
      if (subject !== 'staff' || act.passive || tokens.length === 0) continue
      const first = tokens[0]
      const last = tokens.at(-1)
      if (!first || !last) continue
      const offset = sentence.span.start
      const phrase = sentence.text.slice(first.start - offset, last.end - offset)
      if (phrase.length <= 80) return phrase
    }
  }
  return null
}
