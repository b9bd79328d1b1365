import type { Commitment } from '../../schemas/commitment.ts'
import type { ExtractedLetter, LetterFacts } from '../../schemas/letter.ts'
import type { BlockKind } from '../../schemas/letter-text.ts'
import type { Found } from '../../schemas/span.ts'
import { packPage } from '../../store/page-words.ts'

const found = <T>(value: T): Found<T> => ({ value, span: null, rule: 'test', assumed: [] })

/** A commitment with the words `quote`, where they stand in `text`. */
export function madeCommitment(text: string, quote: string, more: Partial<Commitment> = {}): Commitment {
  const start = text.indexOf(quote)
  const span = { start, end: start + quote.length }
  const base = {
    kind: 'initiative',
    status: 'planned',
    every: null,
    responsible: null,
    target: null,
  } as const
  return { ...base, quote, span, times: [], rule: 'test', assumed: [], ...more }
}

/** A letter of one paragraph a line, in which each of `quotes` is a commitment. */
export function madeLetter(
  lines: string[],
  quotes: string[],
  facts: Partial<LetterFacts> = {},
): ExtractedLetter {
  const text = lines.join('\n')
  let at = 0
  const blocks = lines.map((line) => {
    const span = { start: at, end: at + line.length }
    at = span.end + 1
    return {
      kind: 'paragraph' as BlockKind,
      span,
      level: 0,
      marker: null,
      parent: null,
      heading: null,
      cells: [],
      header: null,
    }
  })
  return {
    text: { text, blocks, segments: [{ start: 0, end: text.length, page: 1, offset: 0 }] },
    facts: {
      kind: found('statement'),
      municipality: found({ code: '0259', name: 'Køge' }),
      date: found('2018-08-08'),
      caseNumbers: [found('2018-015032-2')],
      subject: null,
      recipient: null,
      contact: null,
      signatories: [found({ name: 'Bjarne Andersen', title: 'Arbejdsmarkedschef', onBehalf: false })],
      refersTo: [found({ date: '2018-04-09', quote: 'dit brev dateret den 9. april 2018' })],
      mentions: [],
      replyDeadline: null,
      acknowledges: null,
      statusDataPeriod: null,
      asked: [],
      askedAgain: [],
      issues: [],
      ...facts,
    },
    commitments: quotes.map((quote) => madeCommitment(text, quote)),
  }
}

/** A file with the given bytes' hash and one page. */
export function madeFile(sha256: string, name: string, text: string) {
  const file = {
    sha256: sha256.repeat(64).slice(0, 64),
    name,
    path: `/letters/${name}`,
    format: 'text' as const,
    pages: 1,
    notes: [],
  }
  return { file, pages: [packPage({ number: 1, text })] }
}
