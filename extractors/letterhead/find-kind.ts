import type { Issue, LetterKind, Signatory } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { authorityIn, committeeReaders, municipalReaders } from './authorities.ts'
import { type Evidence, type EvidenceReader, evidenceReader, total } from './evidence.ts'
import { findAsking } from './find-asking.ts'
import { weighSender } from './find-sender.ts'
import type { Frame, Line } from './letter-frame.ts'
import { findMunicipalities } from './municipality-names.ts'

type Judgement = { kind: Found<LetterKind>; issues: Issue[] }

/**
 * What kind of letter it is, from weighed evidence, never from one phrase: whether the state or a municipality
 * writes, then what the writer does. A text without enough of either is `other`, with an issue.
 */
export function findKind(frame: Frame, signatories: Signatory[]): Judgement {
  if (isPlan(frame)) return judged('plan', 'plan-title', [])
  const titles = lowerText(frame.lines.filter((line) => line.kind === 'subject' || line.kind === 'heading'))
  const bodyLines = frame.body.slice(0, mostLines).map((line) => line.text.toLowerCase())
  const body = bodyLines.join('\n')
  const evidenceIn = evidenceReader(`${titles}\n${body}`)
  const sender = weighSender(frame, signatories, evidenceIn, bodyLines)
  const letter = { frame, signatories, sender, evidenceIn, body }
  if (total(sender) >= 2.5) return stateLetter(letter)
  const reply = isStatement(letter)
  if (reply !== null) return judged('statement', topRule(sender, -1), reply)
  return judged('other', 'too-little-evidence', [
    unclear('Teksten er ikke genkendt som et brev fra en kommune eller et ministerium.'),
  ])
}

/** So many lines of the body tell what letter it is. */
const mostLines = 120

/** A letter with what has been weighed: `sender` for whose it is, `body` its running text in lower case. */
type Weighed = {
  frame: Frame
  signatories: Signatory[]
  sender: Evidence[]
  evidenceIn: EvidenceReader
  body: string
}

const lowerText = (lines: Line[]): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .toLowerCase()

const unclear = (message: string): Issue => ({ code: 'kind-unclear', message, span: null })

/**
 * Whether a letter of no clear state sender is a municipality's to an authority: null when not, else what a person
 * should know. When in doubt it is, for a statement that is missed costs all its promises.
 */
function isStatement({ frame, signatories, sender, evidenceIn, body }: Weighed): Issue[] | null {
  const side = total(sender)
  const answers = total(evidenceIn('statement', `${subjectText(frame)}\n${body}`))
  const letterLike =
    (frame.salutation ? 1 : 0) + (signatories.length > 0 ? 1 : 0) + (namesMunicipality(frame) ? 1.5 : 0)
  if (side <= -2 && answers >= 1.5 && answers + letterLike >= 3) return []
  const toAuthority = sender.some(({ rule, weight }) => weight <= -2 && !/^(?:signed|letterhead)/.test(rule))
  if (side <= -4 && toAuthority && (letterLike >= 2 || answers + letterLike >= 3)) return []
  const municipal = sender.some(({ rule }) => /^(?:municipality-on-top|letterhead-municip)/.test(rule))
  // "Kære Anders Holm", on a municipality's paper and signed by its director: to a minister, or to a citizen
  if (municipal && side <= -6 && letterLike >= 3)
    return [unclear('Brevet er kommunens, men det fremgår ikke, at modtageren er en myndighed.')]
  if (
    !municipal ||
    answers < 3 ||
    letterLike < 2.5 ||
    sender.some(({ rule }) => rule === 'letterhead-authority-domain')
  )
    return null
  return [unclear('Brevet er efter brevhovedet kommunens, men taler også som en myndigheds.')]
}

const judged = (value: LetterKind, rule: string, issues: Issue[]): Judgement => ({
  kind: { value, span: null, rule, assumed: [] },
  issues,
})

const topRule = (evidence: Evidence[], sign: 1 | -1) =>
  [...evidence].sort((a, b) => sign * (b.weight - a.weight))[0]?.rule ?? 'evidence'

const question = latin(/^(?:hvilke|hvad|hvordan|hvornår|hvorfor|hvem|om)(?!\p{L})/iu)
function stateLetter(letter: Weighed): Judgement {
  const { frame, sender, evidenceIn, body } = letter
  if (readsCommittee(frame)) return judged('committee-orientation', 'to-committee', [])
  const asking = findAsking(frame).length
  const questions = frame.body.filter((line) => line.kind === 'item' && question.test(line.text)).length
  const request =
    Math.min(asking, 2) * 3 +
    (asking > 0 ? total(evidenceIn('insufficient', body)) + Math.min(questions, 2) : 0) +
    (asking > 0 && /senest|inden|frist/.test(body) ? 1 : 0)
  const acknowledgement = total(evidenceIn('acknowledgement', body))
  if (request === 0 && acknowledgement < 2.5) {
    const reply = isStatement(letter)
    if (reply !== null) return judged('statement', topRule(sender, -1), reply)
    return judged('other', topRule(sender, 1), [
      unclear('Brevet fra myndigheden hverken beder om eller kvitterer for en redegørelse.'),
    ])
  }
  const issues: Issue[] = []
  if (Math.abs(request - acknowledgement) < 1 && request > 0)
    issues.push(unclear('Brevet både kvitterer for en redegørelse og beder om en ny.'))
  return judged(request > acknowledgement ? 'request' : 'acknowledgement', topRule(sender, 1), issues)
}

const committeeWord = latin(/\p{L}*udvalg\p{L}*/giu)
const committeeLine = latin(/^(?:til\s+)?(?:folketingets\s+)?[\p{L}-]+(?:udvalget|udvalg)(?!\p{L})/iu)
/** Sent to a committee, its chair or its members, and not to a municipality's own. */
function readsCommittee(frame: Frame): boolean {
  const greeting = frame.salutation?.text ?? ''
  const municipal = municipalReaders.test(greeting.replace(committeeWord, ''))
  if (committeeReaders.test(greeting) && !municipal) return true
  if (frame.salutation && municipal) return false
  const head = frame.head.filter((line) => line.text.length < 100 && line.kind !== 'subject')
  const committee = head.some((line) => committeeReaders.test(line.text) && committeeLine.test(line.text))
  return (
    committee &&
    new Set(frame.body.flatMap((line) => findMunicipalities(line.text)).map((one) => one.municipality.code))
      .size >= 2
  )
}

const namesMunicipality = (frame: Frame) =>
  [...frame.head, ...frame.foot, ...frame.body.slice(0, 3)].some((line) =>
    findMunicipalities(line.text).some((one) => one.form !== 'place'),
  )

const subjectText = (frame: Frame) =>
  lowerText(frame.lines.slice(0, 30).filter((line) => line.kind === 'subject' || line.kind === 'heading'))

const planTitle = latin(
  /^\W*(?:bilag(?:\s+\d{1,2})?\s*[:.–-]?\s+)?(?:\p{L}+\s){0,4}[\p{L}-]*(?:plan|planen|strategi|strategien|politik|handlingsplan)(?:\s+for\s+[\p{L} -]{2,60})?,?\s+(?:for\s+)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\W*$/iu,
)

/** Titled as a plan or strategy with its year, and neither greeting, signed off, nor sent to anybody. */
function isPlan(frame: Frame): boolean {
  if (frame.salutation || frame.closing || /^\W*bilag/i.test(frame.lines[0]?.text ?? '')) return false
  const titles = frame.lines.slice(0, 12)
  const joined = titles.slice(0, 6).map((line) => line.text)
  const titled =
    titles.some((line) => planTitle.test(line.text)) ||
    joined.some((text, at) => planTitle.test(`${text} ${joined[at + 1] ?? ''}`))
  const sentTo = frame.head.slice(0, 12).some(({ text }) => {
    const at = authorityIn(text)
    return at >= 0 && text.length < 80 && /^\W*(?:til\s+)?$/i.test(text.slice(0, at))
  })
  return titled && !sentTo
}
