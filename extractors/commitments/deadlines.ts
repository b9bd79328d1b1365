import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { overlaps, type Span } from '../../schemas/span.ts'
import type { Recurrence, TimeExpression } from '../../schemas/time.ts'
import { type Clause, predicatesOf } from '../language/clauses.ts'
import { latin } from '../language/latin.ts'
import { type Passage, passagesOf } from '../language/phrases.ts'
import type { Predicate } from '../language/predicates.ts'
import { has } from '../language/verb-tokens.ts'
import { commitmentLexicon } from './lexicon.ts'
import { clauseAt, type ReadSentence, recurs } from './sentence.ts'
import { isElse } from './subject.ts'
import { isBeside, isCounterfactual, isDenied, isOfNoAct } from './times-beside.ts'
import { isConditional } from './vetoes.ts'

const amounts = latin(
  /(?<!\p{L})(?:kr|mio|bevilling\p{L}*|tillægsbevilling\p{L}*|budget\p{L}*|finansier\p{L}*)(?!\p{L})/iu,
)
const figures = latin(/(?<!\p{L})(?:pct|procent|procentpoint)(?!\p{L})|%/iu)
/** "fra 164 sager ved nytår til 127 i dag" */
const fromCount = latin(/(?<!\p{L})fra\s+\d[\d.,]*\s+(?:\p{L}+\s+){0,2}$/iu)
const wordsOf = (clause: Clause): Passage => passagesOf(clause.tokens)()
const textOf = (clause: Clause): string => clause.tokens.map((token) => token.text).join(' ')

/** Clauses of reason, of concession and of what comes later tell of something else than the step. */
const reasons = new Set(['da', 'fordi', 'eftersom', 'selvom', 'selv', 'skønt', 'uanset', 'inden', 'før'])

/** "inden ugens udgang" tells of every week, not of that of the letter. */
const generic = /(?:ugens|dagens)\s+(?:udgang|udløb|slutning|afslutning)$/iu

/** "de næste 14 dage" in what recurs moves on with it. */
const window = latin(
  /^(?:med\s+)?(?:frist\s+)?(?:i\s+|for\s+|inden\s+for\s+)?(?:de|den|det)\s+(?:næste|kommende)(?!\p{L})/iu,
)

/** "får hver mandag en liste, som de svarer på inden onsdag" */
const weekday = /^(?:inden|senest|til|på)?\s*(?:man|tirs|ons|tors|fre|lør|søn)dag$/iu

const clauseBefore = ({ clauses }: ReadSentence, clause: Clause): Clause | undefined =>
  clauses[clauses.indexOf(clause) - 1]

const somebodyOrNot = new Set(['i', 'de'])

/** "ansøgerne, der har frem til ...", "leverandøren har oplyst, at ...": what others do or say they will do. */
function isOfOthers(
  sentence: ReadSentence,
  clause: Clause,
  time: TimeExpression,
  letterDate: string,
): boolean {
  const ahead = time.start > letterDate
  const start = clause.tokens[0]?.start ?? 0
  if (clause.type === 'that') {
    const saying = sentence.acts.findLast((act) => act.clause === 'main' && act.position <= start)
    return isElse(saying?.subject)
  }
  const before = clauseBefore(sentence, clause)?.tokens.at(-1)
  if (clause.type !== 'relative' || !before) return false
  const { subject, delivering, scope, running } = commitmentLexicon()
  // "..., hvilket ventes at være i foråret" is said of the whole; "Alle, der melder sig fra 1. marts, får ...": since when it holds
  if (clause.tokens[0]?.lower === 'hvilket' || (ahead && time.relation === 'from')) return false
  // "en prøve med 40 borgere, som kører fra den 11. marts"
  if (predicatesOf(clause).some(({ lemma }) => running.has(lemma))) return false
  // "som leverandøren har lovet at levere i 3. kvartal"
  if (ahead && clause.tokens.slice(1, 4).some((t) => delivering(t.lower))) return false
  // "ordningen gælder alle, der melder sig efter den 1. april": for whom it is
  const first = sentence.acts.find((act) => act.clause === 'main')
  if (first && scope.has(first.lemma)) return false
  // "som regeringen har aftalt at indføre i 2020"; "i" and "de" are somebody with a capital only
  if (clause.tokens.slice(1, 3).some((t) => !somebodyOrNot.has(t.text) && subject.other(t.lower))) return true
  // "lovgivningen, som alle rådgivere skal have lært inden ...": the clause has a subject of its own
  const verb = predicatesOf(clause)[0]?.at ?? 0
  if (clause.tokens.slice(1, verb).some((t) => subject.staff(t.lower) || subject.sender(t.lower)))
    return false
  const whose = subject.citizen(before.lower) || subject.other(before.lower) || subject.law(before.lower)
  return whose && predicatesOf(clause).every((p) => !p.passive)
}

/**
 * "de sager, der er afgjort i juni", "vejledningen, som juristen har skrevet i vinter, gennemgås ...": the clause tells
 * which, in a sentence about something else.
 */
function picksOut(sentence: ReadSentence, clause: Clause, past: boolean): boolean {
  const { subject } = commitmentLexicon()
  const phrase = clauseBefore(sentence, clause)?.tokens.slice(-4) ?? []
  const before = phrase.at(-1)
  if (before && subject.cases(before.lower)) return true
  // "..., en ny ordning, der har virket siden januar" goes on telling
  const from = phrase.findLastIndex(({ word }) => word.preposition)
  if (phrase.slice(from + 1).some(({ lower }) => lower === 'en' || lower === 'et')) return false
  // "fire ansættes, hvoraf to er tiltrådt den 1. september" goes on telling
  if (!['som', 'der'].includes(clause.tokens[0]?.lower ?? '')) return false
  const main = sentence.acts.filter((act) => act.clause === 'main')
  return past && main.length > 0 && main.every((act) => act.tense !== 'perfect' && act.tense !== 'past')
}

/** "ved en omlægning, der fik virkning fra den 1. december": since then the step is in force. */
const tookEffect = (time: TimeExpression, clause: Clause): boolean =>
  time.relation === 'from' && clause.tokens.some((t) => t.lower === 'virkning' || t.lower === 'kraft')

/** "en ny kollega, som tiltrådte den 1. maj", "én afdeling, som så dagens lys i juni". */
function begins(clause: Clause): boolean {
  const { beginning, beginningPhrases } = commitmentLexicon()
  return (
    predicatesOf(clause).some(({ lemma }) => beginning.has(lemma)) || beginningPhrases.test(wordsOf(clause))
  )
}

/** "Enhedens leder, der tiltrådte den 1. maj, skal ...": who it is, not what was done. */
function isOwners(sentence: ReadSentence, clause: Clause): boolean {
  const [owner, noun] = clauseBefore(sentence, clause)?.tokens.slice(-2) ?? []
  return owner?.lower.endsWith('s') === true && commitmentLexicon().subject.staff(noun?.lower ?? '')
}

/** "ændringer i reglementet, som træder i kraft den 1. januar". */
function takesEffect(sentence: ReadSentence, clause: Clause): boolean {
  const { takingEffect, laws } = commitmentLexicon()
  return laws.test(sentence.all) && takingEffect.test(wordsOf(clause))
}

const referred = /(?:^|[\s(])(?:jf\.|jævnfør)\s[^.;)]*$/iu

/** The words just before a time, and its own. */
const upTo = ({ span, text }: ReadSentence, time: TimeExpression): string =>
  text.slice(Math.max(0, time.span.start - span.start - 25), time.span.end - span.start)

/** "måles hvert andet år, senest i september 2022": the last time it was done. */
const latest = /^senest\s/i

/** "budgetforslaget, som byrådet behandler den 9. oktober", "Udvalget tager stilling til en tillægsbevilling den ...". */
function decidesMoney(sentence: ReadSentence, clause: Clause): boolean {
  const { approving, budgeting } = commitmentLexicon()
  if (budgeting.test(wordsOf(clause))) return true
  const decides = predicatesOf(clause).some(
    ({ lemma, tense }) =>
      (tense === 'present' || tense === 'future') &&
      (approving.has(lemma) || (lemma === 'tage' && clause.tokens.some((t) => t.lower === 'stilling'))),
  )
  if (!decides) return false
  const before = clauseBefore(sentence, clause)
  return (
    amounts.test(textOf(clause)) || (clause.type === 'relative' && !!before && amounts.test(textOf(before)))
  )
}

const withLimit = /^med\s+frist/iu
/** "Alle ledige med frist i juli er ringet op": whose limit it is. */
function isOfCases({ tokens }: ReadSentence, { span }: TimeExpression): boolean {
  const { subject } = commitmentLexicon()
  const before = tokens.findLast((token) => token.end <= span.start)
  return before !== undefined && (subject.citizen(before.lower) || subject.cases(before.lower))
}

type When = { status: CommitmentStatus; letterDate: string }

/** Why a time in a commitment's sentence is not a time of the commitment, or null. */
function descriptive(
  time: TimeExpression,
  sentence: ReadSentence,
  { status, letterDate }: When,
): string | null {
  const clause = clauseAt(sentence, time.span)
  const past = time.end < letterDate
  if (generic.test(time.quote)) return 'of every week'
  if ((window.test(time.quote) || weekday.test(time.quote)) && recurs(sentence)) return 'a window that moves'
  if (clause && isOfOthers(sentence, clause, time, letterDate)) return 'of others'
  if (isDenied(sentence, clause)) return 'denied'
  if (withLimit.test(time.quote) && isOfCases(sentence, time)) return 'which ones'
  if (isOfNoAct(time, clause, letterDate) || isBeside(sentence, clause)) return 'of no act'
  const { othersDeadline, superseded } = commitmentLexicon()
  if (othersDeadline.test(sentence.all) && othersDeadline.test(upTo(sentence, time)))
    return 'a deadline of others'
  // "jf. de retningslinjer, direktionen godkendte den 6. februar"
  const limit = time.relation === 'by' || time.relation === 'before'
  if (past && !limit && referred.test(sentence.text.slice(0, time.span.start - sentence.span.start)))
    return 'of what is referred to'
  if (superseded.test(sentence.all) && superseded.test(upTo(sentence, time))) return 'an earlier plan'

  const predicates = clause ? predicatesOf(clause) : []
  if (clause) {
    const subordinate = clause.type === 'relative' || clause.type === 'adverbial'
    if (clause.type === 'condition' || clause.type === 'question') return `in a ${clause.type}`
    const inForce = () =>
      tookEffect(time, clause) ||
      (clause.type === 'relative' && begins(clause) && !isOwners(sentence, clause))
    if (subordinate && predicates.some((p) => p.tense === 'past') && !inForce()) return 'past clause'
    // "Inden året er omme, ..." is the time itself
    const [opening] = clause.tokens
    if (
      clause.type === 'adverbial' &&
      reasons.has(opening?.lower ?? '') &&
      opening?.start !== time.span.start
    )
      return 'reason'
    const former = () => time.grain === 'year' || commitmentLexicon().formerly.test(wordsOf(clause))
    const done = clause.type === 'relative' && predicates.some((p) => p.tense === 'perfect')
    if (done && former()) return 'former practice'
    if (done && picksOut(sentence, clause, past)) return 'tells which'
    if (clause.type === 'relative' && takesEffect(sentence, clause)) return 'of a law'
    // "som har været hos os siden mandag" goes on
    const state = (p: Predicate) => p.lemma === 'være' && !(p.tense === 'perfect' && time.relation === 'from')
    if (clause.type === 'relative' && past && predicates.every(state)) return 'how old it is'
    // "har været lukket siden marts"
    const closed =
      past && /^(?:lige\s)?siden|^fra/i.test(time.quote) && commitmentLexicon().trouble.test(wordsOf(clause))
    if (closed && predicates.some(({ tense }) => tense === 'perfect')) return 'how long it was so'
    const counts = () => fromCount.test(sentence.text.slice(0, time.span.start - sentence.span.start))
    if (past && (figures.test(textOf(clause)) || counts())) return 'figure of the past'
    if (time.grain === 'year' && amounts.test(textOf(clause))) return 'budget'
    if (past && clause.type === 'aside' && time.relation !== 'during' && !begins(clause))
      return 'past, in parentheses'
    if (isCounterfactual(clause)) return 'what was to happen'
    if (decidesMoney(sentence, clause)) return 'when money is decided'
  }
  const tells = clause?.type === 'main' ? ['perfect', 'past'] : ['perfect']
  // "den 28. september manglede 96 unge en samtale, og det er planen, at ..."
  const { never, troubleVerbs } = commitmentLexicon()
  const acts = (lemma: string) => !never.has(lemma) && !troubleVerbs.has(lemma)
  // "besluttede den 6. februar at tilføre ..."
  const decided = ({ at, tense }: Predicate) => tense === 'future' && has(clause?.tokens[at], 'past')
  const told = predicates.some((p) => decided(p) || (tells.includes(p.tense) && !p.negated && acts(p.lemma)))
  if (past && time.relation === 'before') return 'before something past'
  if (past && latest.test(time.quote) && recurs(sentence)) return 'the last time'
  return past && status === 'planned' && time.relation !== 'from' && !told ? 'past' : null
}

/** "Den nuværende aftale udløber til nytår.": beside the step, what is none. */
const runsOut = ({ acts }: ReadSentence): boolean =>
  acts.length > 0 && acts.every(({ lemma }) => commitmentLexicon().runningOut.has(lemma))

/**
 * The times of a commitment among those in its sentences. A past time counts only in a sentence that acts.
 * @param acting for each sentence, whether something in it commits
 * @param excluded quotations and references to other letters
 */
export function timesOf(
  sentences: ReadSentence[],
  acting: boolean[],
  when: When,
  excluded: Span[],
): TimeExpression[] {
  return sentences.flatMap((sentence, i) => {
    if (!acting[i] && isConditional(sentence)) return []
    if (sentences.length > 1 && runsOut(sentence)) return []
    return sentence.times.filter((t) => {
      if (excluded.some((e) => overlaps(e, t.span))) return false
      if (sentences.length > 1 && !acting[i] && t.end < when.letterDate) return false
      return descriptive(t, sentence, when) === null
    })
  })
}

/** "fra møde hver tredje uge til møde hver anden uge": what it changes to comes first. */
function inTurn({ recurrences, span, text }: ReadSentence): Recurrence[] {
  const [first, second] = recurrences
  if (!first || !second) return recurrences
  const between = text.slice(first.span.end - span.start, second.span.start - span.start)
  const changes =
    /^\s*til\s(?:\S+\s)?$/u.test(between) &&
    /(?<!\p{L})fra(?!\p{L})/u.test(text.slice(0, first.span.start - span.start))
  return changes ? recurrences.slice(1) : recurrences
}

/** How often: the first recurrence at a fixed rate that is not inside a condition, a question or a rule about others. */
export function everyOf(sentences: ReadSentence[], excluded: Span[]): Recurrence | null {
  for (const sentence of sentences) {
    const inMain = (r: Recurrence) => clauseAt(sentence, r.span)?.type === 'main'
    for (const recurrence of inTurn(sentence).toSorted((a, b) => Number(inMain(b)) - Number(inMain(a)))) {
      const type = clauseAt(sentence, recurrence.span)?.type
      if (type === 'condition' || type === 'question' || recurrence.every === null) continue
      if (!excluded.some((e) => overlaps(e, recurrence.span))) return recurrence
    }
  }
  return null
}
