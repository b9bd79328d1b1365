import type { Issue, LetterKind, MunicipalityRef } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import type { Frame, Line } from './letter-frame.ts'
import { findMunicipalities, type MunicipalityMention, nearestMunicipality } from './municipality-names.ts'

type Weighed = { municipality: MunicipalityRef; weight: number; span: Span; best: number }

const weights = { official: 6, unit: 5, place: 1.5, domain: 3 }
// a postal town is no municipality's name: "1061 København K"
const afterPostcode = /\d{4}\s$/

/**
 * The municipality a letter is about: the sender of a statement or plan, the addressee or subject of a ministry's
 * letter. Places in the letterhead, subject, greeting and signature weigh most, the running text little, so that a
 * neighbour mentioned in passing never wins. Null for an orientation, and with an issue where two weigh the same.
 */
export function findMunicipality(
  frame: Frame,
  kind: LetterKind,
): { municipality: Found<MunicipalityRef> | null; issues: Issue[] } {
  if (kind === 'committee-orientation') return { municipality: null, issues: [] }
  const weighed = weigh(frame)
  const [best, second] = weighed
  if (!best) return spoiled(frame) ?? missing()
  if (best.weight < 1) return missing()
  if (second && second.weight > best.weight * 0.85 && second.best >= best.best) {
    const message = `Det er uklart, om brevet vedrører ${best.municipality.name} eller ${second.municipality.name}.`
    return { municipality: null, issues: [{ code: 'municipality-unclear', message, span: best.span }] }
  }
  return {
    municipality: { value: best.municipality, span: best.span, rule: 'municipality-named', assumed: [] },
    issues: [],
  }
}

/** A place where a municipality is named, and what it weighs there. */
type Weighing = { municipality: MunicipalityRef; weight: number; span: Span }

function weigh(frame: Frame): Weighed[] {
  const byCode = new Map<string, Weighed>()
  const add = ({ municipality, weight, span }: Weighing, most: number) => {
    const known = byCode.get(municipality.code)
    if (!known) byCode.set(municipality.code, { municipality, weight, span, best: weight })
    else {
      known.weight += Math.min(weight, most)
      if (weight > known.best) Object.assign(known, { span, best: weight })
    }
  }
  const inFrame = new Map<string, number>()
  for (const found of frameMentions(frame)) {
    // a page's running head names the sender on every page
    const times = (inFrame.get(found.municipality.code) ?? 0) + 1
    inFrame.set(found.municipality.code, times)
    add(found, times > 6 ? 0 : 10)
  }
  const inBody = new Map<string, number>()
  for (const found of bodyMentions(frame)) {
    const left = mostInBody - (inBody.get(found.municipality.code) ?? 0)
    if (left <= 0) continue
    inBody.set(found.municipality.code, mostInBody - left + found.weight)
    add(found, left)
  }
  return [...byCode.values()].sort((a, b) => b.weight - a.weight || b.best - a.best)
}

const mostInBody = 3

const hasLetter = latin(/\p{L}/u)
function frameMentions(frame: Frame): Weighing[] {
  return zonesOf(frame).flatMap(([pieces, factor]) =>
    pieces.flatMap((piece) =>
      findMunicipalities(piece.text).flatMap((mention) => {
        const before = piece.text.slice(0, mention.start)
        const town = mention.form === 'place' && afterPostcode.test(before)
        // every ministry lies in København
        if (town && ['0101', '0147'].includes(mention.municipality.code)) return []
        const alone = !hasLetter.test(before) && mention.form !== 'place' ? 1.5 : 1
        return [weighing(mention, piece, factor * (town ? 0.4 : alone))]
      }),
    ),
  )
}

/** What a letter says first, and "vi i Køge Kommune", tells more than the rest of the body. */
function bodyMentions(frame: Frame): Weighing[] {
  return frame.body.slice(0, 400).flatMap((line, at) =>
    findMunicipalities(line.text).map((mention) => {
      const voice = /(?:vi|os|vores) i $/u.test(line.text.slice(0, mention.start)) ? 2 : 1
      return weighing(mention, line, (at < 2 ? 0.3 : 0.12) * voice)
    }),
  )
}

const weighing = (mention: MunicipalityMention, piece: Span, factor: number): Weighing => ({
  municipality: mention.municipality,
  weight: factor * weights[mention.form],
  span: { start: piece.start + mention.start, end: piece.start + mention.end },
})

/** The frame's lines, each with the next one on it where a name runs over two ("ROSKILDE" / "KOMMUNE"). */
function zonesOf(frame: Frame): [Pick<Line, 'text' | 'start' | 'end'>[], number][] {
  const split = frame.lines.flatMap((line, at) => {
    const next = frame.lines[at + 1]
    if (!next || !/^\W*kommune\W*$/i.test(next.text)) return []
    return [{ text: frame.text.slice(line.start, next.end), start: line.start, end: next.end }]
  })
  const short = (lines: Line[]) => lines.filter((line) => line.text.length < 200)
  const subject = frame.lines.filter((line) => line.kind === 'subject')
  return [
    [split, 1],
    [short(frame.head).filter((line) => line.kind !== 'subject'), 1],
    [frame.salutation ? [frame.salutation] : [], 1],
    [subject, 0.7],
    [short(frame.foot), 0.8],
  ]
}

const missing = () => ({
  municipality: null,
  issues: [
    { code: 'municipality-missing', message: 'Brevet nævner ingen kommune, det kan høre til.', span: null },
  ],
})

const writtenName = latin(/(?<name>\p{Lu}[\p{L}\d]{2,}(?:-\p{Lu}[\p{L}\d]+)?)\s{1,2}(?:[Kk]ommune|KOMMUNE)/u)
function spoiled(frame: Frame): { municipality: Found<MunicipalityRef>; issues: Issue[] } | null {
  for (const line of [...frame.head, ...frame.foot, ...frame.body.slice(0, 60)]) {
    const match = writtenName.exec(line.text)
    const written = match?.groups?.name
    const municipality = written ? nearestMunicipality(written) : null
    if (!match || !written || !municipality) continue
    const span = { start: line.start + match.index, end: line.start + match.index + match[0].length }
    const message = `Kommunens navn er læst som »${written}«; ${municipality.name} er antaget.`
    return {
      municipality: {
        value: municipality,
        span,
        rule: 'municipality-likeness',
        assumed: [`${municipality.name} for the unknown name ${written}`],
      },
      issues: [{ code: 'municipality-assumed', message, span }],
    }
  }
  return null
}
