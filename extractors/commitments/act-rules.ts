import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { holdsWord, lineOf, phraseTest } from '../language/phrases.ts'
import { baseLemma } from '../language/verb-forms.ts'
import type { Cues } from './cues.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { Act } from './sentence.ts'

/** `strong`: commits wherever it stands; `weak`: commits only where its place says that steps are listed. */
export type Strength = 'strong' | 'weak'

/** The verb names a state, an effect or receiving something. */
const isWeak = (act: Act) =>
  commitmentLexicon().weak.has(act.lemma) &&
  // "alle sager gås igennem"
  !(act.passive && act.lemma === 'gå') &&
  !commitmentLexicon().lightVerbs.test(act.text)
/** "der er kommet", "der har været" tell what happened; "der er lagt", "der er truffet" what was done. */
export const stative: ReadonlySet<string> = new Set([
  'være',
  'blive',
  'have',
  'få',
  'komme',
  'ske',
  'ligge',
  'stå',
  'gå',
])
const beginnings = new Set(['påbegynde', 'begynde', 'starte', 'overgå', 'afslutte'])
const isSender = (act: Act) => act.subject.class === 'sender' || act.subject.class === 'staff'
const strongIf = (condition: boolean): Strength => (condition ? 'strong' : 'weak')

const begun = phraseTest(['begyndt', 'startet', 'gået over'])

function finishedOr(act: Act): CommitmentStatus {
  if (begun.test(act.text)) return 'ongoing'
  const { finished } = commitmentLexicon()
  return finished.has(act.lemma) || finished.has(baseLemma(act.lemma)) ? 'done' : 'ongoing'
}

/** "Jobcentret er ved at udvikle ...": the verb before "at" only says that it goes on. */
const isUnderway = ({ lemma, text }: Act) =>
  lemma !== 'være' &&
  text.row.words[text.start]?.lower === 'er' &&
  (commitmentLexicon().progressive.test(text) || holdsWord(text, 'under'))

/** "Der etableres et forløb": in the present a change that is made once lies ahead, where nothing says that it began. */
const isOnce = (act: Act, cue: Cues): boolean =>
  commitmentLexicon().once.has(act.lemma) && !cue.now && !cue.recurring && !cue.started && !isUnderway(act)

/** What a present tense with a time says: the sender acts, or a step begins, runs or ends. */
function dated(act: Act, cue: Cues): boolean {
  const { class: subject } = act.subject
  // "Den er på plads for alle inden sommer", "De får alle en startdato senest den 19. oktober"
  if (subject === 'it') return !isWeak(act) || (cue.deadline && (cue.compliance || act.lemma === 'få'))
  if (isSender(act) || subject === 'there' || cue.recurring) return true
  return (
    commitmentLexicon().starting.has(act.lemma) &&
    (subject !== 'citizen' || act.lemma !== 'være' || cue.deadline)
  )
}

const limiting = phraseTest(['højst', 'mindst', 'maksimalt', 'minimum', 'ikke overstige'])

type ActRule = {
  rule: string
  test: (act: Act, cue: Cues) => Strength | null
  status: (act: Act, cue: Cues) => CommitmentStatus
}

/** The constructions by which a Danish clause commits its sender, in the order in which they are tried. */
export const actRules: ActRule[] = [
  {
    // "Det er vores forventning, at ...": a state counts when it has a time or is the law's demand being met
    rule: 'expectation',
    test: (act, cue) => {
      if (act.clause !== 'that' || !cue.expecting) return null
      const awaited = cue.toCome || cue.recurring || cue.compliance
      // "Det er vurderingen, at 53 sager er ramt": how things are
      if (act.tense === 'perfect' && cue.trouble) return strongIf(awaited)
      // "det er aftalt, at konsulenterne sidder med"
      return strongIf(!isWeak(act) || awaited || (cue.decided && !stative.has(act.lemma)))
    },
    status: () => 'planned',
  },
  {
    // a clause with "at" after other matrix verbs only tells a step where something is announced
    rule: 'content',
    test: (act, cue) => {
      // "Hertil kommer, at opgaverne er flyttet"
      const added = cue.adding && act.tense === 'perfect' && act.passive && !isWeak(act) && !cue.trouble
      return act.clause === 'that' && !cue.announcing && !added ? 'weak' : null
    },
    status: (act) => (act.tense === 'perfect' ? finishedOr(act) : 'planned'),
  },
  {
    rule: 'modal-future',
    test: (act, cue) => {
      if (act.tense !== 'future') return null
      if (act.subject.class === 'it')
        return isWeak(act) ? null : strongIf(cue.actToCome || commitmentLexicon().decided.test(act.text))
      if (isWeak(act))
        return strongIf(cue.toCome || cue.recurring || (cue.now && isSender(act) && act.lemma !== 'være'))
      return strongIf(act.subject.class !== 'citizen' || act.passive || cue.toCome || cue.now)
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-must',
    test: (act, cue) => {
      if (act.tense !== 'must') return null
      // "Andelen må højst udgøre 12 pct."
      if (act.subject.class === 'thing' && limiting.test(act.text)) return 'strong'
      if (isWeak(act) || act.subject.class === 'citizen' || act.subject.class === 'it')
        return strongIf(cue.toCome || (isWeak(act) && cue.recurring))
      return strongIf(isSender(act) || act.subject.class === 'there' || cue.toCome || cue.recurring)
    },
    status: () => 'planned',
  },
  {
    rule: 'modal-can',
    test: (act, cue) =>
      act.tense === 'can'
        ? strongIf(
            (cue.toCome || cue.started || (cue.recurring && isSender(act))) &&
              act.clause === 'main' &&
              !(stative.has(act.lemma) && act.subject.class === 'it'),
          )
        : null,
    status: () => 'planned',
  },
  {
    rule: 'perfect',
    test: (act, cue) => {
      if (act.tense !== 'perfect') return null
      if (isWeak(act)) {
        if (cue.trouble) return 'weak'
        if (act.subject.class === 'there') return strongIf(cue.started || !stative.has(act.lemma))
        const inSteps = cue.context.steps && (cue.now || cue.recent)
        if (cue.started || cue.actToCome || cue.recurring || inSteps) return 'strong'
        return stative.has(act.lemma) && !isSender(act) ? null : 'weak'
      }
      // "23 unge er påbegyndt en uddannelse": what became of people is a result
      if (act.subject.class === 'citizen' && beginnings.has(act.lemma)) return strongIf(cue.started)
      return strongIf(
        isSender(act) ||
          act.subject.class === 'there' ||
          act.passive ||
          cue.recurring ||
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
      if (isUnderway(act)) return strongIf(act.subject.class !== 'citizen')
      if (isWeak(act)) return strongIf(cue.recurring || cue.toCome || cue.now)
      return strongIf(
        act.subject.class === 'there' || cue.toCome || cue.recurring || cue.now || cue.context.steps,
      )
    },
    status: (act, cue) => (cue.ahead || isOnce(act, cue) ? 'planned' : 'ongoing'),
  },
  {
    rule: 'present',
    test: (act, cue) => {
      if (act.passive || act.tense !== 'present') return null
      if (cue.recurring || cue.actToCome) return strongIf(dated(act, cue))
      if (act.subject.class === 'citizen' && act.lemma === 'få') return strongIf(cue.now || cue.context.steps)
      // "ligger siden 1. februar hos ...": in force since then
      const inForce =
        cue.started &&
        !cue.trouble &&
        !act.subject.tokens.some((t) => commitmentLexicon().subject.figures(t.lower))
      if (inForce && act.subject.class !== 'citizen') return strongIf(dated(act, cue))
      if (!isSender(act)) return 'weak'
      if (isUnderway(act)) return 'strong'
      if (
        commitmentLexicon().continuing.has(act.lemma) &&
        /fast|videre|opret|bibe|fortsæt/iu.test(lineOf(act.text))
      )
        return 'strong'
      return strongIf(isWeak(act) ? cue.now && cue.context.steps : cue.now || cue.context.steps)
    },
    status: (act, cue) => ((cue.ahead && !cue.recurring) || isOnce(act, cue) ? 'planned' : 'ongoing'),
  },
  {
    rule: 'past-act',
    test: (act, cue) => {
      if (act.tense !== 'past' || cue.trouble || (act.clause === 'that' && !cue.announcing)) return null
      if (isWeak(act) || (act.subject.class === 'sender' && commitmentLexicon().attending.has(act.lemma)))
        return 'weak'
      if (act.subject.class === 'citizen') return 'weak'
      return strongIf(
        (cue.recent || cue.context.steps) &&
          (isSender(act) || (act.passive && (act.subject.class === 'there' || cue.context.steps))),
      )
    },
    status: () => 'done',
  },
]
