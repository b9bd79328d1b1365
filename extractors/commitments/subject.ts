import { grammar } from '../language/grammar.ts'
import { latin } from '../language/latin.ts'
import type { Predicate } from '../language/predicates.ts'
import { has } from '../language/verb-tokens.ts'
import type { Token } from '../language/words.ts'
import { commitmentLexicon } from './lexicon.ts'

/**
 * Who acts: `sender` (vi, kommunen), `staff` (teamlederen, udvalget), `other` (ministeren, man), `citizen`, `law`,
 * `matter` (a paper, a thought, a cost), `there` (the expletive "der"), `it` (det, dette: refers to something said), `thing` (anything else).
 */
export type SubjectClass =
  | 'sender'
  | 'staff'
  | 'other'
  | 'matter'
  | 'citizen'
  | 'law'
  | 'there'
  | 'it'
  | 'thing'
export type Subject = { class: SubjectClass; tokens: Token[] }

/** Neither the sender nor its steps: others, and papers, thoughts and costs. */
export const isElse = (subject: Subject | undefined): boolean =>
  subject?.class === 'other' || subject?.class === 'matter'

const classes = new Map<string, SubjectClass | null>()
const owners = new Map<string, SubjectClass | null>()

/** The class of a word; asked of the same words again and again. */
function classOf({ text, lower }: Token): SubjectClass | null {
  const known = classes.get(text)
  if (known !== undefined) return known
  const found = classIn(lower, text)
  classes.set(text, found)
  return found
}

/** The class of the owner that a genitive names: "regionens". */
function ownerOf({ text, lower }: Token): SubjectClass | null {
  if (!lower.endsWith('s')) return null
  const known = owners.get(text)
  if (known !== undefined) return known
  const found = classIn(lower.slice(0, -1), text)
  owners.set(text, found)
  return found
}

function classIn(word: string, text: string): SubjectClass | null {
  const { subject } = commitmentLexicon()
  if (word === 'der') return 'there'
  if (word === 'det' || word === 'dette' || word === 'herved') return 'it'
  // "I" is the polite or plural you only with a capital; "de" and "du" are told by the verb after them
  if (word === 'i') return text === 'I' ? 'other' : null
  if (word === 'de') return null
  if (subject.sender(word)) return 'sender'
  if (subject.other(word)) return 'other'
  if (isAcronym(text)) return 'sender'
  if (subject.matter(word)) return 'matter'
  if (subject.law(word)) return 'law'
  if (subject.citizen(word)) return 'citizen'
  if (subject.staff(word)) return 'staff'
  return null
}

const capitals = latin(/^\p{Lu}+$/u)
/** "BRK", "AMK": a unit of the sender's. */
const isAcronym = (text: string) => text.length >= 3 && text.length <= 5 && capitals.test(text)

/** "En gang i kvartalet udtager ...", "To gange årligt mødes ...". */
const timesPhrase = (tokens: Token[]) => tokens[1]?.lower === 'gang' || tokens[1]?.lower === 'gange'

/** A preposition ends the head of a noun phrase, but "af" may still belong to it ("de fleste af lederne"). */
const stopsPhrase = ({ lower, word }: Token) => word.preposition && lower !== 'af'

const isSubjectPronoun = (token: Token | undefined) =>
  token?.lower === 'vi' || token?.lower === 'jeg' || token?.text === 'I'

/** The class of a noun phrase is that of its first known word before a preposition or verb takes over. */
function phraseClass(tokens: Token[]): SubjectClass | null {
  let genitive: SubjectClass | null = null
  for (let i = 0; i < Math.min(tokens.length, 12); i++) {
    const token = tokens[i] as Token
    if (i > 0 && stopsPhrase(token)) break
    const found = classOf(token)
    if (found === 'it' && tokens.length > 1) continue
    // "regionens koordinator"
    if (found === 'staff' && genitive === 'other') return genitive
    if (found) return found
    const owner = ownerOf(token)
    if (owner === 'other' || owner === 'sender') genitive = owner
  }
  // "kommunens administration", but "borgerens økonomi" is a thing
  return genitive
}

/** Words that stand before a subject and are none of it. */
const joining = new Set(['og', 'at', 'samt', 'men'])

/**
 * The subject of `predicate` among `tokens` (a clause without its subordinate clauses): the noun phrase before the
 * verb, or after it where an adverbial opens the clause (the verb stands second in Danish).
 * @param from index where the predicate's own clause begins
 */
export function subjectOf(tokens: Token[], predicate: Predicate, from: number): Subject {
  const before = tokens.slice(from, predicate.at).filter((t) => !joining.has(t.lower))
  const first = before.find((t) => t.word.lettered)
  // "Det når vi", "Lovens krav forventer vi at ...": an object in front, when a pronoun follows the verb
  const fronted = isSubjectPronoun(tokens[predicate.at + 1])
  const inverted =
    fronted ||
    !first ||
    timesPhrase(before) ||
    first.word.firstField ||
    before[0]?.word.numeric ||
    (before[0]?.lower === 'den' && before[1]?.word.numeric)
  if (!inverted) {
    const found = phraseClass(before)
    if (found) return { class: found, tokens: before }
    const isPronounIt = before.length === 1 && ['den', 'de'].includes(first.lower)
    return { class: isPronounIt ? 'it' : 'thing', tokens: before }
  }
  let j = predicate.at + 1
  while (j < tokens.length && tokens[j]?.word.midField) j++
  const after: Token[] = []
  for (; j < tokens.length && after.length < 6; j++) {
    const token = tokens[j] as Token
    if (
      after.length > 0 &&
      !after.at(-1)?.lower.endsWith('-') &&
      token.word.firstField &&
      !grammar().determiners.has(token.lower)
    )
      break
    if ((has(token, 'part') || has(token, 'inf')) && after.length > 0 && !classOf(token)) break
    after.push(token)
    if (classOf(token)) break
  }
  const found = phraseClass(after)
  if (found) return { class: found, tokens: after }
  // "Fra 1. marts er vi ...", but also a number as subject: "19 af de 23 planer er ajourført"
  const numbered = before[0]?.word.numeric ? phraseClass(before) : null
  return { class: numbered ?? 'thing', tokens: after.length ? after : before }
}
