import { grammar } from './grammar.ts'
import { type Finite, findForm, finiteKind, followsDeterminer, has, lemmaOf } from './verb-tokens.ts'
import type { Token } from './words.ts'

export type Tense = 'present' | 'past' | 'perfect' | 'future' | 'must' | 'can'

/** A verb with its auxiliaries: the verb that carries the meaning, and the index of the group's last verb. */
export type VerbGroup = { lemma: string; tense: Tense; passive: boolean; end: number }

const at = (tokens: Token[], i: number) => tokens[i] as Token

/** "vil etablere", "skal etableres", "vil blive etableret", "vil have etableret", "skal kunne etablere". */
function modalGroup(tokens: Token[], i: number): VerbGroup | null {
  const tense = grammar().modals.get(at(tokens, i).lower) ?? 'future'
  const j = findForm(tokens, i, ['inf', 'pass'])
  // "skulle være færdig", "måtte afbrydes": how things were or were to be; "skulle gerne" is a hope
  if (tense === 'past')
    return tokens[i + 1]?.lower === 'gerne'
      ? null
      : { lemma: at(tokens, i).lower, tense, passive: false, end: Math.max(i, j) }
  if (j < 0) return directedGroup(tokens, i, tense)
  const verb = at(tokens, j)
  if (has(verb, 'pass') && !has(verb, 'inf'))
    return { lemma: lemmaOf(verb, 'pass'), tense, passive: true, end: j }
  if (['blive', 'være', 'have', 'få'].includes(verb.lower)) {
    const p = findForm(tokens, j, ['part'])
    const passive = verb.lower === 'blive' || verb.lower === 'være'
    if (p > 0) return { lemma: lemmaOf(at(tokens, p), 'part'), tense, passive, end: p }
  }
  if (verb.lower === 'kunne' || verb.lower === 'skulle') {
    const k = findForm(tokens, j, ['inf', 'pass'])
    if (k > 0)
      return { lemma: at(tokens, k).word.readings[0]?.lemma ?? '', tense: 'can', passive: false, end: k }
  }
  return { lemma: lemmaOf(verb, 'inf'), tense, passive: false, end: j }
}

/** "Antallet skal ned på 60": with a direction the modal needs no infinitive. */
function directedGroup(tokens: Token[], i: number, tense: Tense): VerbGroup | null {
  const { directions, goals } = grammar()
  const isAim = (word: string) => directions.has(word) || goals.has(word)
  const j = tokens.findIndex(({ lower }, k) => k > i && k < i + 8 && isAim(lower))
  return j < 0 ? null : { lemma: 'komme', tense, passive: false, end: j }
}

/** A participle and what hangs on it: "blevet etableret", "kunnet få". */
function participleGroup(tokens: Token[], p: number, tense: Tense): VerbGroup {
  const participle = at(tokens, p)
  // "har fået bygget en rapport"
  const made = tokens[p + 1]
  if (participle.lower === 'fået' && made && has(made, 'part') && !made.word.doubtful)
    return { lemma: lemmaOf(made, 'part'), tense, passive: false, end: p + 1 }
  if (participle.lower === 'blevet' || participle.lower === 'været') {
    const q = findForm(tokens, p, ['part'])
    if (q > 0) return { lemma: lemmaOf(at(tokens, q), 'part'), tense, passive: true, end: q }
  }
  return { lemma: lemmaOf(participle, 'part'), tense, passive: false, end: p }
}

/** "har borgerne kunnet ringe" */
const modalParticiples = new Set(['kunnet', 'måttet', 'villet', 'skullet'])
/** "har vi skullet tilbyde", "har måttet skaffe": what was demanded, as "vi skulle tilbyde" */
const demanding = new Map([
  ['skullet', 'skulle'],
  ['måttet', 'måtte'],
])

/** "har etableret"; "havde etableret" is background and read as a state of the past. */
function haveGroup(tokens: Token[], i: number): VerbGroup {
  const past = at(tokens, i).lower === 'havde'
  const able = tokens.findIndex(({ lower }, k) => k > i && k < i + 8 && modalParticiples.has(lower))
  const demanded = demanding.get(tokens[able]?.lower ?? '')
  if (demanded) return { lemma: demanded, tense: 'past', passive: false, end: able }
  const act = able < 0 || past ? -1 : findForm(tokens, able, ['inf'])
  if (act > 0) return { lemma: lemmaOf(at(tokens, act), 'inf'), tense: 'perfect', passive: false, end: act }
  const p = findForm(tokens, i, ['part'])
  if (p < 0 || past)
    return { lemma: 'have', tense: past ? 'past' : 'present', passive: false, end: Math.max(i, p) }
  return participleGroup(tokens, p, 'perfect')
}

/** "er etableret" (perfect), "bliver etableret" (present), "blev etableret" (past); "var etableret" is background. */
function beGroup(tokens: Token[], i: number, kind: 'be' | 'become'): VerbGroup {
  const { lower } = at(tokens, i)
  const past = lower === 'var' || lower === 'blev'
  const p = findForm(tokens, i, ['part'])
  if (p < 0 || lower === 'var') {
    const lemma = kind === 'be' ? 'være' : 'blive'
    return { lemma, tense: past ? 'past' : 'present', passive: false, end: Math.max(i, p) }
  }
  const tense = kind === 'be' ? 'perfect' : past ? 'past' : 'present'
  return { ...participleGroup(tokens, p, tense), passive: true }
}

/** The verb group that begins with the finite verb at `i`. */
export function readVerbGroup(tokens: Token[], i: number, kind: Finite): VerbGroup | null {
  if (kind === 'modal') return modalGroup(tokens, i)
  if (kind === 'have') return haveGroup(tokens, i)
  if (kind === 'be' || kind === 'become') return beGroup(tokens, i, kind)
  const tense = kind === 'past' ? 'past' : 'present'
  // "påbegyndtes", "iværksattes"
  const passive = kind === 'pass' || (kind === 'past' && at(tokens, i).lower.endsWith('s'))
  return { lemma: lemmaOf(at(tokens, i), kind), tense, passive, end: i }
}

/** "er ved at", "er i færd med at", "er i gang med at": what is being done. */
export function progressOf(tokens: Token[], verb: VerbGroup): VerbGroup {
  if (verb.lemma !== 'være' || verb.tense !== 'present') return verb
  const under = underway(tokens, verb.end)
  if (under > 0) return { lemma: 'foretage', tense: 'present', passive: true, end: under }
  const words = tokens.slice(verb.end + 1, verb.end + 8).map((t) => t.lower)
  const infinitive = words.indexOf('at')
  const phrase = ` ${words.slice(0, Math.max(infinitive, 0)).join(' ')}`
  if (infinitive < 0 || !grammar().progressive.some((p) => phrase.endsWith(` ${p}`))) return verb
  const k = findForm(tokens, verb.end + 1 + infinitive, ['inf', 'pass'])
  if (k < 0) return verb
  // "er ved at blive rettet"
  const p = at(tokens, k).lower === 'blive' ? findForm(tokens, k, ['part']) : -1
  if (p > 0 && p < k + 4)
    return { lemma: lemmaOf(at(tokens, p), 'part'), tense: 'present', passive: true, end: p }
  return { lemma: lemmaOf(at(tokens, k), 'inf'), tense: 'present', passive: false, end: k }
}

/** "er under revision", "er nu under udarbejdelse": where the verbal noun stands, -1 when none does. */
function underway(tokens: Token[], verb: number): number {
  const at = tokens.findIndex(({ lower }, i) => i > verb && i <= verb + 3 && lower === 'under')
  const noun = tokens[at + 1]?.lower ?? ''
  const { underEndings, notUnder } = grammar()
  return at > 0 && underEndings.some((end) => noun.endsWith(end)) && !notUnder.has(noun) ? at + 1 : -1
}

/** How far behind a planning verb its infinitive is looked for, in tokens. */
const reach = 14

/** The act behind a planning or aspectual verb: its infinitive (after "at") or participle ("forventes indført"). */
export function contentOf(tokens: Token[], verb: VerbGroup): VerbGroup {
  // "kommer borgerne til at beholde": the future
  if (verb.lemma === 'komme' && verb.tense === 'present') {
    const j = tokens.findIndex(
      (t, k) => k > verb.end && k < verb.end + reach && t.lower === 'til' && tokens[k + 1]?.lower === 'at',
    )
    return j < 0 ? verb : infinitiveContent(tokens, verb, j + 1, true)
  }
  const plans = grammar().planning.has(verb.lemma)
  // "vi lovede at ...": an earlier promise is told, not given; what was decided stands
  if (plans ? verb.tense === 'past' && verb.lemma !== 'beslutte' : !grammar().aspectual.has(verb.lemma))
    return verb
  for (let j = verb.end + 1; j < Math.min(tokens.length, verb.end + reach); j++) {
    const token = at(tokens, j)
    if (token.lower === 'at' && tokens[j + 1]) return infinitiveContent(tokens, verb, j, plans)
    if (plans && verb.passive && has(token, 'part') && !followsDeterminer(tokens, j))
      return { lemma: lemmaOf(token, 'part'), tense: 'future', passive: true, end: j }
    if (finiteKind(tokens, j)) return verb
  }
  return verb
}

/** "forventer at have gennemført", "ventes at blive indført", "er begyndt at holde": the verb after "at" at `j`. */
function infinitiveContent(tokens: Token[], verb: VerbGroup, j: number, plans: boolean): VerbGroup {
  const k = findForm(tokens, j, ['inf', 'pass'])
  if (k < 0 || k > j + 6) return verb
  const first = at(tokens, k).lower
  const p = ['have', 'være', 'blive'].includes(first) ? findForm(tokens, k, ['part']) : -1
  const end = p > 0 && p < k + 10 ? p : k
  const wanted = end === k ? 'inf' : 'part'
  const reading = at(tokens, end).word.readings.find((r) => r.form === wanted || r.form === 'pass')
  const passive = end !== k && first !== 'have'
  return { lemma: reading?.lemma ?? verb.lemma, tense: plans ? 'future' : verb.tense, passive, end }
}
