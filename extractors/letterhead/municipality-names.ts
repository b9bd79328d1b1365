import distance from 'natural/lib/natural/distance/index.js'
import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { Span } from '../../schemas/span.ts'

const municipalityData = z.object({
  note: z.string(),
  municipalities: z.array(z.object({ code: z.string(), name: z.string(), officialName: z.string() }).loose()),
})

/**
 * Where a municipality is named. `form`: `official` ("Køge Kommune"), `unit` ("Jobcenter Køge"), `place` (the bare
 * name, also of the town), `domain` (koege.dk).
 */
export type MunicipalityMention = Span & {
  municipality: MunicipalityRef
  form: 'official' | 'unit' | 'place' | 'domain'
}

let cache:
  | {
      pattern: RegExp
      domain: RegExp
      byName: Map<string, MunicipalityRef>
      byDomain: Map<string, MunicipalityRef>
    }
  | undefined

// one spelling for å and aa, hyphen and space: "Århus", "Lyngby Tårbæk"
const fold = (name: string) =>
  name
    .toLowerCase()
    .replace(/å/g, 'aa')
    .replace(/\s*[-–]\s*|\s+/g, '-')

const ascii = (name: string) => fold(name).replace(/æ/g, 'ae').replace(/ø/g, 'oe')

function names() {
  if (cache) return cache
  const byName = new Map<string, MunicipalityRef>()
  const byDomain = new Map<string, MunicipalityRef>()
  for (const { code, name, officialName } of loadData('municipalities.json', municipalityData)
    .municipalities) {
    const ref = { code, name }
    const stem = officialName.replace(/ (?:regions)?kommune$/iu, '')
    for (const form of [name, stem, stem.replace(/s$/, ''), `${name}s`])
      if (!byName.has(fold(form))) byName.set(fold(form), ref)
    for (const form of [ascii(name), ascii(name).replace(/-/g, ''), ascii(name).replace(/aa/g, 'aa')])
      byDomain.set(form, ref)
  }
  const source = [...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/aa/g, '(?:aa|å)').replace(/-/g, '(?:\\s?[-–]\\s?|\\s)'))
    .join('|')
  cache = {
    byName,
    byDomain,
    pattern: new RegExp(
      `(?<unit>(?<!\\p{L})(?:jobcenter|jobcentret i|jobcentret|ungecenter|rådhuset i|byrådet i|kommunalbestyrelsen i|jobcenteret i)\\s+)?(?<!\\p{L})(?<name>${source})(?:['’]?s)?(?<official>\\s{1,3}(?:regions|by)?kommunes?(?!\\p{L}))?(?![\\p{L}])`,
      'giu',
    ),
    domain: /(?<=[@.]|\/\/)([a-zæøå0-9-]{2,40})\.(?:dk|com)(?![\p{L}\d])/giu,
  }
  return cache
}

/** All places in a text where one of the 98 municipalities is named, in order. */
export function findMunicipalities(text: string): MunicipalityMention[] {
  const { pattern, domain, byName, byDomain } = names()
  const mentions: MunicipalityMention[] = []
  for (const match of text.matchAll(pattern)) {
    const written = match.groups?.name ?? ''
    const municipality = byName.get(fold(written))
    const after = text[match.index + match[0].length]
    const at = match.index + match[0].indexOf(written)
    if (
      !municipality ||
      !/^\p{Lu}/u.test(written) ||
      text[at - 1] === '@' ||
      (text[at - 1] === '.' && /\S/.test(text[at - 2] ?? ' ')) ||
      after === '@'
    )
      continue
    // a part of a longer hyphenated name: "Faaborg" in "Faaborg-Midtfyn" was matched longest; "Vejen-projektet" is none
    if (after === '-' || text[at - 1] === '-') continue
    const form = match.groups?.official ? 'official' : match.groups?.unit ? 'unit' : 'place'
    mentions.push({ municipality, form, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(domain)) {
    const municipality = byDomain.get((match[1] ?? '').toLowerCase())
    if (municipality)
      mentions.push({ municipality, form: 'domain', start: match.index, end: match.index + match[0].length })
  }
  return mentions.sort((a, b) => a.start - b.start)
}

/**
 * The municipality that a name spoiled by a scan can only mean ("Kegc Kommune"): clearly nearer to one of the 98
 * than to any other; else null.
 */
export function nearestMunicipality(name: string): MunicipalityRef | null {
  const spoiled = fold(name)
  if (spoiled.length < 4) return null
  const near = [...names().byName].map(([known, ref]) => ({
    ref,
    likeness: distance.JaroWinklerDistance(spoiled, known),
  }))
  near.sort((a, b) => b.likeness - a.likeness)
  const [best] = near
  const second = near.find((other) => other.ref.code !== best?.ref.code)
  return best && best.likeness >= 0.84 && best.likeness - (second?.likeness ?? 0) >= 0.04 ? best.ref : null
}
