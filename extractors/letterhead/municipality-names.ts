import distance from 'natural/lib/natural/distance/index.js'
import { municipalities } from '../../data/municipality-names.ts'
import type { MunicipalityRef } from '../../schemas/letter.ts'
import type { Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import { remembered } from '../language/remembered.ts'

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
      beginnings: Set<string>
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
  for (const { code, name, officialName } of municipalities()) {
    const ref = { code, name }
    const stem = officialName.replace(/ (?:regions)?kommune$/iu, '')
    for (const form of [name, stem, stem.replace(/s$/, ''), `${name}s`])
      if (!byName.has(fold(form))) byName.set(fold(form), ref)
    for (const form of [ascii(name), ascii(name).replace(/-/g, '')]) byDomain.set(form, ref)
  }
  const source = [...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/aa/g, '(?:aa|å)').replace(/-/g, '(?:\\s?[-–]\\s?|\\s)'))
    .join('|')
  cache = {
    byName,
    byDomain,
    beginnings: new Set([...byName.keys()].map(beginning)),
    pattern: latin(
      new RegExp(
        `(?<name>${source})(?:['’]?s)?(?<official>\\s{1,3}(?:regions|by)?k[o0]mmunes?(?!\\p{L}))?(?!\\p{L})`,
        'iuy',
      ),
    ),
  }
  return cache
}

const beginning = (folded: string) => folded.slice(0, 3)
const unitBefore = latin(
  /(?<!\p{L})(?:jobcenter|jobcentret i|jobcentret|jobcenteret i|ungecenter|rådhuset i|byrådet i|kommunalbestyrelsen i)\s+$/iu,
)

const capitals = latin(/(?<![\p{L}@-])\p{Lu}\p{L}/gu)
const goesOn = latin(/^(?:[@-]|\.\p{L})/u)
/** All places in a text where one of the 98 municipalities is named, in order. */
export const findMunicipalities: (text: string) => readonly MunicipalityMention[] = remembered((text) => {
  const { pattern, byName, beginnings } = names()
  const mentions: MunicipalityMention[] = text.includes('.') ? domainMentions(text) : []
  let end = 0
  for (const { index } of matchesIn(text, capitals)) {
    if (index < end || !beginnings.has(beginning(fold(text.slice(index, index + 4))))) continue
    pattern.lastIndex = index
    const match = pattern.exec(text)
    const municipality = byName.get(fold(match?.groups?.name ?? ''))
    if (!match || !municipality) continue
    end = index + match[0].length
    // of an address or a longer name: "Koege.dk", "Vejen-projektet"
    if (goesOn.test(text.slice(end, end + 2)) || /\S\.$/u.test(text.slice(Math.max(0, index - 2), index)))
      continue
    const unit = unitBefore.exec(text.slice(Math.max(0, index - 30), index))?.[0].length ?? 0
    const form = match.groups?.official ? 'official' : unit > 0 ? 'unit' : 'place'
    mentions.push({ municipality, form, start: index - unit, end })
  }
  return mentions.sort((a, b) => a.start - b.start)
})

const webAddress = latin(/(?<=[@.]|\/\/)([a-zæøå0-9-]{2,40})\.(?:dk|com)(?![\p{L}\d])/giu)
/** Municipalities by their e-mail and web addresses. */
function domainMentions(text: string): MunicipalityMention[] {
  return matchesIn(text, webAddress).flatMap((match) => {
    const municipality = names().byDomain.get((match[1] ?? '').toLowerCase())
    const form = 'domain' as const
    return municipality
      ? [{ municipality, form, start: match.index, end: match.index + match[0].length }]
      : []
  })
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
