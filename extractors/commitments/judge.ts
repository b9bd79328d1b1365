import type { CommitmentStatus } from '../../schemas/commitment.ts'

import { baseLemma } from '../language/verb-forms.ts'
import type { Context } from './context.ts'
import { commitmentLexicon } from './lexicon.ts'
import { type Act, clauseAt, type ReadSentence } from './sentence.ts'
import { isEffect, isNoAct, vetoOf } from './vetoes.ts'

/** `strong`: commits wherever it stands; `weak`: commits only where its place says that steps are listed. */
export type Verdict = {
  strength: 'strong' | 'weak'
  rule: string
  status: CommitmentStatus
  act: Act | null
  sentence: ReadSentence
}
type Strength = Verdict['strength']

/**
 * What stands around an act that decides whether it commits: a state or an effect (`weakVerb`), a time to come,
 * a recent time, a start ("siden", "fra"), a recurrence, "nu/fremover", words of expectation or of compliance.
 */
type Cue = {
  weakVerb: boolean
  toCome: boolean
  recent: boolean
  started: boolean
  trouble: boolean
  recurring: boolean
  now: boolean
  expecting: boolean
  announcing: boolean
  compliance: boolean
  context: Context
}

/** "på hvert møde" recurs, at no fixed rate. */
const everyMeeting = /(?<!\p{L})hvert\s+(?:ordinært\s+|udvalgs)?møde/iu
const nowWords =
  /(?<!\p{L})(?:nu|fremover|fremadrettet|fremadrettede|herefter|fortsat|fortsætter|fra nu af|altid|ikke længere)(?!\p{L})/iu

function cueOf(act: Act, sentence: ReadSentence, context: Context, letterDate: string): Cue {
  const lexicon = commitmentLexicon()
  const { text, mainText } = sentence
  const times = sentence.times.filter(
    (t) => !['question', 'condition', 'adverbial'].includes(clauseAt(sentence, t.span)?.type ?? 'main'),
  )
  const yearBefore = `${Number(letterDate.slice(0, 4)) - 1}${letterDate.slice(4)}`
  return {
    weakVerb: lexicon.weak.has(act.lemma),
    toCome: times.some((t) => t.end >= letterDate),
    recent: times.some((t) => t.start >= yearBefore && t.start < letterDate && t.grain !== 'year'),
    started: times.some((t) => t.relation === 'from' && t.start >= yearBefore),
    trouble: lexicon.trouble.test(text),
    recurring: sentence.recurrences.length > 0 || everyMeeting.test(text),
    now: nowWords.test(text),
    expecting: lexicon.expecting.test(mainText),
    announcing: lexicon.announcing.test(mainText),
    compliance: lexicon.compliance.test(text),
    context,
  }
}

const isSender = (act: Act) => act.subject.class === 'sender' || act.subject.class === 'staff'
const strongIf = (condition: boolean): Strength => (condition ? 'strong' : 'weak')

function finishedOr(act: Act): CommitmentStatus {
  if (/(?<!\p{L})(?:begyndt|startet|gået\s+over)(?!\p{L})/iu.test(act.text)) return 'ongoing'
  const { finished } = commitmentLexicon()
  return finished.has(act.lemma) || finished.has(baseLemma(act.lemma)) ? 'done' : 'ongoing'
}

type ActRule = {
  rule: string
  test: (act: Act, cue: Cue) => Strength | null
  status: (act: Act, cue: Cue) => CommitmentStatus
}

/** The constructions by which a Danish clause commits its sender, in the order in which they are tried. */
const actRules: ActRule[] = [
  {
    // "Det er vores forventning, at ...": a state counts when it has a time or is the law's demand being met
    rule: 'expectation',
    test: (act, cue) => {
      if (act.clause !== 'that' || !cue.expecting) return null
      return strongIf(!cue.weakVerb || cue.toCome || cue.recurring || cue.compliance)
    },
    status: () => 'planned',
  },
  {
    // a clause with "at" after other matrix verbs only tells a step where something is announced
    rule: 'content',
    test: (act, cue) => (act.clause === 'that' && !cue.announcing ? 'weak' : null),
    status: (act) => (act.tense === 'perfect' ? finishedOr(act) : 'planned'),
  },
  {
    rule: 'modal-future',
    test: (act, cue) => {
      if (act.tense !== 'future') return null
      if (act.subject.class === 'it' && cue.weakVerb) return null
      if (cue.weakVerb) return strongIf(cue.toCome || cue.recurring)
      return strongIf(act.subject.class !== 'citizen' || act.passive || cue.toCome)
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-must',
    test: (act, cue) => {
      if (act.tense !== 'must') return null
      if (cue.weakVerb || act.subject.class === 'citizen' || act.subject.class === 'it')
        return strongIf(cue.toCome || (cue.weakVerb && cue.recurring))
      return strongIf(isSender(act) || act.subject.class === 'there' || cue.toCome || cue.recurring)
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-can',
    test: (act, cue) =>
      act.tense === 'can' ? strongIf((cue.toCome || cue.started) && act.clause === 'main') : null,
    status: () => 'planned',
  },
  {
    rule: 'perfect',
    test: (act, cue) => {
      if (act.tense !== 'perfect') return null
      if (cue.weakVerb)
        return strongIf(
          cue.started || cue.toCome || cue.recurring || (cue.context.steps && (cue.now || cue.recent)),
        )
      return strongIf(
        isSender(act) ||
          act.subject.class === 'there' ||
          act.passive ||
          cue.recent ||
          cue.toCome ||
          cue.started ||
          cue.context.steps ||
          cue.now,
      )
    },
    status: finishedOr,
  },
  {
    rule: 'passive',
    test: (act, cue) => {
      if (!act.passive || act.tense !== 'present') return null
      if (cue.weakVerb) return strongIf(cue.recurring || cue.toCome || cue.now)
      return strongIf(
        act.subject.class === 'there' || cue.toCome || cue.recurring || cue.now || cue.context.steps,
      )
    },
    status: (_act, cue) => (cue.toCome ? 'planned' : 'ongoing'),
  },
  {
    rule: 'present',
    test: (act, cue) => {
      if (act.passive || act.tense !== 'present') return null
      if (cue.recurring || cue.toCome) return strongIf(!(act.subject.class === 'it' && cue.weakVerb))
      if (act.subject.class === 'citizen' && act.lemma === 'få') return strongIf(cue.now || cue.context.steps)
      if (!isSender(act)) return 'weak'
      return strongIf(cue.weakVerb ? cue.now && cue.context.steps : cue.now || cue.context.steps)
    },
    status: (_act, cue) => (cue.toCome && !cue.recurring ? 'planned' : 'ongoing'),
  },
  {
    rule: 'past-act',
    test: (act, cue) => {
      if (act.tense !== 'past' || act.clause === 'that' || cue.trouble) return null
      if (cue.weakVerb) return 'weak'
      if (act.subject.class === 'citizen') return 'weak'
      return strongIf(
        (cue.recent || cue.context.steps) &&
          (isSender(act) || (act.passive && (act.subject.class === 'there' || cue.context.steps))),
      )
    },
    status: () => 'done',
  },
]

/** "... er ført drøftelser, og aftalen forventes underskrevet i juni": what is to come tells the state. */
function looksAhead(best: Verdict, next: Verdict, cue: Cue): boolean {
  const told = best.rule === 'perfect' || best.rule === 'past-act'
  return told && next.strength === 'strong' && next.rule === 'modal-future' && cue.toCome
}

/** The best verdict on a sentence, or null when nothing in it commits. `letterDate` tells what is still to come. */
export function judgeSentence(sentence: ReadSentence, context: Context, letterDate: string): Verdict | null {
  if (vetoOf(sentence, context, letterDate) !== null) return null
  const effect = isEffect(sentence)
  let best: Verdict | null = null
  for (const act of sentence.acts) {
    if (isNoAct(act, sentence)) continue
    const cue = cueOf(act, sentence, context, letterDate)
    for (const { rule, test, status } of actRules) {
      const strength = test(act, cue)
      if (!strength) continue
      const verdict: Verdict = {
        strength: effect ? 'weak' : strength,
        rule,
        status: status(act, cue),
        act,
        sentence,
      }
      if (
        !best ||
        (best.strength === 'weak' && verdict.strength === 'strong') ||
        looksAhead(best, verdict, cue)
      )
        best = verdict
      break
    }
  }
  return best
}
