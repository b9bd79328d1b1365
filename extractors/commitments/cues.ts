import type { Clause } from '../language/clauses.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import { type Act, clauseAt, type ReadSentence, recurs } from './sentence.ts'
import { isBeside, isDenied, isOfNoAct } from './times-beside.ts'

/**
 * What stands around an act that decides whether it commits: a time to come (`actToCome`: not only in
 * a relative clause),
 * a recent time, a start ("siden", "fra"), a recurrence, "nu/fremover", words of expectation or of compliance.
 */
export type Cues = {
  toCome: boolean
  ahead: boolean
  actToCome: boolean
  deadline: boolean
  recent: boolean
  started: boolean
  trouble: boolean
  recurring: boolean
  now: boolean
  expecting: boolean
  announcing: boolean
  decided: boolean
  /** "Hertil kommer, at ..." */
  adding: boolean
  compliance: boolean
  context: Context
}

/** A time in a question, a condition or a clause of time or reason says nothing of when the act is. */
const elsewhere = new Set(['question', 'condition', 'adverbial'])

/** "afvikles ved, at der holdes ...", "Det er rettet op ved, at ...": what it is done by is the act itself. */
const tellsHow = ({ clauses }: ReadSentence, clause: Clause): boolean =>
  clause.type === 'that' && clauses[clauses.indexOf(clause) - 1]?.tokens.at(-1)?.lower === 'ved'

/** The kind of a clause as a place of times. */
const placeOf = (sentence: ReadSentence, clause: Clause): Clause['type'] =>
  tellsHow(sentence, clause) ? 'main' : clause.type

/** Reads the cues for the acts in one kind of clause of a sentence. `letterDate` tells what is still to come. */
export function cuesOf(
  sentence: ReadSentence,
  context: Context,
  letterDate: string,
  clause: Act['clause'],
): Cues {
  const lexicon = commitmentLexicon()
  const { all, main } = sentence
  const placed = sentence.times
    .map((time) => ({ time, clause: clauseAt(sentence, time.span) }))
    .filter(
      ({ time, clause }) =>
        !isDenied(sentence, clause) && !isOfNoAct(time, clause, letterDate) && !isBeside(sentence, clause),
    )
    .map(({ time, clause }) => ({ time, type: clause ? placeOf(sentence, clause) : 'main' }))
  // "ambition, at ..., når skolerne begynder igen i august"
  // "..., når vi kommer til den 1. marts" tells by when nobody is left, too
  const tellsLimit = lexicon.emptying.test(all) || (clause === 'that' && lexicon.expecting.test(main))
  const counts = (type: string) => !elsewhere.has(type) || (type === 'adverbial' && tellsLimit)
  const own = placed.filter(({ type }) => counts(type) && (type !== 'that' || clause === 'that'))
  const times = own.map(({ time }) => time)
  const yearBefore = `${Number(letterDate.slice(0, 4)) - 1}${letterDate.slice(4)}`
  const toCome = times.some((t) => t.end >= letterDate)
  const recurring = recurs(sentence) || lexicon.everyMeeting.test(all)
  const now = lexicon.now.test(all)
  // "Hertil kommer, at ...": a step where it says when or how often, else often a reason more
  const adding = lexicon.announcingMore.test(main)
  const further = adding && (toCome || recurring || now)
  return {
    toCome,
    deadline: times.some((t) => t.end >= letterDate && ['by', 'before', 'from'].includes(t.relation)),
    ahead: times.some((t) => t.start > letterDate && t.relation !== 'until'),
    actToCome: own.some(({ time, type }) => type !== 'relative' && time.end >= letterDate),
    recent: times.some((t) => t.start >= yearBefore && t.start < letterDate && t.grain !== 'year'),
    started: times.some((t) => t.relation === 'from' && t.start >= yearBefore),
    // "Fejlen blev rettet i maj"
    trouble:
      (lexicon.trouble.test(all) ||
        sentence.acts.some((a) => a.clause === 'main' && lexicon.troubleVerbs.has(a.lemma))) &&
      !sentence.acts.some((a) => a.clause === 'main' && lexicon.repairing.has(a.lemma)),
    recurring,
    now,
    // "Det vil blive iagttaget, at ...": what is promised stands in the clause with "at"
    expecting:
      lexicon.expecting.test(main) ||
      sentence.acts.some(
        (a) => a.clause === 'main' && a.subject.class === 'it' && a.tense === 'future' && a.passive,
      ),
    decided: lexicon.decided.test(main),
    adding,
    announcing:
      further || sentence.clauses.some((one) => tellsHow(sentence, one)) || lexicon.announcing.test(main),
    compliance: lexicon.compliance.test(all),
    context,
  }
}
