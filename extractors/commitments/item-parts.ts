import type { LetterText } from '../../schemas/letter-text.ts'
import type { Verdict } from './judge.ts'
import { isStrong, type Judged } from './judge-unit.ts'

/** The sentences [from, to) of a unit as a unit of their own. */
function partOf(j: Judged, from: number, to: number): Judged {
  const sentences = j.sentences.slice(from, to)
  const verdicts = j.verdicts.slice(from, to)
  const span = {
    start: sentences[0]?.span.start ?? j.unit.span.start,
    end: sentences.at(-1)?.span.end ?? j.unit.span.end,
  }
  return { ...j, unit: { ...j.unit, span }, sentences, verdicts, verdict: verdicts.find(isStrong) ?? null }
}

/** A numbered paragraph ("4.1 ...") or a long one that begins with a full sentence is read sentence by sentence. */
function isProse(letter: LetterText, { unit, sentences }: Judged): boolean {
  const marker = letter.blocks[unit.block]?.marker ?? ''
  const length = unit.span.end - unit.span.start
  const long = sentences.length >= 4 && length > 450
  // a numbered letter: its numbers count paragraphs
  const numbered = length > 300 && /^\d+\.$/.test(marker) && sentences.every((s) => s.acts.length > 0)
  const full = sentences[0]?.acts.some((a) => a.clause === 'main') ?? false
  return full && sentences.length > 2 && (long || numbered || /^\d+\.\d/.test(marker))
}

/** Where an item goes on from what has been done to what will be done, in a sentence with a time to come; or -1. */
function turnOfTense(j: Judged, letterDate: string): number {
  const told = (v: Verdict | null) => isStrong(v) && (v?.rule === 'perfect' || v?.rule === 'past-act')
  return j.verdicts.findIndex((v, i) => {
    const ahead = j.sentences[i]?.times.some((t) => t.end > letterDate) ?? false
    return isStrong(v) && v?.rule === 'modal-future' && ahead && j.verdicts.slice(0, i).some(told)
  })
}

/** The commitments that a unit holds: mostly one; several in prose, and two where an item turns from past to future. */
export function partsOf(letter: LetterText, j: Judged, letterDate: string): Judged[] {
  if (isProse(letter, j) && j.verdicts.some(isStrong))
    return j.verdicts.flatMap((v, i) => (isStrong(v) ? [partOf(j, i, i + 1)] : []))
  const turn = turnOfTense(j, letterDate)
  return turn < 1 ? [j] : [partOf(j, 0, turn), partOf(j, turn, j.sentences.length)]
}
