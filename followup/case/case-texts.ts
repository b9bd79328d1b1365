import type { CaseStep } from '../../schemas/case.ts'
import { danish } from '../../schemas/glossary.ts'
import { danishDate, danishPeriod } from '../danish-words.ts'
import type { Matter } from './matter.ts'
import type { Thread } from './thread-letters.ts'

/** When a letter was written, in words; what is not known to the day is not said to the day. */
export function stepTime({ date, period, received }: CaseStep): string {
  if (date) return danishDate(date)
  if (period) return danishPeriod(period.start, period.end)
  return received ? `uden dato, modtaget ${danishDate(received)}` : 'uden dato'
}

/** A letter of a case in words: "anmodningen af 9. april 2018", "redegørelsen fra maj 2018". */
export function letterWords(step: CaseStep): string {
  const name = `${danish('step of a case', step.kind)}`
  if (step.date) return `${name} af ${danishDate(step.date)}`
  return step.period ? `${name} fra ${stepTime(step)}` : `${name} ${stepTime(step)}`
}

const prefix = /^\W*(?:(?:vedrørende|vedr|ang|angående|sv|vs|re)(?!\p{L})[.:]?\s*)+/iu
const about =
  /^(?:(?:supplerende|uddybende|opfølgende|ny) )?(?:anmodning|svar|besvarelse|redegørelse|handleplan|udtalelse|orientering|opfølgning)(?:(?: på)? (?:supplerende |uddybende )?(?:redegørelse|spørgsmål|henvendelse))?(?: fra [^,]*? kommune)?(?: af spørgsmål)? (?:for|om|vedrørende|vedr\.?) /iu
const place = /\s+i\s+\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s+kommune$/u
const number = /\s*[([–-]*\s*(?:(?:vores|jeres|deres)\s+)?(?:sagsnr|sag|j\.?nr|journalnr)[.:]*\s.*$/iu
const contact = /^(?:tlf|telefon|mail|e-mail|henvendelse til|sag(?:snr)?\.?:)/iu

const named = (subject: string): string =>
  subject
    .replace(prefix, '')
    .replace(about, '')
    .replace(number, '')
    .replace(/[\s.:;,–-]+$/u, '')
    .replace(place, '')
    .trim()

/**
 * What a case is called: the matter as a letter's subject line says it, the ministry's letters first, without "Vedrørende
 * redegørelse fra ... om"; else the name of the matter.
 */
export function caseTitle(thread: Thread, matter: Matter | null): string {
  const rank = { state: 0, municipality: 1 }
  const subjects = (nodes: Thread[number]['node'][]) =>
    nodes
      .toSorted((a, b) => rank[a.from] - rank[b.from])
      .flatMap(({ entry }) => entry.letter.subject ?? [])
      .map(named)
      .filter((subject) => /\p{L}{4}.*\s\p{L}{4}/u.test(subject) && !contact.test(subject))
  const nodes = thread.map(({ node }) => node)
  const own = nodes.filter(({ entry }) => entry.letter.kind !== 'committee-orientation')
  return subjects(own)[0] ?? (own.length > 0 ? matter?.danish : null) ?? subjects(nodes)[0] ?? 'uden emne'
}
