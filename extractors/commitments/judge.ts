import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { baseLemma } from '../language/verb-forms.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { Act, ReadSentence } from './sentence.ts'

/** `strong`: commits wherever it stands; `weak`: commits only where its place says that steps are listed. */
export type Verdict = { strength: 'strong' | 'weak'; rule: string; status: CommitmentStatus; act: Act | null }

/** Why a whole sentence cannot commit, or null. */
export function vetoOf(sentence: ReadSentence, context: Context): string | null {
  const lexicon = commitmentLexicon()
  const { text } = sentence
  if (/\?\s*["”»]?$/.test(text)) return 'question'
  if (lexicon.politeness.test(text)) return 'politeness'
  if (
    lexicon.considering.test(text) &&
    !sentence.acts.some((a) => isPromise(a) && !lexicon.considering.test(verbText(sentence, a)))
  )
    return 'considering'
  if (opensWithCondition(sentence)) return 'condition'
  if (lexicon.law.test(text) && !sentence.acts.some((a) => a.tense === 'future' || a.tense === 'perfect'))
    return 'law'
  if (
    context.background &&
    !sentence.acts.some((a) => isPromise(a) && (a.subject.class === 'sender' || a.subject.class === 'there'))
  )
    return 'background'
  return null
}

const verbText = (sentence: ReadSentence, act: Act) =>
  sentence.text.slice(act.start - sentence.span.start, act.endPosition - sentence.span.start + 12)

const clauseText = (sentence: ReadSentence, act: Act) =>
  sentence.text.slice(act.start - sentence.span.start, act.endPosition - sentence.span.start + 30)

/** "Hvis byrådet bevilger midler, vil vi ...", "Skulle forslaget ikke blive vedtaget, må ...", "Under forudsætning af ...". */
function opensWithCondition(sentence: ReadSentence): boolean {
  const lexicon = commitmentLexicon()
  const first = sentence.clauses[0]
  if (first?.type === 'condition') return true
  if (/^skulle\b/i.test(sentence.text)) return true
  const condition = lexicon.conditionPhrases.exec(sentence.text)
  return condition !== null
}

function isPromise(act: Act): boolean {
  const lexicon = commitmentLexicon()
  return (
    (act.tense === 'future' || act.tense === 'must') &&
    !act.negated &&
    !lexicon.never.has(act.lemma) &&
    act.subject.class !== 'other'
  )
}

const openingPattern = (phrases: string[]) =>
  new RegExp(`^(?:${phrases.map((p) => p.replace(/\s+/g, '\\s+')).join('|')})(?![\\p{L}])`, 'iu')
let effects: RegExp | undefined
/** A sentence that only explains the step before it. */
export function isEffect(sentence: ReadSentence): boolean {
  effects ??= openingPattern(commitmentLexicon().effects)
  return effects.test(sentence.text)
}

const nowWords =
  /(?<!\p{L})(?:nu|fremover|fremadrettet|fremadrettede|herefter|fortsat|fortsætter|fra nu af|altid)(?!\p{L})/iu

type ActRule = {
  rule: string
  test: (act: Act, cue: Cue) => Verdict['strength'] | null
  status: (act: Act, cue: Cue) => CommitmentStatus
}
type Cue = {
  weak: boolean
  toCome: boolean
  recurring: boolean
  now: boolean
  dated: boolean
  expecting: boolean
  compliance: boolean
  context: Context
}

/** "Det er vores forventning, at ...": a state counts when it has a time or is the law's demand being met. */
function expectationStrength(act: Act, cue: Cue): Verdict['strength'] | null {
  if (!cue.expecting || act.clause !== 'that') return null
  return cue.weak && !cue.toCome && !cue.recurring && !cue.compliance ? 'weak' : 'strong'
}

const isSender = (act: Act) => act.subject.class === 'sender' || act.subject.class === 'staff'
const finishedOr = (act: Act): CommitmentStatus =>
  commitmentLexicon().finished.has(act.lemma) || commitmentLexicon().finished.has(baseLemma(act.lemma))
    ? 'done'
    : 'ongoing'

/** The constructions by which a Danish main clause commits its sender, in the order in which they are tried. */
const actRules: ActRule[] = [
  {
    rule: 'expectation',
    test: expectationStrength,
    status: () => 'planned',
  },
  {
    rule: 'modal-future',
    test: (act, cue) => {
      if (act.tense !== 'future') return null
      if (act.subject.class === 'it' && cue.weak) return null
      if (cue.weak) return cue.toCome || cue.recurring ? 'strong' : 'weak'
      if (act.subject.class === 'citizen' && !act.passive) return cue.toCome ? 'strong' : 'weak'
      return 'strong'
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-must',
    test: (act, cue) => {
      if (act.tense !== 'must') return null
      if (act.subject.class === 'citizen' || act.subject.class === 'it') return cue.toCome ? 'strong' : 'weak'
      if (cue.weak) return cue.toCome || cue.recurring ? 'strong' : 'weak'
      return isSender(act) || act.subject.class === 'there' || cue.toCome || cue.recurring ? 'strong' : 'weak'
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-can',
    test: (act, cue) => (act.tense === 'can' ? (cue.toCome && !cue.weak ? 'strong' : 'weak') : null),
    status: () => 'planned',
  },
  {
    rule: 'perfect',
    test: (act, cue) => {
      if (act.tense !== 'perfect') return null
      if (cue.weak) return cue.context.steps && (cue.now || cue.dated) ? 'strong' : 'weak'
      if (isSender(act) || act.subject.class === 'there') return 'strong'
      return cue.dated || cue.context.steps || cue.now ? 'strong' : 'weak'
    },
    status: finishedOr,
  },
  {
    rule: 'passive',
    test: (act, cue) => {
      if (!act.passive || act.tense !== 'present') return null
      if (cue.weak) return cue.recurring || cue.toCome ? 'strong' : 'weak'
      if (act.subject.class === 'there' || cue.toCome || cue.recurring || cue.now) return 'strong'
      return cue.context.steps ? 'strong' : 'weak'
    },
    status: (_act, cue) => (cue.toCome ? 'planned' : 'ongoing'),
  },
  {
    rule: 'present',
    test: (act, cue) => {
      if (act.passive || act.tense !== 'present') return null
      if (cue.recurring || cue.toCome) return act.subject.class === 'it' && cue.weak ? 'weak' : 'strong'
      if (cue.weak) return cue.now && isSender(act) && cue.context.steps ? 'strong' : 'weak'
      if (isSender(act)) return cue.now || cue.context.steps ? 'strong' : 'weak'
      return 'weak'
    },
    status: (_act, cue) => (cue.toCome && !cue.recurring ? 'planned' : 'ongoing'),
  },
  {
    rule: 'past-act',
    test: (act, cue) => {
      if (act.tense !== 'past' || cue.weak) return null
      if (isSender(act) || (act.passive && act.subject.class === 'there'))
        return cue.dated || cue.context.steps ? 'strong' : 'weak'
      return act.passive && cue.dated && cue.context.steps ? 'strong' : 'weak'
    },
    status: () => 'done',
  },
]

/** The best verdict on a sentence, or null when nothing in it commits. `letterDate` tells what is still to come. */
export function judgeSentence(sentence: ReadSentence, context: Context, letterDate: string): Verdict | null {
  const lexicon = commitmentLexicon()
  const veto = vetoOf(sentence, context)
  if (veto) return null
  const effect = isEffect(sentence)
  let best: Verdict | null = null
  const othersSay = sentence.acts.find((a) => a.clause === 'main')?.subject.class === 'other'
  for (const act of sentence.acts) {
    if (act.negated || act.subject.class === 'other' || (othersSay && act.clause === 'that')) continue
    if (lexicon.never.has(act.lemma) || lexicon.reporting.test(verbText(sentence, act))) continue
    if (act.tense !== 'future' && lexicon.formerly.test(clauseText(sentence, act))) continue
    const times = sentence.times.filter((t) => t.span.start >= sentence.span.start)
    const cue: Cue = {
      weak: lexicon.weak.has(act.lemma),
      toCome: times.some((t) => t.end >= letterDate),
      recurring: sentence.recurrences.length > 0,
      now: nowWords.test(sentence.text),
      dated: times.length > 0,
      expecting: lexicon.expecting.test(sentence.text),
      compliance: lexicon.compliance.test(sentence.text),
      context,
    }
    for (const rule of actRules) {
      const strength = rule.test(act, cue)
      if (!strength) continue
      const verdict: Verdict = {
        strength: effect ? 'weak' : strength,
        rule: rule.rule,
        status: rule.status(act, cue),
        act,
      }
      if (!best || (best.strength === 'weak' && verdict.strength === 'strong')) best = verdict
      break
    }
  }
  return best
}
