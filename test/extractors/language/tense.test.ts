import { describe, expect, it } from 'vitest'
import { type Tense, tenseAt } from '../../../extractors/language/tense.ts'

/** The tense at the words in brackets. */
const sentences: Record<Tense, string[]> = {
  past: [
    'Vi iværksatte [i november] en indsats.',
    'I [oktober] gennemgik vi 188 sager.',
    'Udvalget blev orienteret [den 15. maj] og har ønsket en ny sag.',
    'Kommunen etablerede [i august] et nyt team.',
    'Den nye leder tiltrådte [1. august], og hun vil ansætte flere.',
    'Antallet var [i september] faldet til 118.',
    '[Den 1. juni] flyttede rådgivere og vejledere sammen.',
    'Der er plads til alle. [Den 14. september] underskrev vi en aftale.',
    'På den baggrund besluttede Børne- og Familieudvalget [den 20. august] at oprette et team.',
  ],
  perfect: [
    'Vi har [i juni] afholdt en temadag.',
    'Ungeindsatsen er [fra 1. september] samlet på Campus.',
    'Det er baggrunden for, at der [pr. 1. maj] er udpeget en koordinator.',
    'Der er [i august] givet en tillægsbevilling.',
    'Gennemført [i september]',
    'Vi har [i november] aftalt en ny procedure.',
    'Samarbejdet er genoptaget ved underskrivelse af en ny aftale [den 29. september].',
  ],
  present: [
    'Værkstedet åbner [til foråret].',
    'Ordningen begynder [den 1. februar] og evalueres senere.',
    'De er ved at blive rettet, og arbejdet er færdigt [ved udgangen af januar].',
    'Mentorstøtte kan [fra den 15. januar] bevilges af rådgiveren.',
    'Med a-kasserne er der ført drøftelser, og de første kurser begynder [i uge 33].',
    'Vi har fokus på de forsikrede ledige [i maj].',
  ],
  future: [
    'Vi forventer at være i mål [i maj].',
    'Der vil [til efteråret] blive etableret et hold.',
    'Den er bestilt og ventes taget i brug [medio juni].',
    'Det forventes, at de sidste er ansat [i februar].',
    'Mødet er planlagt [til den 5. maj].',
    'De sidste skulle gerne være færdige [primo april].',
    '[Primo april] skulle de gerne være færdige.',
    'Udvalget har ønsket sagen på dagsordenen igen [i oktober].',
    'Planer om en jobklub (forventet opstart [i maj]), hvor borgerne møder ind',
    'Opgørelsen forelægges hver måned, første gang [i maj].',
  ],
}

describe('tenseAt', () => {
  for (const [tense, list] of Object.entries(sentences)) {
    it.each(list)(`${tense}: %s`, (marked) => {
      const start = marked.indexOf('[')
      const end = marked.indexOf(']') - 1
      expect(tenseAt(marked.replace(/[[\]]/g, ''), { start, end })).toBe(tense)
    })
  }

  it.each(['[i maj]', 'Nyt værksted, start [i august]', 'Rapport [i maj]', 'Torvet 1, [5. maj], Køge'])(
    'null where there is no verb: %s',
    (marked) => {
      const start = marked.indexOf('[')
      expect(tenseAt(marked.replace(/[[\]]/g, ''), { start, end: start + 3 })).toBeNull()
    },
  )
})
