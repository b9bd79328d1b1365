import { z } from 'zod'
import { loadData } from '../../data/load.ts'

const words = z.array(z.string())
const schema = z.object({
  note: z.string(),
  endings: words,
  exceptEndings: words,
  phrases: words,
  domains: words,
  titles: words,
  municipalTitles: words,
})

let cache: { authority: RegExp; domain: RegExp; title: RegExp; municipalTitle: RegExp } | undefined

/**
 * Recognises the state's side of a correspondence: `authority` its ministers, ministries and agencies, `domain`
 * their addresses; `title` and `municipalTitle` what signers of either side are called.
 */
export function authorityPatterns() {
  if (cache) return cache
  const data = loadData('letterhead/authorities.json', schema)
  const source = (list: string[]) => list.map((one) => one.replace(/\./g, '\\.')).join('|')
  cache = {
    authority: new RegExp(
      `(?<!\\p{L})(?:(?![\\p{L}-]*(?:${source(data.exceptEndings)})(?!\\p{L}))[\\p{L}-]*(?:${source(data.endings)})|${source(data.phrases)})(?!\\p{L})`,
      'iu',
    ),
    domain: new RegExp(`(?<=[@./\\s]|^)(?:${source(data.domains)})(?![\\p{L}\\d.-])`, 'iu'),
    title: new RegExp(`(?:${source(data.titles)})(?!\\p{L})`, 'iu'),
    municipalTitle: new RegExp(`(?:${source(data.municipalTitles)})(?!\\p{L})`, 'iu'),
  }
  return cache
}

/** Words by which a municipality's people are addressed. */
export const municipalReaders =
  /borgmester|udvalgsformand|udvalgsforkvinde|kommunalbestyrelse|byråd|jobcenterchef|kommunaldirektør|jobcenter|(?<!\p{L})\p{L}*kommuner?(?!\p{L})|forvaltning/iu
/** A committee or its members as readers. */
export const committeeReaders = /(?:udvalget|udvalg|udvalgets medlemmer|folketinget)(?!\p{L})/iu
