import { grammar } from './grammar.ts'
import { latin } from './latin.ts'
import { findPredicates, type Predicate } from './predicates.ts'
import { has } from './verb-tokens.ts'
import { type Token, tokenize } from './words.ts'

/**
 * What kind of clause a stretch of a sentence is, told by the word that opens it:
 * `main`; `that` (at ...: the content of what is said or expected); `relative` (som, der, hvor ...);
 * `condition` (hvis, såfremt ...); `adverbial` (når, da, fordi, så ...); `question` (hvad, hvordan, om ...);
 * `aside` (in parentheses).
 */
export type ClauseType = 'main' | 'that' | 'relative' | 'condition' | 'adverbial' | 'question' | 'aside'
/** `predicates`: those of its tokens, once they have been asked for. */
export type Clause = { type: ClauseType; tokens: Token[]; predicates: Predicate[] | null }

/** What is said in a clause, read once. */
export function predicatesOf(clause: Clause): Predicate[] {
  clause.predicates ??= findPredicates(clause.tokens)
  return clause.predicates
}

/** Words that join two main clauses. */
export const joining: ReadonlySet<string> = new Set(['og', 'men', 'samt'])
const whichOnes = new Set(['hvilke', 'hvilken', 'hvilket'])

/** A word that opens a clause; "der" does not when it stands alone before a comma. */
const isOpener = ({ lower, word }: Token) => word.opener !== null && lower !== 'der'

function typeOf(tokens: Token[], before: Clause | undefined, beforeVerb: () => boolean): ClauseType {
  const first = before === undefined
  let i = 0
  while (i < tokens.length - 1 && i < 3 && tokens[i]?.word.clauseLead) i++
  const opening = tokens[i] as Token
  const { lower: word, word: known } = opening
  const afterPreposition = tokens[i - 1]?.word.preposition === true
  if (word === 'at' && isInfinitive(tokens[i + 1])) return beforeVerb() ? 'main' : 'adverbial'
  if (afterPreposition && word === 'at') return 'that'
  if (word === 'efter' && tokens[i + 1]?.lower === 'at') return 'adverbial'
  // "de sager, i hvilke fristen var overskredet"
  if (afterPreposition && !first && whichOnes.has(word)) return 'relative'
  // "Vi har god erfaring med det, og der bliver gennemført ...": behind another relative clause it goes on with that
  if (word === 'der' && i === 1 && joining.has(tokens[0]?.lower ?? '') && before?.type !== 'relative')
    return 'main'
  if (first && word === 'som' && isWhatIsKnown(tokens, i + 1)) return 'adverbial'
  // "..., hvilken aftale løber til ...": the noun before is taken up
  if (i === 0 && !first && whichOnes.has(word) && before.type === 'main' && hasVerb(before)) return 'relative'
  // "Hvad angår opfølgningen kan det oplyses, at ...": without a comma the main clause goes on
  if (first && word === 'hvad' && tokens[i + 1]?.lower === 'angår' && findPredicates(tokens).length > 1)
    return 'main'
  if (first && known.firstInMain) return 'main'
  // "inden udgangen af", "siden den 1. maj", "så vidt muligt": a preposition or adverb, not a conjunction
  if (known.timeConjunction && !isClauseAfter(tokens, i)) return 'main'
  if (word === 'hvis' && !first && (afterPreposition || !isSubjectStart(tokens[i + 1]))) return 'relative'
  // ", hvorfor vi afholder ..." goes on like a main clause: "therefore we hold"
  if (word === 'hvorfor') return first ? 'question' : 'main'
  // "Hvad angår opfølgning, så mødes vi ...": the verb shows that the main clause goes on
  if (word === 'så' && (has(tokens[i + 1], 'pres') || has(tokens[i + 1], 'pass'))) return 'main'
  if (word === 'selv' && tokens[i + 1]?.lower === 'om') return 'adverbial'
  if (word === 'uden' && tokens[i + 1]?.lower === 'at') return 'adverbial'
  if (word === 'om' && (tokens[i + 1]?.lower === 'at' || tellsHowLong(tokens[i + 1], tokens[i + 2])))
    return 'main'
  // "at andelen af ledige, der får et tilbud, når op på 80 pct.": the verb, no conjunction
  if (word === 'når' && !first && grammar().directions.has(tokens[i + 1]?.lower ?? '')) return 'main'
  if (!first && i === 0 && !isOpener(opening) && isBareRelative(tokens)) return 'relative'
  return known.opener ?? 'main'
}

/** "Som det vil være bekendt, ...", "Som ministeren er bekendt med, ..." */
function isWhatIsKnown(tokens: Token[], at: number): boolean {
  if (['det', 'vi', 'jeg'].includes(tokens[at]?.lower ?? '')) return true
  return /.{4}(?:en|et|ne)$/.test(tokens[at]?.lower ?? '') && isFiniteVerb(tokens[at + 1])
}

/** "om 3 måneder", "senest om tre måneder": from now, no question. */
const tellsHowLong = (next: Token | undefined, second: Token | undefined): boolean =>
  next === undefined ||
  next.word.numeric ||
  grammar().timeAfterOm.has(next.lower) ||
  ((next.lower === 'en' || next.lower === 'et') && grammar().timeUnits.has(second?.lower ?? ''))

/** "inden der er gået 3 måneder": a conjunction when a pronoun and not a noun phrase of time follows. */
function isClauseAfter(tokens: Token[], i: number): boolean {
  const next = tokens[i + 1]
  const second = tokens[i + 2]
  if (has(second, 'pres')) return true
  if (!next?.word.subjectStart || second?.word.numeric) return false
  return next.lower !== 'den' && next.lower !== 'det'
}

/**
 * Cuts a sentence into clauses at its commas, dashes and parentheses. A main clause that is interrupted by a
 * subordinate one comes as two `main` clauses; `mainTokens` puts them together again.
 * @param offset position of `sentence` in the letter's text
 */
export function splitClauses(sentence: string, offset = 0): Clause[] {
  const tokens = tokenize(sentence, offset)
  const clauses: Clause[] = []
  let current: Token[] = []
  let depth = 0
  let interrupted: ClauseType | null = null
  let resumed: ClauseType | null = null
  const close = () => {
    if (current.length === 0) return
    const type =
      depth > 0 ? 'aside' : (resumed ?? typeOf(current, clauses.at(-1), () => !clauses.some(hasVerb)))
    resumed = null
    clauses.push({
      type: tellsWhich(clauses, current) ? 'relative' : type,
      tokens: current,
      predicates: null,
    })
    current = []
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.word.breaks) {
      // "hvorledes, vi vil ...": a comma behind the word that opens the clause does not end it
      if (token.text === ',' && current.length === 1 && isOpener(current[0] as Token)) continue
      close()
      if (token.text === '(') {
        depth++
        interrupted = clauses.at(-1)?.type ?? null
      }
      if (token.text === ')' && depth > 0) {
        depth--
        // "at den (nævnt ovenfor) korrekte registrering vil ..." goes on as the clause it interrupts
        resumed = interrupted
      } else resumed = null
      continue
    }
    if (token.word.opensInside && opensInside(tokens, i, current)) close()
    current.push(token)
  }
  close()
  resumeContent(clauses)
  takeAboutBack(clauses)
  takeComparisonBack(clauses)
  return clauses
}

/** "at de 73 sager, hvor fristen er overskredet, fordeles på ...": what follows the interruption goes on with the content. */
function resumeContent(clauses: Clause[]): void {
  let content: Clause | null = null
  let told = false
  for (const clause of clauses) {
    if (clause.type === 'that') content = clause
    else if (clause.type === 'main') {
      // "For at hindre, at nye kommer til, er der ...": where nothing is said yet, it is the main clause
      const goesOn =
        told && content !== null && predicatesOf(content).length === 0 && predicatesOf(clause)[0]?.at === 0
      if (goesOn) clause.type = 'that'
      else told ||= predicatesOf(clause).length > 0
      content = null
    }
  }
}

/** "Om resultatet udfærdiges en årlig beretning, som ...": a question needs a main clause that asks it. */
function takeAboutBack([first, ...rest]: Clause[]): void {
  if (first?.type !== 'question' || first.tokens[0]?.lower !== 'om') return
  if (rest.some((clause) => clause.type === 'main' && predicatesOf(clause).length > 0)) return
  if (predicatesOf(first).length > 0) first.type = 'main'
}

/** "Enkle hjælpemidler som rollatorer udleveres nu ...": without another verb, "som" compares and the clause goes on. */
function takeComparisonBack(clauses: Clause[]): void {
  const [head, compared] = clauses
  const som = compared?.tokens[0]
  if (head?.type !== 'main' || compared?.type !== 'relative' || som?.lower !== 'som') return
  // behind a comma it tells which
  if (som.start - (head.tokens.at(-1)?.end ?? 0) > 1) return
  const [first] = predicatesOf(compared)
  if (!first || first.at < 2 || clauses.some((c) => c.type === 'main' && predicatesOf(c).length > 0)) return
  compared.type = 'main'
}

const fourLetters = latin(/\p{L}{4,}/u)
/** A subordinate clause without a comma before it, as many letters write: "sikre at", "de borgere der". */
function opensInside(tokens: Token[], i: number, current: Token[]): boolean {
  const word = tokens[i]?.lower ?? ''
  const previous = current.at(-1)?.lower
  if (!previous || current.length < 2) return false
  // "når og hvis" is one opener
  if (word === 'hvis' && previous === 'og') return false
  if (word === 'hvis' || word === 'såfremt' || word === 'ligesom') return true
  if (word === 'som')
    return (
      !grammar().asNouns.has(tokens[i + 1]?.lower ?? '') &&
      !['såvel', 'lige', 'samt', 'så'].includes(previous) &&
      fourLetters.test(previous)
    )
  return word === 'at' && (previous === 'uden' || isSubjectStart(tokens[i + 1]))
}

/** "de tiltag, kommunen har igangsat": a relative clause without "som" is short and ends with its verb. */
function isBareRelative(tokens: Token[]): boolean {
  const last = tokens.at(-1)
  if (tokens.length > 6 || !(has(last, 'part') || has(last, 'inf'))) return false
  const auxiliary = tokens.findIndex((t) => ['har', 'er', 'vil', 'skal', 'kan'].includes(t.lower))
  return auxiliary >= 1 && auxiliary <= 2
}

/** How many tokens name the sender at the head of a clause: "vi", "X Kommune"; none where something else stands there. */
function senderLength(tokens: Token[]): number {
  if (tokens[0]?.word.we) return 1
  for (let i = 0; i < 3; i++) if (tokens[i]?.lower === 'kommune') return i + 1
  return 0
}

const definite = new Set(['den', 'det', 'de'])
const indefinite = new Set(['noget', 'alt', 'dem'])
const adverbs = new Set(['gerne', 'ikke', 'også', 'altid', 'aldrig', 'selv', 'allerede', 'endnu'])
const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined && (has(token, 'pres') || has(token, 'past') || token.word.auxiliary !== null)

/** "Den genopretning, vi varslede i maj, ...": a main clause would have its verb before the subject there. */
function tellsWhich(before: Clause[], tokens: Token[]): boolean {
  const [head] = before
  const length = head ? senderLength(tokens) : 0
  if (!head || length === 0) return false
  const verb = tokens[length]
  // "et løfte, jeg gerne vil holdes op på": before the verb an adverb stands in subordinate clauses alone
  if (adverbs.has(verb?.lower ?? '') && isFiniteVerb(tokens[length + 1])) return true
  // "at uddybe den redegørelse, vi sendte dig", "noget, vi kan holde"
  const [determiner, noun] = before.at(-1)?.tokens.slice(-2) ?? []
  const picked = definite.has(determiner?.lower ?? '') || indefinite.has(noun?.lower ?? '')
  if (picked && isFiniteVerb(verb)) return true
  return isFiniteVerb(verb) && definite.has(head.tokens[0]?.lower ?? '') && !before.some(hasVerb)
}

const isInfinitive = (token: Token | undefined) => has(token, 'inf') && !isSubjectStart(token)

/** "Med henblik på, at sikre ...": nothing has been said before the first finite verb, so it goes on as the main clause. */
const hasVerb = (clause: Clause) => clause.type !== 'main' || predicatesOf(clause).length > 0

/** "at" before a pronoun or a noun phrase opens a clause; before an infinitive it does not. */
function isSubjectStart(token: Token | undefined): boolean {
  if (!token) return false
  if (token.word.subjectStart) return true
  const definite = /(?:en|et|erne|ene)$/u.test(token.lower) && token.lower.length > 5
  return definite && !has(token, 'inf') && !has(token, 'pass')
}
