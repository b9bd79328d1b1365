import type { Issue, LetterKind, MunicipalityRef } from '../../schemas/letter.ts'
import type { Found, Span } from '../../schemas/span.ts'
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

function weigh(frame: Frame): Weighed[] {
  const byCode = new Map<string, Weighed>()
  const add = (mention: MunicipalityMention, line: Span, factor: number) => {
    const weight = factor * weights[mention.form]
    const span = { start: line.start + mention.start, end: line.start + mention.end }
    const known = byCode.get(mention.municipality.code)
    if (!known)
      byCode.set(mention.municipality.code, {
        municipality: mention.municipality,
        weight,
        span,
        best: weight,
      })
    else {
      known.weight += weight
      if (weight > known.best) Object.assign(known, { span, best: weight })
    }
  }
  const seenInHead = new Map<string, number>()
  for (const [zone, factor] of zonesOf(frame)) {
    for (const piece of zone) {
      for (const mention of findMunicipalities(piece.text)) {
        const key = mention.municipality.code
        const times = (seenInHead.get(key) ?? 0) + 1
        seenInHead.set(key, times)
        if (
          mention.form === 'place' &&
          afterPostcode.test(piece.text.slice(Math.max(0, mention.start - 5), mention.start))
        ) {
          if (!['0101', '0147'].includes(key)) add(mention, piece, factor * 0.4)
        } else add(mention, piece, times > 6 ? factor * 0.1 : factor)
      }
    }
  }
  const body = new Map<string, number>()
  frame.body.forEach((line, at) => {
    if (at > 400) return
    for (const mention of findMunicipalities(line.text)) {
      const key = mention.municipality.code
      const times = (body.get(key) ?? 0) + 1
      body.set(key, times)
      // what the letter says first, and "i X Kommune har vi", tells more than the rest of the body
      const voice = /(?:vi|os|vores) i (?:\p{L}+ )?$/u.test(line.text.slice(0, mention.start)) ? 2 : 1
      if (times <= 8) add(mention, line, (at < 2 ? 0.4 : 0.15) * voice)
    }
  })
  return [...byCode.values()].sort((a, b) => b.weight - a.weight || b.best - a.best)
}

/** The frame's lines, each with the next one on it where a name runs over two ("ROSKILDE" / "KOMMUNE"). */
function zonesOf(frame: Frame): [(Span & { text: string })[], number][] {
  const joined = (lines: Line[]) =>
    lines.map((line) => ({ text: line.text, start: line.start, end: line.end }))
  const split = frame.lines.flatMap((line, at) => {
    const next = frame.lines[at + 1]
    if (!next || !/^\W*kommune\W*$/iu.test(next.text)) return []
    return [{ text: frame.text.slice(line.start, next.end), start: line.start, end: next.end }]
  })
  const greeting = frame.salutation ? joined([frame.salutation]) : []
  const letterheads = joined(frame.head.filter((line) => line.text.length < 200))
  const subject = joined(frame.lines.filter((line) => line.kind === 'subject'))
  return [
    [split, 1],
    [letterheads, 1],
    [greeting, 1],
    [subject, 0.7],
    [joined(frame.foot.filter((line) => line.text.length < 200)), 0.8],
  ]
}

const missing = () => ({
  municipality: null,
  issues: [
    { code: 'municipality-missing', message: 'Brevet nævner ingen kommune, det kan høre til.', span: null },
  ],
})

function spoiled(frame: Frame): { municipality: Found<MunicipalityRef>; issues: Issue[] } | null {
  for (const line of [...frame.head, ...frame.foot, ...frame.body.slice(0, 60)]) {
    const match = /(?<name>\p{Lu}[\p{L}\d]{2,}(?:-\p{Lu}[\p{L}\d]+)?)\s{1,2}kommunes?(?!\p{L})/iu.exec(
      line.text,
    )
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
