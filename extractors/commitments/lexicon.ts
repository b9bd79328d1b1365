import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { phrasePattern, wordTest } from '../language/words.ts'

const words = z.array(z.string())
const noted = z.object({ note: z.string(), words })
const notedVerbs = z.object({ note: z.string(), verbs: words })

const subjectsSchema = z.object({ sender: noted, staff: noted, other: noted, citizen: noted, law: noted })
const predicatesSchema = z.object({
  never: notedVerbs,
  weak: notedVerbs,
  finished: notedVerbs,
  expecting: noted,
  considering: noted,
  conditions: noted,
  negations: words,
  politeness: noted,
  effects: noted,
  law: noted,
  reporting: noted,
  formerly: noted,
  announcing: noted,
  deliberating: notedVerbs,
  trouble: noted,
})
const topicsSchema = z.object({ monitoring: noted, bodies: noted, compliance: noted, schedule: noted })

export const stances = [
  'background',
  'goals',
  'done',
  'ongoing',
  'planned',
  'steps',
  'followup',
  'compliance',
] as const
export type Stance = (typeof stances)[number]
const sectionsSchema = z.object({
  groups: z.array(z.object({ stance: z.enum(stances), note: z.string(), heading: words, intro: words })),
})

function load() {
  const subjects = loadData('commitments/subjects.json', subjectsSchema)
  const predicates = loadData('commitments/predicates.json', predicatesSchema)
  const topics = loadData('commitments/topics.json', topicsSchema)
  const sections = loadData('commitments/sections.json', sectionsSchema)
  return {
    subject: {
      sender: wordTest(subjects.sender.words),
      staff: wordTest(subjects.staff.words),
      other: wordTest(subjects.other.words),
      citizen: wordTest(subjects.citizen.words),
      law: wordTest(subjects.law.words),
    },
    deliberating: new Set(predicates.deliberating.verbs),
    trouble: phrasePattern(predicates.trouble.words),
    never: new Set(predicates.never.verbs),
    weak: new Set(predicates.weak.verbs),
    finished: new Set(predicates.finished.verbs),
    negation: new Set(predicates.negations),
    expecting: phrasePattern(predicates.expecting.words),
    considering: phrasePattern(predicates.considering.words),
    conditionWords: new Set(predicates.conditions.words.filter((w) => !w.includes(' '))),
    conditionPhrases: phrasePattern(predicates.conditions.words.filter((w) => w.includes(' '))),
    politeness: phrasePattern(predicates.politeness.words),
    effects: predicates.effects.words,
    reporting: phrasePattern(predicates.reporting.words),
    announcing: phrasePattern(predicates.announcing.words),
    formerly: phrasePattern(predicates.formerly.words),
    law: phrasePattern(predicates.law.words),
    monitoring: phrasePattern(topics.monitoring.words),
    bodies: phrasePattern(topics.bodies.words),
    compliance: phrasePattern(topics.compliance.words),
    schedule: phrasePattern(topics.schedule.words),
    sections: sections.groups.map((g) => ({
      stance: g.stance,
      heading: phrasePattern(g.heading),
      intro: phrasePattern(g.intro),
    })),
  }
}

export type CommitmentLexicon = ReturnType<typeof load>
let loaded: CommitmentLexicon | undefined

/** The words and phrases of `data/commitments/`, read and compiled once. */
export function commitmentLexicon(): CommitmentLexicon {
  loaded ??= load()
  return loaded
}
