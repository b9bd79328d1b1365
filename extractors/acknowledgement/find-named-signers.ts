import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { matchesIn } from '../language/matches.ts'
import type { Frame } from '../letterhead/letter-frame.ts'
import { isTitle, isTitleHead } from '../signatories/job-titles.ts'
import { nameAndTitle } from '../signatories/read-segment.ts'

type NamedSigner = { name: string; title: string | null }

const signed = latin(
  /(?<!\p{L})(?:underskrevet|undertegnet|medunderskrevet|signeret|underskrift(?:er)?|afsendt|fremsendt|sendt|indsendt)(?:\s+(?:af|fra|ved|v\/))?[\s:]+(?=\p{L})|(?<=brev|redegørelsen?|svar|skrivelse|handleplan)\s+fra\s+(?=\p{Ll})/giu,
)

/**
 * Who signed the statement according to the letter that acknowledges it: "underskrevet borgmester Jens Ive og
 * vicekommunaldirektør Birgitte N. Lundgren". Titles as written.
 */
export function findNamedSigners(frame: Frame): Found<NamedSigner>[] {
  const found: Found<NamedSigner>[] = []
  for (const line of frame.body) {
    for (const match of matchesIn(line.text, signed)) {
      const strong = /^(?:med)?(?:under|sign)/iu.test(match[0])
      let at = match.index + match[0].length
      for (const signer of listFrom(line.text.slice(at, at + 400))) {
        at = line.text.indexOf(signer.written, at)
        // "fremsendt af borgmester X" names the signer too, but only with a title
        if (!strong && !signer.value.title) break
        found.push({
          value: signer.value,
          span: { start: line.start + at, end: line.start + at + signer.written.length },
          rule: 'signer-named',
          assumed: [],
        })
      }
    }
    if (found.length > 0) break
  }
  return found.filter((one, at) => found.findIndex((other) => other.value.name === one.value.name) === at)
}

/** Reads "title name, title name og title name" as far as it goes. */
function listFrom(text: string): { value: NamedSigner; written: string }[] {
  const signers: { value: NamedSigner; written: string }[] = []
  // the reader is among the signers: "underskrevet af dig og jobcenterchef Lis Petersen"
  let rest = text.replace(/^(?:dig|jer|borgmesteren)\s+og\s+/iu, '')
  while (rest) {
    const one = firstSigner(rest)
    if (!one) break
    signers.push(one)
    const after = rest.slice(rest.indexOf(one.written) + one.written.length)
    const joint = /^\s*(?:,\s*(?:og|samt)?|og|samt|&)\s+(?:af\s+)?/iu.exec(after)
    if (!joint) break
    rest = after.slice(joint[0].length)
  }
  return signers
}

/** The beginning of a text that reads as one signer, up to the end of the name: "formand for Jobudvalget Bent Jørgensen". */
function firstSigner(text: string): { value: NamedSigner; written: string } | null {
  const words = matchesIn(text, /\S+/g).slice(0, 14)
  for (let count = 2; count <= words.length; count++) {
    const last = words[count - 1] as RegExpExecArray
    const next = words[count]
    // the name goes on: "Birgitte N." + "Lundgren"
    const stops = /[,;:)]$|\p{L}{2}\.$/u.test(last[0])
    if (next && !stops && /^(?:\p{Lu}|(?:von|van|de|af|la)$)/u.test(next[0])) continue
    const written = text.slice(0, last.index + last[0].length).replace(/[.,;:)]+$/u, '')
    const read = nameAndTitle(written)
    if (read?.name === written) return withTitleAfter(written, text.slice(written.length))
    if (read?.name && startsWithTitleOrName(written, read.name))
      return { value: { name: read.name, title: read.title }, written }
  }
  return null
}

/** "Jens Ive, borgmester" */
function withTitleAfter(name: string, rest: string): { value: NamedSigner; written: string } {
  const after = /^,\s+(\p{Ll}[^,.;]*?)(?=\s+(?:og|samt)\s|[,.;]|$)/u.exec(rest)
  const title = after?.[1] && isTitle(after[1]) ? after[1] : null
  return { value: { name, title }, written: title && after ? name + after[0] : name }
}

const startsWithTitleOrName = (written: string, name: string) =>
  written.startsWith(name) || written.split(/\s+/).slice(0, 3).some(isTitleHead)
