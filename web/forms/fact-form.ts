import { municipalities } from '../../data/municipality-names.ts'
import { type LetterFacts, letterKindSchema, type Signatory } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import type { FactField, SomeFacts } from '../../store/decided-facts.ts'
import { dayOf } from './day.ts'

const byPerson = <T>(value: T): Found<T> => ({ value, span: null, rule: 'person', assumed: [] })

/** A person's value of a field, or what is wrong with it. */
type Read = { fact: SomeFacts[FactField] } | { error: string }

const lines = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** How each field is shown in a form, and what a person's text means. An empty text is no value. */
const fields: Record<FactField, { shown: (facts: LetterFacts) => string; read: (typed: string) => Read }> = {
  kind: {
    shown: ({ kind }) => kind.value,
    read: (typed) => {
      const kind = letterKindSchema.safeParse(typed)
      return kind.success ? { fact: byPerson(kind.data) } : { error: 'Vælg en slags brev' }
    },
  },
  municipality: {
    shown: ({ municipality }) => municipality?.value.code ?? '',
    read: (typed) => {
      if (typed === '') return { fact: null }
      const found = municipalities().find(({ code }) => code === typed)
      return found ? { fact: byPerson({ code: found.code, name: found.name }) } : { error: 'Vælg en kommune' }
    },
  },
  date: {
    shown: ({ date }) => date?.value ?? '',
    read: (typed) => {
      if (typed === '') return { fact: null }
      const day = dayOf(typed)
      return day ? { fact: byPerson(day) } : { error: 'Skriv en dato' }
    },
  },
  caseNumbers: {
    shown: ({ caseNumbers }) => caseNumbers.map(({ value }) => value).join('\n'),
    read: (typed) => ({ fact: lines(typed).map(byPerson) }),
  },
  subject: {
    shown: ({ subject }) => subject?.value ?? '',
    read: (typed) => ({ fact: typed === '' ? null : byPerson(typed) }),
  },
  recipient: {
    shown: ({ recipient }) => recipient?.value ?? '',
    read: (typed) => ({ fact: typed === '' ? null : byPerson(typed) }),
  },
  signatories: {
    shown: ({ signatories }) => signatories.map(({ value }) => signatoryLine(value)).join('\n'),
    read: (typed) => ({ fact: lines(typed).map((line) => byPerson(signatoryOf(line))) }),
  },
  statusDataPeriod: {
    shown: ({ statusDataPeriod }) => statusDataPeriod?.value ?? '',
    read: (typed) => {
      if (typed === '') return { fact: null }
      return /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(typed)
        ? { fact: byPerson(typed) }
        : { error: 'Skriv måneden som år og måned: 2018-12' }
    },
  },
}

const behalf = /^(?:f|for) ?[./] ?/i

function signatoryLine({ name, title, onBehalf }: Signatory): string {
  return `${onBehalf ? 'f/ ' : ''}${name}${title ? `; ${title}` : ''}`
}

function signatoryOf(line: string): Signatory {
  const [name = '', ...title] = line.replace(behalf, '').split(';')
  return { name: name.trim(), title: title.join(';').trim() || null, onBehalf: behalf.test(line) }
}

/** A field as a form shows it. */
export const shownFact = (facts: LetterFacts, field: FactField): string => fields[field].shown(facts)

/** What a person's text for a field means. */
export function readFact(field: FactField, typed: string): Read {
  return fields[field].read(typed.normalize('NFC').slice(0, 2000).trim())
}
