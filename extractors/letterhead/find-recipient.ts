import type { LetterKind } from '../../schemas/letter.ts'
import type { Found } from '../../schemas/span.ts'
import { latin } from '../language/latin.ts'
import { isPersonName } from '../signatories/person-names.ts'
import { authorityIn, committeeReaders, municipalReaders } from './authorities.ts'
import type { Frame, Piece } from './letter-frame.ts'

const to = latin(/^[\s*]*(?:til|to)\s*:?\s+(?=\p{L})/iu)

/** A line or column of the head, with what stands below it in the same column. */
type Place = Piece & { below: Piece | null }

/**
 * Whom the letter is written to: a line "Til ...", the line of the head that names the other side with the name on
 * the next line ("Beskæftigelsesminister" / "Troels Lund Poulsen"), else whom it greets.
 */
export function findRecipient(frame: Frame, kind: LetterKind): Found<string> | null {
  const places = placesOf(frame)
  const labelled = places.find((place) => to.test(place.text) && isReader(place.text))
  if (labelled) return found(labelled, to.exec(labelled.text)?.[0].length ?? 0, 'recipient-label')
  const named = namedReader(places, kind)
  if (named) return withPerson(named)
  if (!frame.salutation) return null
  // the members of a committee are greeted only, so the greeting is all there is
  const greeting =
    kind === 'committee-orientation' ? 0 : (greets.exec(frame.salutation.text)?.[0].length ?? 0)
  return found(frame.salutation, greeting, 'recipient-greeted')
}

const greets = latin(/^[\s*#_]*(?:kære|hej|goddag|dear)\s+(?:hr\.\s+|fru\s+)?/iu)

function placesOf(frame: Frame): Place[] {
  const head = frame.head.filter((line) => line.kind !== 'subject' && line.text.length < 200)
  return head.flatMap((line, at) => {
    const next = head[at + 1]
    const columns = next?.parts.length === line.parts.length || next?.parts.length === 1
    return line.parts.map(({ text, start, end }, column) => {
      return { text, start, end, below: (columns && next?.parts[column]) || null }
    })
  })
}

const ministerByName = latin(/minister\s+\p{Lu}/u)
function namedReader(places: Place[], kind: LetterKind): Place | undefined {
  if (kind === 'request' || kind === 'acknowledgement') return places.find(isMunicipalLine)
  if (kind !== 'statement') return undefined
  const at = places.findIndex(isAuthorityLine)
  const next = places[at + 1]
  // "Beskæftigelsesministeriet" over "Beskæftigelsesminister Mads Bech": the minister in person
  return at >= 0 && next && isAuthorityLine(next) && ministerByName.test(next.text) ? next : places[at]
}

const isReader = (text: string) =>
  authorityIn(text) >= 0 ||
  municipalReaders.test(text) ||
  committeeReaders.test(text) ||
  isPersonName(text.replace(to, ''))

const nothingButOwner = latin(/^\W*(?:\p{L}+s\s)?$/u)
function isAuthorityLine({ text }: Piece): boolean {
  if (text.length >= 80) return false
  const at = authorityIn(text)
  return at >= 0 && nothingButOwner.test(text.slice(0, at)) && !/[@.]/u.test(text)
}

const municipalLine = latin(
  /^\s*(?:\p{Lu}[\p{L} -]{2,30}kommune\s*$|(?:borgmester|kommunalbestyrelsen|byrådet|kommunaldirektør|jobcenterchef)(?!\p{L}))/iu,
)
const isMunicipalLine = ({ text }: Piece) => text.length < 100 && municipalLine.test(text)

/** Joined with the next line where that is the name of the one whose title the line gives. */
function withPerson(place: Place): Found<string> | null {
  const own = found(place, 0, 'recipient-line')
  const name = place.below?.text.trim() ?? ''
  if (
    !own ||
    !place.below ||
    !/(?:minister|borgmester|direktør|chef)$/iu.test(own.value) ||
    !isPersonName(name)
  )
    return own
  return { ...own, value: `${own.value} ${name}`, span: { start: place.start, end: place.below.end } }
}

function found(piece: Piece, offset: number, rule: string): Found<string> | null {
  const value = piece.text
    .slice(offset)
    .replace(/[\s*#_,.!:]+$/u, '')
    .replace(/^[\s*#_]+/u, '')
  if (!value) return null
  const start = piece.start + piece.text.indexOf(value, offset)
  return { value, span: { start, end: start + value.length }, rule, assumed: [] }
}
