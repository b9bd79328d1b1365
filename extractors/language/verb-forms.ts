import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from './latin.ts'

/** inf: oprette; pres: opretter; past: oprettede; part: oprettet; pass: oprettes. */
export type VerbForm = 'inf' | 'pres' | 'past' | 'part' | 'pass'
export type VerbReading = { lemma: string; form: VerbForm }

const verbsSchema = z.object({
  prefixes: z.array(z.string()),
  regular: z.array(z.string()),
  irregular: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  notVerbs: z.object({ words: z.array(z.string()) }),
  nouns: z.object({ words: z.array(z.string()) }),
  notLoans: z.object({ endings: z.array(z.string()), words: z.array(z.string()) }),
})

type Lexicon = {
  forms: Map<string, VerbReading[]>
  prefixes: string[]
  doubtful: Set<string>
  isNoLoan: (word: string) => boolean
  nouns: Set<string>
}

function add(forms: Map<string, VerbReading[]>, word: string, lemma: string, form: VerbForm) {
  const readings = forms.get(word)
  if (readings) readings.push({ lemma, form })
  else forms.set(word, [{ lemma, form }])
}

/** Rules of the regular conjugations; both past classes are generated, since a wrong one is no Danish word. */
function addRegular(forms: Map<string, VerbReading[]>, lemma: string) {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
  add(forms, lemma, lemma, 'inf')
  add(forms, `${lemma}r`, lemma, 'pres')
  add(forms, `${lemma}s`, lemma, 'pass')
  if (!lemma.endsWith('e')) {
    add(forms, `${lemma}ede`, lemma, 'past')
    add(forms, `${lemma}et`, lemma, 'part')
    return
  }
  add(forms, `${stem}ede`, lemma, 'past')
  add(forms, `${stem}edes`, lemma, 'past')
  add(forms, `${stem}et`, lemma, 'part')
  if (stem.endsWith('er')) return
  const short = /([bdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem
  for (const root of new Set([stem, short])) {
    if (`${root}te` !== lemma) {
      add(forms, `${root}te`, lemma, 'past')
      add(forms, `${root}tes`, lemma, 'past')
    }
    add(forms, `${root}t`, lemma, 'part')
  }
}

function buildLexicon(): Lexicon {
  const data = loadData('commitments/verbs.json', verbsSchema)
  const forms = new Map<string, VerbReading[]>()
  for (const [inf, pres, past, part] of data.irregular) {
    add(forms, inf, inf, 'inf')
    add(forms, pres, inf, 'pres')
    add(forms, past, inf, 'past')
    if (!past.endsWith('s')) add(forms, `${past}s`, inf, 'past')
    add(forms, part, inf, 'part')
    if (!inf.endsWith('s')) add(forms, `${inf}s`, inf, 'pass')
  }
  const irregular = new Set(data.irregular.map(([inf]) => inf))
  const isCompound = (lemma: string) =>
    data.prefixes.some((p) => lemma.startsWith(p) && irregular.has(lemma.slice(p.length)))
  for (const lemma of data.regular) if (!irregular.has(lemma) && !isCompound(lemma)) addRegular(forms, lemma)
  const prefixes = [...data.prefixes].sort((a, b) => b.length - a.length)
  const { endings, words } = data.notLoans
  const noLoans = new Set(words)
  const isNoLoan = (word: string) => noLoans.has(word) || endings.some((e) => word.endsWith(e))
  return {
    forms,
    prefixes,
    doubtful: new Set(data.notVerbs.words),
    isNoLoan,
    nouns: new Set(data.nouns.words),
  }
}

let lexicon: Lexicon | undefined
const known = new Map<string, VerbReading[]>()

const loan = latin(/^(\p{Ll}{2,}er)(e|er|es|ede|et)$/u)
/** Loan verbs are regular through and through: etablere, etablerer, etableres, etablerede, etableret. */
function readLoanVerb(word: string): VerbReading[] {
  const match = loan.exec(word)
  if (!match?.[1]) return []
  const form = ({ e: 'inf', er: 'pres', es: 'pass', ede: 'past', et: 'part' } as const)[match[2] as 'e']
  return [{ lemma: `${match[1]}e`, form }]
}

/**
 * What a lower-case word can be as a verb: every lemma and form it has, [] when it is no verb form.
 * Compounds of a known prefix and a known verb are read by their last part (iværksætter: iværksætte, pres).
 */
export function readVerb(word: string): VerbReading[] {
  const hit = known.get(word)
  if (hit) return hit
  lexicon ??= buildLexicon()
  if (lexicon.nouns.has(word)) return []
  let readings = lexicon.forms.get(word) ?? []
  if (readings.length === 0) {
    for (const prefix of lexicon.prefixes) {
      if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue
      const rest = lexicon.forms.get(word.slice(prefix.length))
      if (rest) readings = rest.map((r) => ({ lemma: prefix + r.lemma, form: r.form }))
      if (readings.length) break
    }
  }
  if (readings.length === 0 && !lexicon.isNoLoan(word)) readings = readLoanVerb(word)
  if (known.size < 50_000) known.set(word, readings)
  return readings
}

/** True for forms that are more often a noun, adjective or adverb than a verb: they need a context that says verb. */
export function isDoubtfulVerb(word: string): boolean {
  lexicon ??= buildLexicon()
  return lexicon.doubtful.has(word)
}

/** The lemma's last part after a known prefix, or the lemma itself: iværksætte → sætte. */
export function baseLemma(lemma: string): string {
  lexicon ??= buildLexicon()
  for (const prefix of lexicon.prefixes) {
    const rest = lemma.slice(prefix.length)
    if (lemma.startsWith(prefix) && rest.length > 2 && lexicon.forms.get(rest)?.some((r) => r.form === 'inf'))
      return rest
  }
  return lemma
}
