import { z } from 'zod'
import { loadData } from '../../data/load.ts'
import type { Contact } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { isPersonName } from '../signatories/person-names.ts'
import { nameAndTitle } from '../signatories/read-segment.ts'
import { emailSource, labelSource, phoneSource } from './labels.ts'
import { type Frame, isSentence, type Line, type Piece } from './letter-frame.ts'

const words = z.array(z.string())
const contactData = z.object({ note: z.string(), person: words, direct: words, phone: words })

let cache: { person: RegExp; direct: RegExp; phone: RegExp; email: RegExp; labelled: RegExp } | undefined
function patterns() {
  if (cache) return cache
  const data = loadData('letterhead/contact-labels.json', contactData)
  const start = '^[\\s*]*'
  cache = {
    person: latin(new RegExp(`${start}(?:${labelSource(data.person)})(?!\\p{L})\\.?\\s*[:;.,]?\\s*`, 'iu')),
    direct: latin(
      new RegExp(
        `(?<!\\p{L})(?:${labelSource(data.direct)})(?!\\p{L})\\.?\\s*[:;.,]?\\s*(?<number>${phoneSource})`,
        'iu',
      ),
    ),
    phone: latin(new RegExp(phoneSource, 'u')),
    email: latin(new RegExp(emailSource, 'iu')),
    labelled: latin(
      new RegExp(`${start}(?:${labelSource([...data.phone, ...data.direct])})(?!\\p{L})`, 'iu'),
    ),
  }
  return cache
}

/**
 * The caseworker to call or write to: from the label ("Kontakt:", "Sagsbehandler", "Ref.") or the direct number on,
 * name, number and address in the lines that follow; else from a sentence ("Spørgsmål kan rettes til ..."). The
 * switchboard is no contact. A part that is not given is null.
 */
export function findContact(frame: Frame): Found<Contact> | null {
  const pieces = [...frame.head, ...looseLines(frame), ...frame.foot]
    .sort((a, b) => a.start - b.start)
    .flatMap((line) => line.parts)
  const short = pieces.filter((piece) => piece.text.length < 160)
  const at = frame.lines.findIndex((line, index) => fromTable(line, frame.lines[index + 1]) !== null)
  const table = at >= 0 ? fromTable(frame.lines[at] as Line, frame.lines[at + 1]) : null
  if (table) return table
  const labelled = short.findIndex((piece, at) => leadsToPerson(piece, short[at + 1]))
  if (labelled >= 0) return fromLabel(short, labelled)
  const direct = short.findIndex((piece) => /\d{2}/.test(piece.text) && patterns().direct.test(piece.text))
  if (direct >= 0) return aroundDirect(short, direct)
  return fromSentence(frame)
}

/** Short lines that a conversion left among the body's paragraphs. */
const looseLines = (frame: Frame) =>
  frame.body.filter((line) => line.text.length < 60 && line.kind !== 'row' && !isSentence(line.text))

const initials = latin(/^\s*\(?\p{Lu}{2,6}\)?(?:[\s/]|$)/u)
function leadsToPerson(piece: Piece, next: Piece | undefined): boolean {
  const match = patterns().person.exec(piece.text)
  if (!match) return false
  const rest = piece.text.slice(match[0].length)
  if (/^(?:deres|jeres)/iu.test(piece.text)) return false
  if (nameIn(rest)) return true
  if (initials.test(rest) && !/\d/.test(rest)) return true
  return (
    rest.trim() === '' &&
    next !== undefined &&
    (nameIn(next.text) !== null || patterns().direct.test(next.text) || patterns().email.test(next.text))
  )
}

const afterName = latin(
  /\s*(?:[,(/|<;·]|\s[–-]\s|(?<!\p{L})(?:tlf|telefon|dir|direkte|mobil|e-?mail|mail)(?!\p{L}))/iu,
)
/** The name at the start of a text: "Mette Gaarde-Fink (mgaar)", "Ulla Brix Mogensen, konsulent, tlf. 12 34 56 78". */
function nameIn(text: string): string | null {
  const start = text.replace(/^[\s:]+/u, '')
  const cut = start.split(afterName)[0]?.trim() ?? ''
  if (isPersonName(cut)) return cut
  return nameAndTitle(cut)?.name ?? null
}

/** Labels in columns over the values: "Sagsbehandler" and "Direkte tlf." over the name and the number. */
function fromTable(line: Line, below: Line | undefined): Found<Contact> | null {
  if (line.parts.length < 2 || below?.parts.length !== line.parts.length) return null
  const under = (label: RegExp) => {
    const column = line.parts.findIndex((part) => label.test(part.text) && !/\d/.test(part.text))
    return below.parts[column]?.text ?? ''
  }
  const name = nameIn(under(patterns().person))
  if (!name) return null
  const phone = patterns().phone.exec(under(patterns().labelled))?.[0].trim() ?? null
  const email = patterns().email.exec(below.text)?.[0] ?? null
  return {
    value: { name, phone, email },
    span: { start: line.start, end: below.end },
    rule: 'contact-table',
    assumed: [],
  }
}

function fromLabel(pieces: Piece[], at: number): Found<Contact> | null {
  const first = pieces[at] as Piece
  const contact: Contact = { name: null, phone: null, email: null }
  let end = first.end
  for (let next = at; next <= at + 6 && next < pieces.length; next++) {
    const piece = pieces[next] as Piece
    if (next > at && piece.start - end > 200) break
    const text =
      next === at ? piece.text.slice(patterns().person.exec(piece.text)?.[0].length ?? 0) : piece.text
    if (next > at && contact.name && contact.phone && contact.email) break
    const before = { ...contact }
    const direct = patterns().direct.exec(text)?.groups?.number
    contact.name ??= next <= at + 1 ? nameIn(text) : null
    contact.email ??= patterns().email.exec(text)?.[0] ?? null
    if (direct) contact.phone = direct.trim()
    else contact.phone ??= phoneIn(text)
    if (before.name !== contact.name || before.phone !== contact.phone || before.email !== contact.email)
      end = piece.end
  }
  if (!contact.name && !contact.phone && !contact.email) return null
  return { value: contact, span: { start: first.start, end }, rule: 'contact-label', assumed: [] }
}

const phoneLabel = latin(/(?:tlf|telefon|mobil|mob|tel|(?<!\p{L})[tm])\.?\s*(?:nr)?\.?\s*:?\s*$/iu)
/** A number that is labelled or alone on its line, so that no record number is taken for one. */
function phoneIn(text: string): string | null {
  const match = patterns().phone.exec(text)
  if (!match) return null
  const before = text.slice(0, match.index)
  const alone = text.trim() === match[0].trim()
  const labelled = phoneLabel.test(before)
  return alone || labelled || /,\s*$/u.test(before) ? match[0].trim() : null
}

function aroundDirect(pieces: Piece[], at: number): Found<Contact> {
  const piece = pieces[at] as Piece
  const phone = patterns().direct.exec(piece.text)?.groups?.number?.trim() ?? null
  const near = [at, at + 1, at + 2, at - 1].map((index) => pieces[index])
  const mail = near.find((other) => other && patterns().email.test(other.text))
  const email = mail ? (patterns().email.exec(mail.text)?.[0] ?? null) : null
  const named = [at - 1, at - 2, at - 3]
    .map((index) => pieces[index])
    .find((other) => other && nameIn(other.text))
  const used = [piece, mail, named].filter((one) => one !== undefined)
  const span = {
    start: Math.min(...used.map((one) => one.start)),
    end: Math.max(...used.map((one) => one.end)),
  }
  return {
    value: { name: named ? nameIn(named.text) : null, phone, email },
    span,
    rule: 'contact-direct-number',
    assumed: [],
  }
}

const turnTo = latin(
  /(?:rettes? (?:henvendelse )?til|henvendelse til|kontaktes?|kontakte|ringes? til|kontaktperson(?:en)? (?:er|i sagen er))\s+(?=\p{L})/iu,
)

function fromSentence(frame: Frame): Found<Contact> | null {
  for (const line of frame.body.slice(-12)) {
    const match = turnTo.exec(line.text)
    if (!match) continue
    const rest = line.text.slice(match.index + match[0].length)
    const name = longestName(rest)
    const phone = patterns().phone.exec(rest)?.[0].trim() ?? null
    const email = patterns().email.exec(rest)?.[0] ?? null
    if (!name) continue
    return {
      value: { name, phone, email },
      span: { start: line.start, end: line.end },
      rule: 'contact-sentence',
      assumed: [],
    }
  }
  return null
}

/** The name within the first words, after a title if there is one. */
function longestName(text: string): string | null {
  const words = text.split(/\s+/).slice(0, 8)
  for (let from = 0; from < 4; from++)
    for (let to = Math.min(from + 5, words.length); to >= from + 2; to--) {
      const name = words
        .slice(from, to)
        .join(' ')
        .replace(/[.,;]+$/u, '')
      if (isPersonName(name)) return name
    }
  return null
}
