import type { Signatory } from '../../schemas/letter.ts'
import { latin } from '../language/latin.ts'
import { isPersonName } from '../signatories/person-names.ts'
import {
  authorityIn,
  authorityPatterns,
  committeeReaders,
  hasStateDomain,
  municipalReaders,
} from './authorities.ts'
import type { Evidence, EvidenceReader } from './evidence.ts'
import type { Frame } from './letter-frame.ts'
import { findMunicipalities } from './municipality-names.ts'

/**
 * Weighs whether a letter is the state's (positive) or a municipality's (negative): whom it greets, whom it is sent
 * to, who signs, whose letterhead it bears, and how it speaks of the reader. Each finding carries its weight.
 * @param bodyLines the first lines of the body, in lower case
 */
export function weighSender(
  frame: Frame,
  signatories: Signatory[],
  evidenceIn: EvidenceReader,
  bodyLines: string[],
): Evidence[] {
  const { title, sharedTitle, municipalTitle } = authorityPatterns()
  const evidence: Evidence[] = []
  const say = (rule: string, weight: number) => evidence.push({ rule, weight })
  // "Hej - kort svar fra Jobcenter Ribe": what stands behind a dash greets nobody
  const [greeting = ''] = (frame.salutation?.text ?? '').split(/\s[–—-]\s/)
  if (municipalReaders.test(greeting) || committeeReaders.test(greeting)) say('greets-municipality', 4)
  else if (authorityIn(greeting) >= 0 || /kære minister/iu.test(greeting)) say('greets-authority', -4)
  else say(...greetedName(frame, greeting))

  const headText = frame.head.filter((line) => line.text.length < 160)
  // a memo of the municipality to its own committee tells the same as its letter to the minister
  const ownMemo = headText.some((line) => isFromMunicipality(line.text))
  if (ownMemo) say('from-municipality', -4)
  for (const line of headText) {
    const to = sentTo.exec(line.text)?.[1]
    if (!to) continue
    if (authorityIn(to) >= 0 || hasStateDomain(to)) say('to-authority', -3)
    else if (ownMemo) continue
    else if (municipalReaders.test(to) || committeeReaders.test(to) || isMunicipalDomain(to))
      say('to-municipality', 3)
  }
  for (const signer of signatories) {
    if (!signer.title) continue
    if (municipalTitle.test(signer.title) && !/minister/iu.test(signer.title))
      say('signed-by-municipality', -4)
    else if (title.test(signer.title)) say('signed-by-authority', 3)
    else if (sharedTitle.test(signer.title)) say('signed-as-in-authorities', 1.5)
  }
  const mentions = headText.flatMap((line) => findMunicipalities(line.text))
  const own = headText.filter((line) => !sentTo.test(line.text))
  const ownDomain = own.some((line) => isMunicipalDomain(line.text))
  const stateDomain = own.some((line) => hasStateDomain(line.text))
  if (ownDomain) say('letterhead-municipal-domain', -3)
  else if (stateDomain) say('letterhead-authority-domain', 3)
  if (!ownDomain && mentions.some((mention) => mention.form === 'official' || mention.form === 'unit'))
    say('letterhead-names-municipality', -1)
  const top = headText.filter((line) => line.kind !== 'furniture')
  // a column beside the text, with the telephone and the hours, may come first
  const first = stateDomain ? top[0] : (top.find((line) => namesAuthority(line.text)) ?? top[0])
  if (first && findMunicipalities(first.text).some((one) => one.form !== 'place' && one.start <= 2))
    say('municipality-on-top', -1)
  const signs = frame.foot.some(
    (line) => line.text.length < 160 && findMunicipalities(line.text).some((one) => one.form === 'official'),
  )
  if (signs && signatories.length > 0) say('letterhead-municipality-below', -1)
  const onTop = evidence.at(-1)?.rule === 'municipality-on-top'
  const address = headText.some((line) => line.text.length < 60 && authorityIn(line.text) === 0)
  if ((onTop || ownDomain) && address && !stateDomain) say('authority-in-address', -2)
  const subject = frame.lines.filter((line) => line.kind === 'subject')
  const body = [...subject.map((line) => line.text.toLowerCase()), ...bodyLines].slice(0, 80).join('\n')
  evidence.push(...evidenceIn('state', body))
  evidence.push(...evidenceIn('municipality', body).map((one) => ({ ...one, weight: -one.weight })))
  return evidence
}

/** A municipality or an authority, by the name that it goes by. */
const namesAuthority = (text: string): boolean =>
  authorityIn(text) >= 0 || findMunicipalities(text).some(({ form }) => form === 'official')

/** The reader's line of an e-mail or a letterhead: an address on it is not the sender's. */
const sentTo = /^\s*(?:Til|Cc|Kopi)(?::\s*|\s+)(.*)/iu

const sentFrom = /^\s*Fra(?::\s*|\s+)(.*)/iu
function isFromMunicipality(line: string): boolean {
  const from = sentFrom.exec(line)?.[1] ?? ''
  return findMunicipalities(from).some(({ form }) => form === 'official' || form === 'unit')
}

const isMunicipalDomain = (text: string): boolean =>
  findMunicipalities(text).some((mention) => mention.form === 'domain')

const firstWord = latin(/^\s*\p{L}+\s+/u)
/** "Kære Pia Rødbro Lindegaard": the head or the signature tells whether that is a minister or a mayor. */
function greetedName(frame: Frame, greeting: string): [string, number] {
  const name = greeting.replace(firstWord, '').replace(/[,!.\s]+$/u, '')
  if (!isPersonName(name)) return ['greets-nobody', 0]
  const { municipalTitle } = authorityPatterns()
  const at = frame.head.findIndex((line) => line.text.includes(name))
  if (at < 0) return ['greets-person', -1]
  const around = `${frame.head[at - 1]?.text ?? ''} ${frame.head[at]?.text ?? ''}`
  if (municipalTitle.test(around)) return ['greets-municipality', 4]
  return /minister/iu.test(around) ? ['greets-authority', -4] : ['greets-person', -1]
}
