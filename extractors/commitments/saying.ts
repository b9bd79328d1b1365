import { holdsWord } from '../language/phrases.ts'
import { commitmentLexicon } from './lexicon.ts'
import { type Act, type ReadSentence, recurs } from './sentence.ts'
import { isElse } from './subject.ts'

/** The tenses of what has been done. */
export const told: ReadonlySet<string> = new Set(['past', 'perfect'])

/** "Det er hensigten, at ingen venter længere end ...". */
export const isAimed = (act: Act, { main }: ReadSentence): boolean =>
  act.clause === 'that' && commitmentLexicon().expecting.test(main)

/** "Det er besluttet, at ...", "Vi forventer, at ...": what is decided or expected stands in the clause with "at". */
function introducesContent(act: Act, sentence: ReadSentence): boolean {
  const content = sentence.acts.filter((a) => a.clause === 'that')
  // "det er meldt ud til alle, at en samtale ikke er slut, før ..."
  if (commitmentLexicon().instructing.has(act.lemma) && content.every((a) => a.negated)) return false
  return content.length > 0 && (act.subject.class === 'it' || commitmentLexicon().expecting.test(act.text))
}

/** "Jeg har bedt direktøren om at ...": one's own staff is told to do it. */
function delegates(act: Act, sentence: ReadSentence, letterDate: string): boolean {
  const { delegating, overseer, subject } = commitmentLexicon()
  if (!delegating.has(act.lemma)) return false
  // "Revisionen er anmodet om at gennemgå sagerne"
  if (act.passive && act.subject.tokens.some((t) => overseer(t.lower))) return true
  // "Jobcenterchefen har bedt om at få tallene hver måned", "Udvalget har ønsket en status på sit møde i september"
  if (act.subject.class === 'staff')
    return recurs(sentence) || (act.tense !== 'past' && sentence.times.some(({ end }) => end >= letterDate))
  const [next, after] = sentence.tokens.filter((t) => t.start >= act.position)
  // "Jeg har bedt om at få tallene den første hverdag i hver måned"
  const forOneself = act.subject.class === 'sender' && next?.lower === 'om'
  if (forOneself && after?.lower === 'at') return recurs(sentence)
  // "Tilsynet påhviler centerchefen", "påhviler det fagchefen at ..."
  const asked = next?.lower === 'det' ? after : next
  if (!asked || (act.subject.class !== 'sender' && act.lemma !== 'påhvile')) return false
  const { lower } = asked
  return subject.staff(lower) || overseer(lower) || (!act.passive && subject.sender(lower))
}

/** "Rettidigheden fremgår af den ledelsesinformation, som direktionen løbende modtager". */
const isReportedOften = ({ lemma }: Act, { all, recurrences }: ReadSentence): boolean =>
  lemma === 'fremgå' && recurrences.length > 0 && commitmentLexicon().monitoring.test(all)

/** "Kommunen vil spørge de ledige om deres udbytte", "Ansøgerne bliver spurgt om ...". */
function asksCitizens({ lemma, tense, passive, subject }: Act, { tokens }: ReadSentence): boolean {
  if (lemma !== 'spørge') return false
  if (passive) return subject.class === 'citizen'
  const own = subject.class === 'sender' || subject.class === 'staff'
  return own && tense === 'future' && tokens.some((t) => commitmentLexicon().subject.citizen(t.lower))
}

/** The main act that a clause with "at" hangs on. */
const sayingOf = ({ position }: Act, { acts }: ReadSentence): Act | undefined =>
  acts.findLast((act) => act.clause === 'main' && act.position <= position)

/** "Skolen har over for os tilkendegivet, at ..." */
const saidToUs = ({ subject, clauseText }: Act): boolean =>
  subject.class === 'thing' || commitmentLexicon().toUs.test(clauseText)

/** "I redegørelsen stillede vi ... i udsigt": an earlier promise. */
const promisedBefore = ({ lemma, tense }: Act, { main }: ReadSentence): boolean =>
  tense === 'past' && lemma === 'stille' && holdsWord(main, 'udsigt')

/** What is only said, asked or announced, or said by others; asking one's own staff for something is a step. */
export function isOnlySaid(act: Act, sentence: ReadSentence, letterDate: string): boolean {
  const { never, hearing } = commitmentLexicon()
  const saying = sentence.acts.find((a) => a.clause === 'main')
  const othersSay =
    isElse(saying?.subject) ||
    sayingOf(act, sentence)?.subject.class === 'law' ||
    (saying !== undefined && !saying.passive && hearing.has(saying.lemma) && saidToUs(saying))
  if (othersSay && act.clause === 'that') return true
  // "at alle klager besvares": what is expected to be answered is an act, "vi besvarer" only speaks
  const expected = act.clause === 'that' && act.passive && !told.has(act.tense)
  const spoken = !expected && !isReportedOften(act, sentence) && !(act.negated && isAimed(act, sentence))
  const onlySpeaks = spoken && !asksCitizens(act, sentence) && !delegates(act, sentence, letterDate)
  if (never.has(act.lemma) && onlySpeaks) return true
  return (act.clause === 'main' && introducesContent(act, sentence)) || promisedBefore(act, sentence)
}
