import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const words = z.array(z.string())
const noted = z.object({ note: z.string(), words })
const verbs = z.object({ note: z.string(), verbs: words })
const grammarSchema = z.object({
  clauseOpeners: z.object({
    that: words,
    condition: words,
    adverbial: words,
    relative: words,
    question: words,
  }),
  clauseLeads: noted,
  firstInMain: noted,
  timeConjunctions: noted,
  prepositions: words,
  subjectStarts: noted,
  determiners: words,
  attributeSigns: noted,
  modals: z.object({ future: words, must: words, can: words, past: words }),
  negations: words,
  notNegating: noted,
  verbContext: noted,
  planning: verbs,
  aspectual: verbs,
  progressive: noted,
  under: z.object({ note: z.string(), endings: words, not: words }),
  directions: noted,
  goals: noted,
  timeUnits: noted,
  firstField: noted,
  midField: noted,
  timeAfterOm: noted,
  asNouns: noted,
})

/** What kind of clause a word opens. */
export type Opener = keyof z.infer<typeof grammarSchema>['clauseOpeners']

function load() {
  const data = loadData('language/grammar.json', grammarSchema)
  const openers = new Map<string, Opener>()
  // a word of several lists opens what the first of them says
  for (const [type, list] of Object.entries(data.clauseOpeners))
    for (const word of list) if (!openers.has(word)) openers.set(word, type as Opener)
  const { future, must, can, past } = data.modals
  const modals = new Map<string, 'future' | 'must' | 'can' | 'past'>()
  for (const [tense, list] of [
    ['future', future],
    ['must', must],
    ['can', can],
    ['past', past],
  ] as const)
    for (const word of list) modals.set(word, tense)
  return {
    openers,
    leads: new Set(data.clauseLeads.words),
    firstInMain: new Set(data.firstInMain.words),
    timeConjunctions: new Set(data.timeConjunctions.words),
    prepositions: new Set(data.prepositions),
    subjectStarts: new Set(data.subjectStarts.words),
    determiners: new Set(data.determiners),
    attributeSigns: new Set(data.attributeSigns.words),
    modals,
    negations: new Set(data.negations),
    notNegating: new Set(data.notNegating.words),
    verbContext: new Set(data.verbContext.words),
    planning: new Set(data.planning.verbs),
    aspectual: new Set(data.aspectual.verbs),
    progressive: data.progressive.words,
    underEndings: data.under.endings,
    notUnder: new Set(data.under.not),
    directions: new Set(data.directions.words),
    goals: new Set(data.goals.words),
    timeUnits: new Set(data.timeUnits.words),
    firstField: new Set(data.firstField.words),
    midField: new Set(data.midField.words),
    timeAfterOm: new Set(data.timeAfterOm.words),
    asNouns: new Set(data.asNouns.words),
  }
}

let loaded: ReturnType<typeof load> | undefined

/** The closed word classes of `data/language/grammar.json`, read once. */
export function grammar(): ReturnType<typeof load> {
  loaded ??= load()
  return loaded
}
