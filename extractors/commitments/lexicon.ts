import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { grammar } from '../language/grammar.ts'
import { phraseTest, wordTest } from '../language/phrases.ts'

const words = z.array(z.string())
const noted = z.object({ note: z.string(), words })
const notedVerbs = z.object({ note: z.string(), verbs: words })

const subjectsSchema = z.object({
  sender: noted,
  staff: noted,
  other: noted,
  matter: noted,
  citizen: noted,
  law: noted,
  papers: noted,
  figures: noted,
  cases: noted,
  funds: noted,
})
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
  formerly: noted.extend({ continuing: words }),
  receiving: notedVerbs,
  lastingStates: notedVerbs,
  adding: noted,
  attending: notedVerbs,
  beginning: notedVerbs.extend({ phrases: words }),
  tellingWhen: notedVerbs,
  running: notedVerbs.extend({ steps: words, scope: words }),
  timeLimits: noted,
  announcing: noted.extend({ further: words }),
  deliberating: notedVerbs,
  starting: notedVerbs,
  continuing: notedVerbs,
  approving: notedVerbs,
  emptying: noted,
  introducing: noted,
  delegating: notedVerbs,
  now: noted,
  everyMeeting: noted,
  trouble: noted.extend({ verbs: words }),
  lightVerbs: noted,
  hearing: notedVerbs.extend({ toUs: words }),
  excess: noted.extend({ faults: words }),
  instructing: notedVerbs,
  parts: noted,
  once: notedVerbs,
  delivering: noted,
  decided: noted,
  usually: noted,
  ownSources: noted,
  measuring: notedVerbs,
  drafting: notedVerbs,
  dropped: noted,
  legislating: notedVerbs,
  lasting: notedVerbs,
  disclaiming: noted.extend({ reserving: words }),
  informing: notedVerbs.extend({ letters: words }),
  takingEffect: noted.extend({ laws: words }),
  announcedSteps: noted,
})
const topicsSchema = z.object({
  monitoring: noted,
  bodies: noted,
  overseers: noted,
  watching: notedVerbs,
  othersDeadlines: noted,
  superseded: noted,
  reports: noted,
  compliance: noted,
  schedule: noted,
})

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
  answered: noted,
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
      matter: wordTest(subjects.matter.words),
      citizen: wordTest(subjects.citizen.words),
      law: wordTest(subjects.law.words),
      papers: wordTest(subjects.papers.words),
      figures: wordTest(subjects.figures.words),
      cases: wordTest(subjects.cases.words),
      funds: wordTest(subjects.funds.words),
    },
    progressive: phraseTest(grammar().progressive.map((phrase) => `${phrase} at`)),
    starting: new Set(predicates.starting.verbs),
    now: phraseTest(predicates.now.words),
    everyMeeting: phraseTest(predicates.everyMeeting.words),
    approving: new Set(predicates.approving.verbs),
    introducing: phraseTest(predicates.introducing.words),
    emptying: phraseTest(predicates.emptying.words),
    delegating: new Set(predicates.delegating.verbs),
    continuing: new Set(predicates.continuing.verbs),
    deliberating: new Set(predicates.deliberating.verbs),
    trouble: phraseTest(predicates.trouble.words),
    troubleVerbs: new Set(predicates.trouble.verbs),
    lightVerbs: phraseTest(predicates.lightVerbs.words),
    hearing: new Set(predicates.hearing.verbs),
    toUs: phraseTest(predicates.hearing.toUs),
    excess: phraseTest(predicates.excess.words),
    faults: phraseTest(predicates.excess.faults),
    instructing: new Set(predicates.instructing.verbs),
    parts: new Set(predicates.parts.words),
    once: new Set(predicates.once.verbs),
    decided: phraseTest(predicates.decided.words),
    delivering: wordTest(predicates.delivering.words),
    usually: phraseTest(predicates.usually.words),
    ownSources: wordTest(predicates.ownSources.words),
    measuring: new Set(predicates.measuring.verbs),
    drafting: new Set(predicates.drafting.verbs),
    legislating: new Set(predicates.legislating.verbs),
    lasting: new Set(predicates.lasting.verbs),
    dropped: phraseTest(predicates.dropped.words),
    disclaiming: phraseTest(predicates.disclaiming.words),
    reserving: phraseTest(predicates.disclaiming.reserving),
    informing: new Set(predicates.informing.verbs),
    letters: phraseTest(predicates.informing.letters),
    takingEffect: phraseTest(predicates.takingEffect.words),
    laws: phraseTest(predicates.takingEffect.laws),
    announcedSteps: phraseTest(predicates.announcedSteps.words),
    never: new Set(predicates.never.verbs),
    weak: new Set(predicates.weak.verbs),
    finished: new Set(predicates.finished.verbs),
    negation: new Set(predicates.negations),
    expecting: phraseTest(predicates.expecting.words),
    considering: phraseTest(predicates.considering.words),
    conditionWords: new Set(predicates.conditions.words.filter((w) => !w.includes(' '))),
    conditionPhrases: phraseTest(predicates.conditions.words.filter((w) => w.includes(' '))),
    politeness: phraseTest(predicates.politeness.words),
    effects: predicates.effects.words,
    reporting: phraseTest(predicates.reporting.words),
    announcing: phraseTest(predicates.announcing.words),
    announcingMore: phraseTest(predicates.announcing.further),
    formerly: phraseTest(predicates.formerly.words),
    asBefore: phraseTest(predicates.formerly.continuing),
    receiving: new Set(predicates.receiving.verbs),
    lastingStates: new Set(predicates.lastingStates.verbs),
    adding: new Set(predicates.adding.words),
    attending: new Set(predicates.attending.verbs),
    beginning: new Set(predicates.beginning.verbs),
    beginningPhrases: phraseTest(predicates.beginning.phrases),
    tellingWhen: new Set(predicates.tellingWhen.verbs),
    running: new Set(predicates.running.verbs),
    scope: new Set(predicates.running.scope),
    stepNames: new Set(predicates.running.steps),
    timeLimits: phraseTest(predicates.timeLimits.words),
    law: phraseTest(predicates.law.words),
    monitoring: phraseTest(topics.monitoring.words),
    bodies: phraseTest(topics.bodies.words),
    overseer: wordTest(topics.overseers.words),
    watching: new Set(topics.watching.verbs),
    reports: wordTest(topics.reports.words),
    superseded: phraseTest(topics.superseded.words),
    othersDeadline: phraseTest(topics.othersDeadlines.words),
    compliance: phraseTest(topics.compliance.words),
    schedule: phraseTest(topics.schedule.words),
    answered: new RegExp(`^\\W*(?:${sections.answered.words.join('|')})\\s*(?:nr\\.?\\s*)?\\d`, 'i'),
    sections: sections.groups.map((g) => ({
      stance: g.stance,
      heading: phraseTest(g.heading),
      intro: phraseTest(g.intro),
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
