import type { Issue, LetterFacts, Signatory } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'

/** A letter to be linked: only what its head and foot say is needed. */
export type LinkableLetter = { id: string; facts: LetterFacts }

/** Which acknowledgement answers which statement, and the rule that says so. */
export type AcknowledgementLink = { acknowledgement: string; statement: string; rule: string }

/**
 * `signatories`: by the id of a statement without signature, the signers its acknowledgement names. `issues`: by the
 * id of the letter, what a person should look at.
 */
export type LinkedLetters = {
  links: AcknowledgementLink[]
  signatories: Map<string, Found<Signatory>[]>
  issues: Map<string, Issue[]>
}

const day = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day)

/**
 * Links each acknowledgement to the statement it answers: of the same municipality, not later than the
 * acknowledgement, dated nearest the day it was received, signed by the same people where both are known. A link
 * that fits badly or is not the only one is left out or reported, never guessed.
 */
export function linkAcknowledgements(letters: LinkableLetter[]): LinkedLetters {
  const linked: LinkedLetters = { links: [], signatories: new Map(), issues: new Map() }
  const statements = letters.filter(({ facts }) => facts.kind.value === 'statement')
  for (const letter of letters) {
    if (letter.facts.kind.value !== 'acknowledgement') continue
    const ranked = statements
      .map((statement) => ({ statement, weight: matchWeight(letter.facts, statement.facts) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    const [best, second] = ranked
    if (!best) {
      note(
        linked,
        letter.id,
        'statement-missing',
        'Den redegørelse, som brevet kvitterer for, er ikke fundet.',
      )
      continue
    }
    if (second && second.weight >= best.weight - 0.5) {
      note(linked, letter.id, 'statement-unclear', 'Flere redegørelser kan være den, brevet kvitterer for.')
      continue
    }
    linked.links.push({
      acknowledgement: letter.id,
      statement: best.statement.id,
      rule: best.weight >= 4 ? 'received-date-and-municipality' : 'municipality',
    })
    if (best.weight < 3)
      note(
        linked,
        letter.id,
        'statement-uncertain',
        'Datoerne for brevet og redegørelsen passer dårligt sammen.',
      )
    completeSigners(linked, letter, best.statement)
  }
  return linked
}

/** How well a statement fits an acknowledgement: 0 when it cannot be the one, 3 and more when it clearly can. */
function matchWeight(acknowledgement: LetterFacts, statement: LetterFacts): number {
  const municipality = acknowledgement.municipality?.value.code
  if (!municipality || municipality !== statement.municipality?.value.code) return 0
  const received = acknowledgement.acknowledges?.receivedDate?.value ?? null
  const sent = statement.date?.value ?? null
  const answered = acknowledgement.date?.value ?? null
  if (sent && answered && sent > answered) return 0
  let weight = 1
  if (sent && received) {
    const gap = daysBetween(sent, received)
    // a letter cannot arrive before it was written, but either date may be off by a day
    if (gap < -2 || gap > 60) return 0
    weight += gap <= 1 ? 3 : gap <= 7 ? 2.5 : gap <= 21 ? 1.5 : 0.5
  } else if (sent && answered) weight += daysBetween(sent, answered) <= 120 ? 1 : 0
  const named = new Set(acknowledgement.acknowledges?.signedBy.map(({ value }) => value.name.toLowerCase()))
  const signers = statement.signatories.map(({ value }) => value.name.toLowerCase())
  if (named.size > 0 && signers.length > 0) weight += signers.some((name) => named.has(name)) ? 1.5 : -1
  return weight
}

/** A statement that nobody signed takes the signers that its acknowledgement names, marked as assumed. */
function completeSigners(
  linked: LinkedLetters,
  acknowledgement: LinkableLetter,
  statement: LinkableLetter,
): void {
  const named = acknowledgement.facts.acknowledges?.signedBy ?? []
  if (statement.facts.signatories.length > 0 || named.length === 0) return
  const from = `signer from the ministry's answer of ${acknowledgement.facts.date?.value ?? 'unknown date'}`
  linked.signatories.set(
    statement.id,
    named.map(({ value }) => ({
      value: { name: value.name, title: value.title, onBehalf: false },
      span: null,
      rule: 'signer-from-acknowledgement',
      assumed: [from],
    })),
  )
  const names = named.map(({ value }) => value.name).join(' og ')
  note(
    linked,
    statement.id,
    'signer-assumed',
    `Brevet er uden underskrift; ${names} er taget fra ministeriets svar.`,
  )
}

function note(linked: LinkedLetters, id: string, code: string, message: string): void {
  linked.issues.set(id, [...(linked.issues.get(id) ?? []), { code, message, span: null }])
}
