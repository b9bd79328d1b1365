import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import { latin } from '../language/latin.ts'
import { remembered } from '../language/remembered.ts'

const words = z.array(z.string())
const schema = z.object({
  note: z.string(),
  endings: words,
  exceptEndings: words,
  phrases: words,
  domains: words,
  titles: words,
  sharedTitles: words,
  municipalTitles: words,
})

const source = (list: string[]) => list.map((one) => one.replace(/\./g, '\\.')).join('|')

let loaded: z.infer<typeof schema> | undefined
const authorities = () => {
  loaded ??= loadData('letterhead/authorities.json', schema)
  return loaded
}

/** A regular expression source for the end of any authority's name, in lower case. */
export const anyAuthority = (): string =>
  `(?:${source([...authorities().endings, ...authorities().phrases])})`

let cache:
  | { authority: RegExp; domain: RegExp; title: RegExp; sharedTitle: RegExp; municipalTitle: RegExp }
  | undefined

/**
 * Recognises the state's side of a correspondence: `authority` its ministers, ministries and agencies, `domain`
 * their addresses; `title` and `municipalTitle` what signers of either side are called, `sharedTitle` of both.
 */
export function authorityPatterns() {
  if (cache) return cache
  const data = authorities()
  cache = {
    authority: latin(
      new RegExp(
        `(?<!\\p{L})(?:(?![\\p{L}-]*(?:${source(data.exceptEndings)})(?!\\p{L}))[\\p{L}-]*(?:${source(data.endings)})|${source(data.phrases)})(?!\\p{L})`,
        'iu',
      ),
    ),
    domain: latin(new RegExp(`(?<=[@./\\s]|^)(?:${source(data.domains)})(?![\\p{L}\\d.-])`, 'iu')),
    title: latin(new RegExp(`(?:${source(data.titles)})(?!\\p{L})`, 'iu')),
    sharedTitle: latin(new RegExp(`(?:${source(data.sharedTitles)})(?!\\p{L})`, 'iu')),
    municipalTitle: latin(new RegExp(`(?:${source(data.municipalTitles)})(?!\\p{L})`, 'iu')),
  }
  return cache
}

let quick: RegExp | undefined
/**
 * Where a text first names a minister, ministry or agency, -1 when nowhere. Its last letters are looked for before
 * whole words are.
 */
export const authorityIn: (text: string) => number = remembered((text) => {
  quick ??= new RegExp(anyAuthority())
  return quick.test(text.toLowerCase()) ? (authorityPatterns().authority.exec(text)?.index ?? -1) : -1
})

/** Whether a text has an address of the state's. */
export const hasStateDomain = (text: string): boolean =>
  text.includes('.') && authorityPatterns().domain.test(text)

/** Words by which a municipality's people are addressed. */
export const municipalReaders = latin(
  /borgmester|udvalgsformand|udvalgsforkvinde|kommunalbestyrelse|byråd|jobcenterchef|kommunaldirektør|jobcenter|(?<!\p{L})\p{L}*kommuner?(?!\p{L})|forvaltning/iu,
)
/** A committee or its members as readers. */
export const committeeReaders = latin(/(?:udvalget|udvalg|udvalgets medlemmer|folketinget)(?!\p{L})/iu)
