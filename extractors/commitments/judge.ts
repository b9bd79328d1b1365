import type { CommitmentStatus } from '../../schemas/commitment.ts'
import { actRules, type Strength } from './act-rules.ts'
import type { Context } from './context.ts'
import { type Cues, cuesOf } from './cues.ts'
import { isNoAct } from './no-act.ts'
import type { Act, ReadSentence } from './sentence.ts'
import { isEffect, vetoOf } from './vetoes.ts'

/** Why a sentence commits: the construction that was found, in which act, and the state it tells. */
export type Verdict = {
  strength: Strength
  rule: string
  status: CommitmentStatus
  act: Act | null
  sentence: ReadSentence
}

/** "... er ført drøftelser, og aftalen forventes underskrevet i juni": what is to come tells the state. */
function looksAhead(best: Verdict, next: Verdict, cues: Cues): boolean {
  const told = best.rule === 'perfect' || best.rule === 'past-act'
  return told && next.strength === 'strong' && next.rule === 'modal-future' && cues.toCome
}

/** The best verdict on a sentence, or null when nothing in it commits. `letterDate` tells what is still to come. */
export function judgeSentence(sentence: ReadSentence, context: Context, letterDate: string): Verdict | null {
  const acts = sentence.acts.filter((act) => !isNoAct(act, sentence, letterDate))
  if (acts.length === 0 || vetoOf(sentence, context, letterDate) !== null) return null
  const effect = isEffect(sentence)
  const read: Partial<Record<Act['clause'], Cues>> = {}
  let best: Verdict | null = null
  for (const act of acts) {
    read[act.clause] ??= cuesOf(sentence, context, letterDate, act.clause)
    const cues = read[act.clause] as Cues
    for (const { rule, test, status } of actRules) {
      const strength = test(act, cues)
      if (!strength) continue
      const verdict: Verdict = {
        strength: effect ? 'weak' : strength,
        rule,
        status: status(act, cues),
        act,
        sentence,
      }
      if (
        !best ||
        (best.strength === 'weak' && verdict.strength === 'strong') ||
        looksAhead(best, verdict, cues)
      )
        best = verdict
      break
    }
  }
  return best
}
