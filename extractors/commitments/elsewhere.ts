import { commitmentLexicon } from './lexicon.ts'
import type { Act, ReadSentence } from './sentence.ts'

/** Before these stand those who act: "lægges om af Folketinget", "aftalt mellem regeringen og ..." */
const actors = new Set(['af', 'mellem'])

/** "lægges om af Folketinget": who acts stands after "af". */
function isDoneByOthers(act: Act, sentence: ReadSentence): boolean {
  const { subject, teaching } = commitmentLexicon()
  // "Alle medarbejdere undervises af Ankestyrelsen" is a step
  if (!act.passive || (act.subject.class === 'staff' && teaching.has(act.lemma))) return false
  const { tokens } = sentence
  const next = tokens.findIndex((t) => t.start >= act.position)
  const by = next < 0 ? -1 : tokens.findIndex((t, i) => i >= next && i < next + 3 && actors.has(t.lower))
  return by >= 0 && subject.other(tokens[by + 1]?.lower ?? '')
}

/** "Tilbudsgiverne har frist til den 8. maj." */
const isOthersLimit = ({ subject, clauseText }: Act): boolean =>
  subject.class !== 'sender' && subject.class !== 'staff' && commitmentLexicon().timeLimits.test(clauseText)

/** "Ministeriet vil modtage en opgørelse inden den 1. februar": what others get is the sender's to give. */
function isGiven(act: Act, sentence: ReadSentence): boolean {
  const limited = sentence.times.some((t) => t.relation === 'by' || t.relation === 'before')
  if (act.subject.class !== 'other' || !limited) return false
  // "ministeriet har den senest den 15. august"
  const { tokens } = sentence
  const next = tokens[tokens.findIndex(({ start }) => start > act.position)]
  if (act.tense === 'present' && act.lemma === 'have') return /^(?:den|det|dem)$/.test(next?.lower ?? '')
  return act.tense === 'future' && commitmentLexicon().receiving.has(act.lemma)
}

/** What somebody or something else does: others, the law, money that runs out. */
export function isElsewhere(act: Act, sentence: ReadSentence): boolean {
  const lexicon = commitmentLexicon()
  const { class: subject, tokens } = act.subject
  // what is done to others is somebody's step ("virksomhederne kontaktes")
  if ((subject === 'other' || subject === 'law') && !act.passive && !isGiven(act, sentence)) return true
  // "Fra januar ændres reglerne"
  if ((subject === 'law' || subject === 'other') && lexicon.legislating.has(act.lemma)) return true
  if (lexicon.runningOut.has(act.lemma)) return true
  // "To ledere har sagt op", but "Aftalen er sagt op" is a step
  if (!act.passive && lexicon.absence.test(act.clauseText)) return true
  if (lexicon.elections.test(act.clauseText)) return true
  // "Den nuværende kontrakt løber til udgangen af 2020"
  const present = tokens.some((t) => t.lower === 'nuværende' || lexicon.subject.funds(t.lower))
  if (lexicon.lasting.has(act.lemma) && present) return true
  return subject === 'matter' || isDoneByOthers(act, sentence) || isOthersLimit(act)
}
