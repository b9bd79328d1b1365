import type { CommitmentKind, Target } from '../../schemas/commitment.ts'
import type { TimeExpression } from '../../schemas/time.ts'
import { latin, latinPattern } from '../language/latin.ts'
import { lineOf, type Passage, passageOf, passagesOf, phraseTest } from '../language/phrases.ts'
import type { Context } from './context.ts'
import type { Verdict } from './judge.ts'
import { commitmentLexicon } from './lexicon.ts'
import type { Act, ReadSentence } from './sentence.ts'

export type KindCues = {
  text: string
  context: Context
  verdict: Verdict | null
  times: TimeExpression[]
  recurring: boolean
  target: Target | null
  /** `goals`: a table of goals, `steps`: one of steps. */
  table: 'goals' | 'steps' | null
  /** A time of it is still to come. */
  ahead: boolean
}

/** The kind of a commitment, from what it says, how it says it and where it stands. */
export function kindOf(cues: KindCues): CommitmentKind {
  const lexicon = commitmentLexicon()
  const { context, verdict } = cues
  const act = verdict?.act
  // of a row only the action tells, not who does it
  const said = withoutPurpose(verdict?.act && !cues.table ? saidIn(verdict.sentence) : saidBy(cues.text))
  const { text, words } = said
  // the law is met, effects show or steps are in force: an expectation, not an act
  const ofCompliance = lexicon.compliance.test(words)
  if (cues.table === 'goals') return 'target'
  if (
    context.topic === 'goals' &&
    (!act || cues.target !== null || goal.test(text()) || lexicon.weak.has(act.lemma))
  )
    return 'target'
  if (verdict?.rule === 'compliance' && !cues.table) return 'compliance'
  const acted = (verdict?.rule === 'perfect' || verdict?.rule === 'past-act') && !cues.ahead
  const expects =
    !acted && (lexicon.expecting.test(words) || act?.tense === 'future' || act?.tense === 'must')
  const stative = !act || lexicon.weak.has(act.lemma) || complying.has(act.lemma) || act.passive
  const isState = act ? lexicon.weak.has(act.lemma) : true
  // a negated act commits only where nobody is left waiting
  if (act?.negated) return 'compliance'
  if (act && oversees(act, cues)) return 'monitoring'
  // "Alle har et tilbud inden ...", "senest om tre måneder er der ingen tilbage"
  // "Samtlige unge kan først være omfattet senere, og det vil de være senest ..."
  const everybody = [act, verdict?.sentence.acts[0]].some((one) =>
    one?.subject.tokens.some((t) => t.lower === 'alle' || t.lower === 'samtlige'),
  )
  const limited = cues.times.some(({ relation }) => relation === 'by' || relation === 'before')
  if (
    !cues.table &&
    act?.clause === 'main' &&
    states.has(act.lemma) &&
    limited &&
    (everybody || lexicon.emptying.test(words))
  )
    return 'compliance'
  if (!cues.table && !acted && (expects || cues.ahead) && timely.test(words) && inTime.test(text()))
    return 'compliance'
  if (act && (saysMonitoring(act.text, () => lineOf(act.text)) || isReported(act))) return 'monitoring'
  // "målet er, at kontaktgraden er 80 pct.": a goal the sender sets itself, not the law being met
  const aims = verdict !== null && isAim(verdict.sentence.main)
  if (aims && (cues.target !== null || bounded.test(text()) || share.test(text())) && !complies(said))
    return 'target'
  // "Andelen løftes fra 52 til 85 pct. inden udgangen af marts"
  const raised = act?.subject.tokens.some((t) => lexicon.subject.figures(t.lower)) && act.passive
  if (raised && cues.ahead && bounded.test(text()) && !complies(said)) return 'target'
  if ((!act || raised) && !cues.table && cues.ahead && figureTo.test(text()) && !complies(said))
    return 'target'
  if (
    verdict?.rule === 'expectation' &&
    (cues.target !== null || ofCompliance || (isStateOfOthers(act) && !decided.test(verdict.sentence.main)))
  )
    return 'compliance'
  if (
    !cues.table &&
    !acted &&
    complies(said) &&
    (expects || cues.times.length > 0 || context.topic === 'compliance')
  )
    return 'compliance'
  if (
    !cues.table &&
    context.topic === 'compliance' &&
    (expects || ofCompliance || (stative && cues.times.length > 0))
  )
    return 'compliance'
  // what an act is said to bring about elsewhere in the sentence does not make it monitoring
  const main = act && verdict && !cues.table ? verdict.sentence.main : null
  const told = main ? withoutPurpose({ text: () => lineOf(main), words: main }) : said
  if (!cues.table && cues.ahead && cues.target?.unit === 'pct' && (act?.passive || isState))
    return 'compliance'
  const monitoring = lexicon.monitoring.test(told.words)
  if (monitoring && (cues.recurring || context.topic === 'followup' || lexicon.bodies.test(words)))
    return 'monitoring'
  if (
    !cues.table &&
    expects &&
    ofCompliance &&
    lexicon.expecting.test(words) &&
    (stative || lexicon.schedule.test(words))
  )
    return 'compliance'
  if (cues.target && expects && !cues.table) return 'compliance'
  if (context.topic === 'followup' && (monitoring || cues.recurring || (!act && !cues.table)))
    return 'monitoring'
  // "Kursus i visitation og opfølgning" is no follow-up: without a verb the head of the phrase tells
  if (saysMonitoring(told.words, () => (act ? told.text() : headOf(told.text())))) return 'monitoring'
  return 'initiative'
}

/** "Centerchefen får hver mandag ...", "Udvalget følger sagen på møderne i maj og juni". */
function oversees({ subject, lemma, tense }: Act, cues: KindCues): boolean {
  const { overseer, watching } = commitmentLexicon()
  if (tense === 'past' || !subject.tokens.some((t) => overseer(t.lower))) return false
  return cues.recurring || (tense !== 'perfect' && cues.times.length > 0 && watching.has(lemma))
}

/** What is decided is a step, what is expected a result. */
const decided = phraseTest(['beslut-', 'aftal-', 'vedtag-', 'plan-'])
const quantifiers = new Set(['alle', 'samtlige', 'ingen', 'hver', 'mindst'])
/** "Vi forventer, at alle borgere har haft en samtale": not the sender's act but what comes of it. */
const isStateOfOthers = (act: Act | null | undefined) =>
  act?.subject.class === 'citizen' ||
  act?.subject.class === 'law' ||
  act?.subject.tokens.some((t) => quantifiers.has(t.lower)) === true

/** What is said: its words for lists, which rule most patterns out, and its text for the others. */
type Said = { text: () => string; words: Passage }

/** The words of the main clauses and of what is expected or decided; relative clauses only describe. */
function saidIn({ clauses, tokens, all }: ReadSentence): Said {
  const said = clauses.filter((c) => c.type === 'main' || c.type === 'that')
  const isAll = said.length === clauses.length
  const kept = isAll ? tokens : said.flatMap((c) => c.tokens)
  return { text: () => kept.map((t) => t.text).join(' '), words: isAll ? all : passagesOf(kept)() }
}

const saidBy = (text: string): Said => ({ text: () => text, words: passageOf(text) })

/** The words before the first preposition, or four at most. */
const headOf = (phrase: string) =>
  phrase
    .split(/ (?:om|af|på|til|for|med|i) /u, 1)[0]
    ?.split(' ', 4)
    .join(' ') ?? ''

/** What something is for does not tell what it is; "så gennemgår lederne ..." goes on telling. */
const withoutPurpose = (said: Said): Said =>
  purposes.test(said.words) ? saidBy(said.text().replace(purpose, ' ')) : said
const purpose = latin(
  /(?<!\p{L})(?:med\s+henblik\s+på|mhp\.?|for\s+at|således\s+at|så(?!\s+\p{L}+[rs]\s+(?:vi|jeg|\p{L}+(?:ne|en|et))(?!\p{L})))(?!\p{L}),?[^,.;]*/giu,
)
/** Words without which `purpose` cannot match, as a quick no. */
const purposes = phraseTest(['med henblik på', 'mhp', 'for at', 'således at', 'så'])

/** "Alle sager vil blive fulgt op rettidigt": everybody in time is the law met, whatever is done. */
const inTime = latin(
  /(?<!\p{L})(?:alle|samtlige|enhver|hver)(?!\p{L}).{0,80}(?<!\p{L})(?:rettidig\p{L}*|til\s+tiden|inden\s+for\s+(?:lovens\s+)?frist\p{L}*)(?!\p{L})/iu,
)

/** Words without which `inTime` cannot match. */
const timely = phraseTest(['rettidig-', 'til tiden', 'inden for'])

const goal = latin(
  /(?<!\p{L})(?:færre|flere|andel\p{L}*|antallet|øges|nedbringes|reduceres|fastholdes|sænkes|hæves|mindst|minimum|højst|niveau)(?!\p{L})/iu,
)

const aim = latin(
  /(?<!\p{L})(?:målet|målsætningen|resultatmålet|måltallet|sat\s+os|som\s+(?:del)?mål|(?:det|et|vores|kommunens|byrådets|jobcent(?:er)?ets)\s+(?:\p{L}+\s+)?mål|sigtes\s+mod|(?:stiler|sigter|går)\s+(?:vi\s+|jeg\s+)?efter|mål\s+om|pejlemærke\p{L}*)(?!\p{L})/iu,
)
/** Words without which `aim` cannot match. */
const aimWords = phraseTest([
  'målet',
  'målsætningen',
  'resultatmålet',
  'måltallet',
  'sat os',
  'sigtes mod',
  'stiler',
  'sigter',
  'går',
  'mål',
  'delmål',
  'pejlemærke-',
])
const isAim = (words: Passage) => aimWords.test(words) && aim.test(lineOf(words))
/** "fra 52 til 85 pct." */
const figureTo = latin(/(?<!\p{L})(?:til|på)\s+(?:\p{L}+\s+)?\d+(?:,\d+)?\s*(?:pct|procent|%)/iu)
/** "80 pct. i juni" */
const share = /\d\s*(?:pct|procent|%)/iu
/** "højst er 180", "ned på 60": a number that is not to be passed. */
const bounded = latin(
  /(?<!\p{L})(?:højst|mindst|under|over|maksimalt|minimum|ned\s+på|op\s+på)\s+(?:\p{L}+\s+)?\d/iu,
)
/** "En opgørelse sendes til ...", "rapporten forelægges ..." */
const report = latin(
  /(?<!\p{L})(?:opgørelse|resultat\p{L}*|status\p{L}*|rapport\p{L}*|oversigt)(?!\p{L}).*(?<!\p{L})(?:sendes|fremsendes|afgives|forelægges|fremlægges)(?!\p{L})/iu,
)
const handedOver = phraseTest(['sendes', 'fremsendes', 'afgives', 'forelægges', 'fremlægges'])
const isReported = ({ clauseText }: Act) => handedOver.test(clauseText) && report.test(lineOf(clauseText))

/** Verbs by which something is said to be so. */
const states = new Set(['være', 'have'])

const complying = new Set([
  'opfylde',
  'overholde',
  'leve',
  'efterleve',
  'indfri',
  'nå',
  'komme',
  'nedbringe',
  'ligge',
  'være',
  'opnå',
  'bringe',
  'holde',
])
const strongMonitoring = latin(
  /(?<!\p{L})(?:følge\p{L}*\s+(?:\p{L}+\s+){0,4}op|fulgt\s+op|opfølgning|monitorer\p{L}*|overvåg\p{L}*|afrapporter\p{L}*|stikprøve\p{L}*|måling|målinger|controlling|evaluer\p{L}*|udtag(?:er|es|et)|efterprøv\p{L}*|opgør(?:es|er)|gøres\s+op|gjort\s+op|forelæg(?:ges|ger)|fremlæg(?:ges|ger)|til\s+kontrol|statusnotat\p{L}*|fast\s+punkt|lister)(?!\p{L})/iu,
)
/** Words without which `strongMonitoring` cannot match. */
const monitoringWords = phraseTest([
  'følge-',
  'fulgt op',
  'opfølgning-',
  'monitorer-',
  'overvåg-',
  'afrapporter-',
  'stikprøve-',
  'måling',
  'målinger',
  'controlling-',
  'evaluer-',
  'udtag-',
  'efterprøv-',
  'opgør-',
  'gøres op',
  'gjort op',
  'forelæg-',
  'fremlæg-',
  'til kontrol',
  'statusnotat-',
  'fast punkt',
  'lister-',
])
const saysMonitoring = (words: Passage, text: () => string): boolean =>
  monitoringWords.test(words) && strongMonitoring.test(text())

const law = String.raw`(?:lov\p{L}*|krav\p{L}*|regler\p{L}*|frist\p{L}*|\p{L}*frister\p{L}*|rettidig\p{L}*|forpligtelse\p{L}*|§)`
const meets = String.raw`(?:opfyld\p{L}*|overhold\p{L}*|efterlev\p{L}*|lev\p{L}+\s+(?:\p{L}+\s+){0,2}op|levet\s+op|indfri\p{L}*|lovmedholdelig\p{L}*)`
const meetsLaw = 'opfyld- overhold- efterlev- lev- indfri- lovmedholdelig-'
/** Each with words without which it cannot match; most sentences have none. */
const met = (
  [
    [
      'efterslæb- pukl- pukkel-',
      String.raw`(?<!\p{L})(?:efterslæb\p{L}*|puk(?:ke)?l\p{L}*)(?!\p{L}).{0,80}(?<!\p{L})(?:indhentet|afviklet|nedbragt|fjernet|væk)(?!\p{L})`,
    ],
    [meetsLaw, `(?<!\\p{L})${law}(?!\\p{L}).{0,80}(?<!\\p{L})${meets}(?!\\p{L})`],
    [meetsLaw, `(?<!\\p{L})${meets}(?!\\p{L}).{0,80}(?<!\\p{L})${law}(?!\\p{L})`],
    [
      'mål drift effekt virkning implementeret indfaset indfasede',
      String.raw`(?<!\p{L})(?:i|fuldt?)\s+(?:mål|drift|effekt|virkning|implementeret|indfaset|indfasede)(?!\p{L})`,
    ],
    [
      'landsgennemsnit- gennemsnit- landet landsplan-',
      String.raw`(?<!\p{L})(?:over|under|på|på\s+(?:niveau|linje|højde)\s+med|bedre\s+end|ikke\s+under)\s+(?:eller\s+bedre\s+end\s+)?(?:\p{L}+\s+){0,2}(?:landsgennemsnit\p{L}*|gennemsnit\p{L}*|hele\s+landet|landsplan)`,
    ],
    [
      'resultat- effekt- virkning-',
      String.raw`(?<!\p{L})(?:resultat\p{L}*|effekt\p{L}*|virkning\p{L}*)\s+(?:\p{L}+\s+){0,4}(?:ses|vise|slå\s+igennem|måles|vil\s+(?:kunne\s+)?(?:ses|vise|være|slå))(?!\p{L})`,
    ],
  ] as const
).map(([words, pattern]) => ({ may: phraseTest(words.split(' ')), pattern: latinPattern(pattern, 'i') }))
/** The set phrases of compliance: requirements met, in force, effects visible, level with the country. */
export const complies = ({ text, words }: Said): boolean =>
  met.some(({ may, pattern }) => may.test(words) && pattern.test(text()))
