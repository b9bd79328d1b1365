import { municipalities } from '../../data/municipality-names.ts'
import type { LetterMention, MunicipalityRef } from '../../schemas/letter.ts'
import type { ReplyKind } from '../../schemas/reply.ts'
import type { Found } from '../../schemas/span.ts'
import type { CasePlacement } from '../../store/case-placements.ts'
import type { LetterRecord } from '../../store/letter-records.ts'
import { whileSame } from '../../store/unchanged.ts'
import type { CaseLetter } from '../case-letter.ts'
import { sentenceAt } from '../sentence-at.ts'
import { type Matter, matterOf } from './matter.ts'

/** A letter as it stands in the case of one municipality; an orientation stands in those of several. */
export type CaseNode = {
  entry: CaseLetter
  municipality: MunicipalityRef
  from: 'state' | 'municipality'
  mentions: Found<LetterMention>[]
  matter: Matter | null
  /** For orientations: whether the municipality was asked, and asked again. */
  asked: string | null
  askedAgain: string | null
  /** What a person decided: the letter whose case this one belongs to, or that it stands alone. */
  placed: { with: string | null } | null
  /** What the ministry sent it as, by its own record; null for letters that were not drafted here. */
  sentAs: ReplyKind | null
}

/** A letter as a step of cases, once for each municipality it concerns; a plan is none. */
export const caseNodes = whileSame((entry: LetterRecord): CaseNode[] => {
  const { letter, placements } = entry
  if (letter.kind === 'plan') return []
  if (letter.kind === 'committee-orientation') return orientationNodes(entry, placements)
  const [placement] = placements
  const municipality = placement ? municipalityOf(placement.municipality) : letter.municipality
  if (!municipality) return []
  return [
    {
      entry,
      municipality,
      from: sender(entry),
      mentions: letter.facts.mentions,
      matter: matterOf(entry),
      asked: null,
      askedAgain: null,
      placed: placement ? { with: placement.with } : null,
      sentAs: entry.sentAs,
    },
  ]
})

function municipalityOf(code: string): MunicipalityRef {
  return { code, name: municipalities().find((one) => one.code === code)?.name ?? code }
}

function orientationNodes(entry: CaseLetter, placements: CasePlacement[]): CaseNode[] {
  const { asked, askedAgain, mentions } = entry.letter.facts
  const matter = matterOf(entry)
  const named = new Map([...asked, ...askedAgain].map(({ value }) => [value.code, value]))
  return [...named.values()].map((municipality) => {
    const of = (list: Found<MunicipalityRef>[]) => list.find(({ value }) => value.code === municipality.code)
    const words = (found: Found<MunicipalityRef> | undefined) =>
      found?.span ? sentenceAt(entry.text, found.span.start) : null
    const sentences = [...asked, ...askedAgain]
      .filter(({ value }) => value.code === municipality.code)
      .flatMap(({ span }) => (span ? [sentenceAt(entry.text, span.start)] : []))
    const placement = placements.find((one) => one.municipality === municipality.code)
    return {
      entry,
      municipality,
      from: 'state' as const,
      // Of the letters it speaks of only those that the same sentence says went to this municipality.
      mentions: mentions.filter(({ span }) => span && sentences.includes(sentenceAt(entry.text, span.start))),
      matter,
      asked: words(of(asked)),
      askedAgain: words(of(askedAgain)),
      placed: placement ? { with: placement.with } : null,
      sentAs: null,
    }
  })
}

const stateSigner = /minister|styrelse|ombudsmand|tilsyn|departement/iu

/** Who wrote a letter: that of a kind that only one side writes, else by its signers. */
function sender({ letter }: CaseLetter): CaseNode['from'] {
  if (letter.kind === 'statement') return 'municipality'
  if (letter.kind !== 'other') return 'state'
  return letter.signatories.some(({ title }) => title !== null && stateSigner.test(title))
    ? 'state'
    : 'municipality'
}
