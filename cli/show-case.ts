import { stepTime } from '../followup/case/case-texts.ts'
import { danishDate } from '../followup/danish-words.ts'
import type { Case, CaseStep, OpenItem } from '../schemas/case.ts'
import { danish } from '../schemas/glossary.ts'
import { plain } from './output.ts'

/** A case for a person to read: its letters in order of time, what each side waits for, and what comes next. */
export function caseLines(of: Case): string[] {
  const numbers = of.caseNumbers.length > 0 ? ` (${of.caseNumbers.join(', ')})` : ''
  const times = of.steps.map(stepTime)
  const width = Math.max(...times.map((time) => time.length))
  return [
    plain(`${of.municipality.name}: ${of.title}${numbers}`),
    `sag ${of.id}`,
    '',
    ...of.steps.flatMap((step, at) => stepLines(step, times[at] ?? '', width)),
    '',
    ...waiting('Ministeriet venter på', of.ministryWaitsFor),
    ...waiting('Kommunen venter på', of.municipalityWaitsFor),
    of.next ? plain(`Næste dato: ${danishDate(of.next.day)}: ${of.next.text}`) : 'Næste dato: ingen',
    ...of.plans.map(({ letterId, subject }) => plain(`Plan: ${subject ?? ''} (${letterId})`)),
    ...of.issues.map(({ message, letterId }) => `Bemærk: ${message}${letterId ? ` (${letterId})` : ''}`),
  ]
}

function stepLines(step: CaseStep, time: string, width: number): string[] {
  const { letterId, kind, subject, replyDeadline, mentionedBy, placedBy, sources } = step
  const indent = ' '.repeat(width + 2)
  const here = letterId ? letterId : 'MANGLER HER'
  const why = placedBy === 'person' ? `  [${danish('why a letter is in its case', 'person')}]` : ''
  const lines = [`${time.padEnd(width + 2)}${danish('step of a case', kind)}  ${here}${why}`]
  const more = (text: string) => lines.push(`${indent}  ${plain(text)}`)
  if (subject) more(subject)
  if (replyDeadline) {
    const { lastDay, quote, state } = replyDeadline
    more(`svarfrist ${danishDate(lastDay)} (»${quote}«): ${danish('state of a reply', state)}`)
  }
  if (!letterId) for (const { letterId: by, quote } of mentionedBy) more(`nævnt i ${by}: »${quote}«`)
  for (const { file, pages } of sources) more(`${file}, side ${pages.join(', ')}`)
  return lines
}

function waiting(title: string, items: OpenItem[]): string[] {
  if (items.length === 0) return [`${title}: intet`]
  return [
    `${title}:`,
    ...items.map(({ text, overdue }) => `  ${overdue ? 'OVERSKREDET: ' : ''}${plain(text)}`),
  ]
}
