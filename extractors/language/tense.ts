import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from './latin.ts'
import { matchesIn } from './matches.ts'
import { wordTest } from './phrases.ts'
import { segments, sentenceAround } from './segments.ts'
import { readVerb } from './verb-forms.ts'

/**
 * What a clause says about when: `past` (preterite), `perfect` (har/er + participle: done, its result stands),
 * `present`, `future` (vil, skal, forventer ...).
 */
export type Tense = 'past' | 'perfect' | 'present' | 'future'

const strings = z.array(z.string())
const schema = z.object({
  note: z.string(),
  source: z.string(),
  future: strings,
  present: strings,
  past: strings,
  participles: strings,
  notVerbs: strings,
  ahead: strings,
  scheduled: strings,
  asked: strings,
  judged: strings,
  determiners: strings,
  afterVerb: strings,
  auxiliaries: strings,
})

let loaded: ReturnType<typeof load> | undefined

/** Whole words, and words that end as "-gik" does, that one itself included. */
const openTest = (list: string[]) => wordTest([...list, ...list.map((word) => word.replace(/^-/, ''))])

function load() {
  const data = loadData('language/tense.json', schema)
  return {
    future: new Set(data.future),
    present: openTest(data.present),
    past: openTest(data.past),
    participles: new Set(data.participles),
    notVerbs: new Set(data.notVerbs),
    scheduled: new Set(data.scheduled),
    asked: new Set(data.asked),
    judged: new Set(data.judged),
    determiners: new Set(data.determiners),
    afterVerb: new Set(data.afterVerb),
    auxiliaries: new Set(data.auxiliaries),
    ahead: new RegExp(`(?<![\\p{L}])(?:${data.ahead.join('|')})(?: i| den| pr\\.| ved| fra)? *$`, 'iu'),
  }
}

type Word = { lower: string; start: number }

/**
 * The tense of the clause that a span of `text` stands in. The nearest verb on its left decides, then the nearest
 * on its right, then the clause before, then the one after.
 * @returns null when the sentence has no verb that is recognised
 */
export function tenseAt(text: string, span: Span): Tense | null {
  loaded ??= load()
  const sentence = sentenceAround(text, span)
  const before = text.slice(Math.max(sentence.start, span.start - 30), span.start)
  const pieces = segments(text, sentence)
  const own = pieces.findIndex((p) => p.start <= span.start && span.start < p.end)
  if (own < 0) return null
  // "Alle har en plan – 1. oktober": a time set off by a dash may lie on either side
  if (/[–—-] $/.test(before) && /^[\s.,;)]*(?:\n|$)/.test(text.slice(span.end, span.end + 3))) return null
  const found = tenseIn(text, pieces[own] as Span, span)
  // "er lagt sammen igen med virkning fra 1. februar": done a second time, not to be done
  const aheadOf = found === 'perfect' ? !withEffect.test(text.slice(span.start, span.end)) : found !== 'past'
  if (found && aheadOf && loaded.ahead.test(before)) return 'future'
  if (found && found !== 'past' && expected(text, pieces, own)) return 'future'
  if (found === 'perfect' && (onlyThen(text, pieces, own) || onceDone(text, pieces, own))) return 'future'
  if (found) return found
  // "Alle tre blev ansat, den sidste dog først den 15. juni"
  const previous = pieces[own - 1]
  if (previous && onlyLater.test(before) && tenseOf(text, previous) === 'past') return 'past'
  if (loaded.ahead.test(before)) return 'future'
  // "Lagt to teams sammen pr. 1. november, så vi kan ...": the participle says more than what follows from it
  const stated = verbless(text, pieces[own] as Span)
  if (own === 0 && stated) return stated
  for (let i = own - 1; i >= 0; i--) {
    const piece = pieces[i] as Span
    const tense = tenseOf(text, piece)
    if (tense) return tense
  }
  for (const piece of pieces.slice(own + 1)) {
    // "Ekstra møder i maj, så de 40, der har ventet længst, ...": which ones, not when
    if (opensRelative.test(text.slice(piece.start, piece.end))) continue
    const tense = tenseIn(text, piece, { start: piece.start, end: piece.start })
    if (tense) return tense
  }
  return stated
}

const onlyLater = latin(/(?<!\p{L})først[^.]*$/u)
const opensRelative = latin(/^\s*(?:der|som)(?!\p{L})/u)
const withEffect = /^med\s+virkning/i
const word = latin(/\p{L}+/u)
/** "Gennemført i september", "Planlagt i maj": a participle that stands for its sentence. */
function verbless(text: string, piece: Span): Tense | null {
  const first = word.exec(text.slice(piece.start, piece.end))?.[0].toLowerCase() ?? ''
  if (loaded?.scheduled.has(first)) return 'future'
  return isParticiple(first) ? 'perfect' : null
}

const opensWhen = latin(/^\s*(?:når|så snart)(?!\p{L})/u)
/** "Den bliver tilgængelig, når opdateringen er lagt ind i uge 13". */
function onceDone(text: string, pieces: Span[], own: number): boolean {
  const before = pieces[own - 1]
  if (!before || !opensWhen.test(text.slice(pieces[own]?.start, pieces[own]?.end))) return false
  return tenseOf(text, before) === 'future'
}

const firstThen = latin(/^\s*(?:som|der) først er(?!\p{L})/u)
/** "Vi forventer, at alt er på plads i maj, bortset fra kurset, som først er udbygget i juni". */
const onlyThen = (text: string, pieces: Span[], own: number): boolean =>
  firstThen.test(text.slice(pieces[own]?.start, pieces[own]?.end)) &&
  pieces.slice(0, own).some((piece) => tenseOf(text, piece) === 'future')

const opensContent = latin(/^\s*(?:og |men |samt )?at(?!\p{L})/u)
/** "Det forventes, at alle er ansat i maj": what stands in the at-clause of an expectation lies ahead. */
function expected(text: string, pieces: Span[], own: number): boolean {
  const isContent = (at: number) => {
    const piece = pieces[at]
    return piece !== undefined && opensContent.test(text.slice(piece.start, piece.end))
  }
  // "Vi regner med, at ... er gennemført, og at kravene er indfriet i november"
  let first = own
  while (first > 0 && isContent(first - 1)) first--
  const before = pieces[first - 1]
  if (!before || !isContent(own)) return false
  if (tenseOf(text, before) === 'future') return true
  const { judged } = loaded as ReturnType<typeof load>
  return matchesIn(text.slice(before.start, before.end), eachWord).some(([word]) =>
    judged.has(word.toLowerCase()),
  )
}

/** The tense of a clause as what comes after it sees it. */
const tenseOf = (text: string, piece: Span): Tense | null =>
  tenseIn(text, piece, { start: piece.end, end: piece.end })

const eachWord = latin(/[\p{L}\p{N}]+/gu)
function tenseIn(text: string, piece: Span, span: Span): Tense | null {
  const words: Word[] = []
  // "I skrev": the pronoun keeps its capital, so that it is no preposition
  for (const match of matchesIn(text.slice(piece.start, piece.end), eachWord))
    words.push({ lower: match[0] === 'I' ? 'I' : match[0].toLowerCase(), start: piece.start + match.index })
  const outside = (word: Word | undefined) =>
    word !== undefined && (word.start < span.start || word.start >= span.end)
  const at = words.filter((w) => w.start < span.start).length
  // "Den 1. juni flyttede ...": the verb follows what stands first
  const second = words.findIndex((word) => outside(word))
  for (const read of [verbTense, guessTense, countedTense]) {
    for (let i = at - 1; i >= 0; i--) {
      const tense = read(words, i, at, second)
      if (tense) return tense
    }
    for (let i = at; i < words.length; i++) {
      const tense = outside(words[i]) ? read(words, i, at, second) : null
      if (tense) return tense
    }
  }
  return null
}

/**
 * The tense that the word at `i` gives as a finite verb, null when it is none. The time stands before word `at`; a
 * clause that begins with the time has its verb at `second`.
 */
function verbTense(words: Word[], i: number, at: number, second: number): Tense | null {
  const facts = loaded as ReturnType<typeof load>
  const lower = words[i]?.lower ?? ''
  const previous = words[i - 1]?.lower ?? ''
  // "I marts ansatte vi", "Vi ansatte": a noun everywhere else
  if (facts.notVerbs.has(lower) && !pronouns.has(words[i + 1]?.lower ?? '') && !pronouns.has(previous))
    return null
  if (previous === 'at' && lower !== 'er') return null
  if (facts.future.has(lower)) return 'future'
  if (lower === 'har' || lower === 'er') return auxiliary(words, i, at)
  // "skulle gerne være færdige": a hope
  if (lower === 'skulle' && words.slice(i + 1, i + 4).some((w) => w.lower === 'gerne')) return 'future'
  // "er afholdt", "har holdt": the participle has the form of the preterite
  if (facts.past(lower) && isParticiple(lower) && auxiliaryBefore(words, i)) return null
  // "ventes overholdt", "skal være holdt": the participle of what is to come
  if (facts.future.has(previous) && isParticiple(lower)) return null
  if (previous === 'vil' || previous === 'skal') return null
  const they = isPronoun.test(previous) && isThey(words, i, at)
  if (facts.past(lower)) return isDeterminer(previous) && !they ? null : 'past'
  if (facts.present(lower)) return 'present'
  const known = /(?:[dt]e|er|es)$/.test(lower) ? readVerb(lower) : []
  const past = known.some((r) => r.form === 'past')
  if ((past || /.{3}ede$/.test(lower)) && (isPreterite(words, i, past) || (at === 0 && i === second)))
    return 'past'
  if ((isDeterminer(previous) && !they) || !/(?:er|es)$/.test(lower)) return null
  return known.some((r) => r.form === 'pres' || r.form === 'pass') ? 'present' : null
}

/**
 * "De begyndte den 3/9", "Det skete i maj", "og de tager fat den ...": a pronoun that opens its clause; before a noun it is an article ("de
 * begyndte forløb"), which only a form that can describe leaves open.
 */
function isThey(words: Word[], i: number, at: number): boolean {
  const opens = i === 1 || joins.has(words[i - 2]?.lower ?? '')
  const next = words[i + 1]?.lower ?? ''
  const describes = /e$/.test(words[i]?.lower ?? '')
  return opens && (!describes || i + 1 >= at || next === '' || followsVerb(next))
}
const isPronoun = /^(?:de|det|den)$/
const joins = new Set(['og', 'men', 'så', 'for', 'at', 'som', 'hvor', 'når', 'da'])

/** An unknown word that looks like a verb of the present: "vi skruer", "betjenes". */
function guessTense(words: Word[], i: number): Tense | null {
  const lower = words[i]?.lower ?? ''
  const previous = words[i - 1]?.lower ?? ''
  if (loaded?.notVerbs.has(lower) || previous === 'at' || isDeterminer(previous)) return null
  return /^\p{L}{2,}(?:er|es)$/u.test(lower) ? 'present' : null
}

/** "endnu en begynder": at the head of a clause what looks like a noun is the verb where there is no other. */
function countedTense(words: Word[], i: number): Tense | null {
  const lower = words[i]?.lower ?? ''
  if (i > 3 || isParticiple(words[0]?.lower ?? '')) return null
  if (!counts.test(words[i - 1]?.lower ?? '') || !/(?:er|es)$/.test(lower)) return null
  return readVerb(lower).some((r) => r.form === 'pres' || r.form === 'pass') ? 'present' : null
}
const counts = /^(?:en|et|alle|øvrige|mange|flere|enkelte)$/

const pronouns = new Set(['vi', 'jeg'])

const isDeterminer = (lower: string): boolean => loaded?.determiners.has(lower) ?? false
const isAuxiliary = (lower: string): boolean => loaded?.auxiliaries.has(lower) ?? false
const followsVerb = (lower: string): boolean => /^\d/.test(lower) || (loaded?.afterVerb.has(lower) ?? false)

const auxiliaryBefore = (words: Word[], i: number): boolean =>
  words.slice(Math.max(0, i - 6), i).some(({ lower }) => isAuxiliary(lower))

const linking = /^(?:og|eller|samt|\d.*|to|tre|fire|fem|seks|syv|otte|ni|ti)$/

const beforeVerb = latin(/^(?:vi|jeg|der|som|kommunen|\p{L}+(?:et|en|ne))$/u)

/** "-ede" is a participle in "de forsikrede ledige" and a verb in "vi etablerede et hold". */
function isPreterite(words: Word[], i: number, known: boolean): boolean {
  const previous = words[i - 1]?.lower ?? ''
  const lately = words.slice(Math.max(0, i - 4), i).some((w) => isAuxiliary(w.lower))
  if (isDeterminer(previous) || lately) return false
  // "25 hofteopererede i marts": counted, it is a noun
  if (/^\d/.test(previous) && !pronouns.has(words[i + 1]?.lower ?? '')) return false
  const next = words[i + 1]?.lower
  return (
    (known && i > 0 && !linking.test(previous)) ||
    next === undefined ||
    followsVerb(next) ||
    beforeVerb.test(previous)
  )
}

/**
 * "har ansat", "er fra 1. september samlet": perfect when a participle follows. "har aftalt et møde i uge 13", "er
 * planlagt til maj": what is agreed before the time is named lies ahead; "har i maj aftalt" does not.
 */
function auxiliary(words: Word[], i: number, at: number): Tense {
  const facts = loaded as ReturnType<typeof load>
  for (let j = i + 1; j < Math.min(words.length, i + 25); j++) {
    const lower = words[j]?.lower ?? ''
    if (lower === 'at' || lower === 'som' || (lower === 'der' && j > i + 1)) break
    if (facts.notVerbs.has(lower)) continue
    if (facts.scheduled.has(lower)) return j < at ? 'future' : 'perfect'
    // "har bedt om at få en status den 3. september"
    if (facts.asked.has(lower) && words.slice(j + 1, at).some((w) => w.lower === 'om')) return 'future'
    // "i jobcentret": after a preposition it is a noun
    if (facts.participles.has(lower) || (!isDeterminer(words[j - 1]?.lower ?? '') && isParticiple(lower)))
      return 'perfect'
  }
  return 'present'
}

const endsInEt = latin(/\p{L}{3,}et$/u)
const endsInT = latin(/\p{L}{3,}(?:[lndv]t|[øæ]rt|gt)$/u)
/** Whether a lower-case word looks like a past participle: ansat, gennemført, etableret. */
export function isParticiple(lower: string): boolean {
  loaded ??= load()
  if (loaded.participles.has(lower)) return true
  if (loaded.notVerbs.has(lower)) return false
  if (endsInEt.test(lower)) return true
  return endsInT.test(lower) && !/(?:igt|sk?t|alt|elt|ært|[aer]nt)$/.test(lower)
}
