import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from '../language/latin.ts'

const words = z.array(z.string().min(1))
const partsSchema = z.object({
  note: z.string(),
  source: z.string(),
  salutations: words,
  closings: words,
  subjectLabels: words,
  subjectNouns: words,
  recordLabels: words,
  contactLabels: words,
  plainLabels: words,
  hours: words,
  streets: words,
  organisations: words,
  roles: words,
  attachments: words,
  enclosing: words,
  captions: words,
  quotedMail: words,
  onBehalf: words,
  finiteVerbs: words,
  sentenceOpeners: words,
  ordinalNouns: words,
})
const openWordsSchema = z.object({ note: z.string(), source: z.string(), words })

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** The words as alternatives of a regular expression, longest first so that the longest one matches. */
const anyOf = (list: string[]) =>
  [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
/** Those that hold none of the others. */
const withoutLonger = (list: string[]) =>
  list.filter((one) => !list.some((other) => other !== one && one.includes(other)))
const begins = (list: string[]) => latin(new RegExp(`^(?:${anyOf(list)})(?![\\p{L}\\p{N}])`, 'iu'))
/** As `begins`, and as text recognition misreads it: "hiIsen", "Kcere". */
const beginsInScan = (list: string[]) => {
  const misread = anyOf(list).replace(/[il]/g, '[il1|]').replace(/o/g, '[o0]').replace(/æ/g, '(?:æ|ae|ce)')
  return latin(new RegExp(`^(?:${misread})(?![\\p{L}\\p{N}])`, 'iu'))
}
/** A label at the start of a line: the label, its stop and colon, and what it says. */
const label = (list: string[]) =>
  latin(new RegExp(`^(?:${anyOf(list)})(?![\\p{L}\\p{N}-])\\s*\\.?\\s*(:?)\\s*(.*)$`, 'iu'))

let loaded: ReturnType<typeof load> | undefined

function load() {
  const data = loadData('structure/letter-parts.json', partsSchema)
  const open = loadData('language/open-words.json', openWordsSchema)
  return {
    salutation: beginsInScan(data.salutations),
    closing: beginsInScan(data.closings),
    subjectLabel: latin(new RegExp(`^(?:${anyOf(data.subjectLabels)})(?![\\p{L}\\p{N}])\\s*[.:]*\\s*`, 'iu')),
    subjectNoun: latin(
      new RegExp(`^(?:[\\p{L}-]+ )?[\\p{L}-]{0,20}(?:${anyOf(data.subjectNouns)})(?![\\p{L}\\p{N}])`, 'iu'),
    ),
    /** Over lower-case text: whether a subject noun may be in it. */
    maySubject: new RegExp(anyOf(withoutLonger(data.subjectNouns))),
    recordLabel: label(data.recordLabels),
    contactLabel: label(data.contactLabels),
    plainLabel: label(data.plainLabels),
    hours: begins(data.hours),
    street: latin(
      new RegExp(
        // "Alle 87 har haft en samtale" is no avenue
        `^(?!alle \\d)(?:[\\p{L}][\\p{L} .'-]*)?(?:${anyOf(data.streets)}) \\d{1,3} ?\\p{L}?(?:(?:[,·|•]| [-–—] ).*| \\d{4} .*|(?: [^ ]+){1,2})?$`,
        'iu',
      ),
    ),
    organisation: latin(new RegExp(`(?:${anyOf(data.organisations)})$`, 'iu')),
    role: latin(new RegExp(`(?:${anyOf(data.roles)})$`, 'iu')),
    attachment: begins(data.attachments),
    /** In running text: something follows behind the signature. */
    encloses: latin(new RegExp(`(?<!\\p{L})(?:${anyOf(data.enclosing)})(?!\\p{L})`, 'iu')),
    caption: latin(new RegExp(`^(?:${anyOf(data.captions)})`, 'iu')),
    quotedMail: latin(new RegExp(`^[-_ ]*(?:${anyOf(data.quotedMail)})[-_: ]*$`, 'iu')),
    onBehalf: latin(new RegExp(`^(?:${anyOf(data.onBehalf)})`, 'iu')),
    finiteVerb: latin(new RegExp(`(?<!\\p{L})(?:${anyOf(data.finiteVerbs)})(?!\\p{L})`, 'iu')),
    sentenceOpener: begins(data.sentenceOpeners),
    ordinalNoun: latin(new RegExp(`^(?:${anyOf(data.ordinalNouns)})`, 'u')),
    openWords: new Set(open.words),
  }
}

/** The patterns by which the fixed parts of a Danish letter are known, made from `data/structure/letter-parts.json`. */
export function letterParts() {
  loaded ??= load()
  return loaded
}
