import { municipalityNamed } from '../../data/municipality-names.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { Token } from '../language/words.ts'
import type { ReadSentence } from './sentence.ts'
import type { Subject, SubjectClass } from './subject.ts'

/** The code of the municipality that a word names ("Sønderborg", "Odense", "Københavns"); undefined when it names none. */
const codeOf = ({ text, lower }: Token): string | undefined =>
  text[0] === lower[0]
    ? undefined
    : (municipalityNamed(lower) ?? municipalityNamed(lower.replace(/s$/, '')))?.code

const isMunicipal = ({ lower }: Token): boolean => lower === 'kommune' || lower === 'kommunes'

/** Who acts where a municipality is named: in its own letter it is the sender, in another's it is somebody else. */
function classIn({ class: subject, tokens }: Subject, sender: MunicipalityRef): SubjectClass {
  const named = tokens.flatMap((token) => codeOf(token) ?? [])
  if (named.length === 0) return subject
  // "Skive, Morsø og Struer kommuner" in a letter of one of them
  if (named.includes(sender.code))
    return subject === 'other' && tokens.some(({ lower }) => lower === 'kommuner') ? 'sender' : subject
  if (subject === 'sender' && tokens.some(isMunicipal)) return 'other'
  // "Odense og Nyborg har ...", "Sønderborg skifter ...", but not "virksomheder i Odense"
  const [first] = tokens
  return subject === 'thing' && first && codeOf(first) ? 'other' : subject
}

/** A sentence in which other municipalities are others. */
export function withNeighbours(sentence: ReadSentence, sender: MunicipalityRef | null): ReadSentence {
  if (sender === null) return sentence
  let changed = false
  const acts = sentence.acts.map((act) => {
    const found = classIn(act.subject, sender)
    if (found === act.subject.class) return act
    changed = true
    return { ...act, subject: { ...act.subject, class: found } }
  })
  return changed ? { ...sentence, acts } : sentence
}
