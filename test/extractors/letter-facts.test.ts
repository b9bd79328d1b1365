import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { findLetterFacts } from '../../extractors/letter-facts.ts'
import { splitLetters } from '../../extractors/split/split-letters.ts'
import { structureLetter } from '../../extractors/structure/structure-letter.ts'
import type { LetterFacts } from '../../schemas/letter.ts'
import type { LetterText } from '../../schemas/letter-text.ts'
import type { Found } from '../../schemas/span.ts'
import { structured, unstructured } from './letterhead/letter-of.ts'
import { letters } from './other-customs.ts'

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const lettersOf = (path: string) =>
  splitLetters([{ number: 1, text: read(path) }]).map(({ lines }) => structureLetter(lines))

const files = [
  'data/letters/orientering-2018-08-31.txt',
  'data/letters/roskilde-2018-04-26.txt',
  'test/letters/frederikssund.txt',
  'test/letters/ringkoebing-skjern.txt',
  'test/letters/vejen.txt',
]

type Gold = {
  letter: {
    kind: string
    municipality: string | null
    date: string
    caseNumbers?: string[]
    recipient?: string
    signatories: { name: string; title?: string; onBehalf?: boolean }[]
    contact?: { name?: string; phone?: string; email?: string }
    refersTo?: string[]
    acknowledges?: { receivedDate: string; signedBy: { name: string; title: string }[] }
    statusDataPeriod?: string
    askedForFollowUp?: string[]
    mentionsMunicipalities?: string[]
  }
  notedExpectation?: string
  notedTimes?: { start: string; end: string; relation: string }[]
}

/** The facts of the letter that an annotation is about. */
function factsFor({ letter }: Gold): LetterFacts {
  const found = files
    .flatMap(lettersOf)
    .map((text) => findLetterFacts(text, null))
    .find(
      (facts) =>
        facts.kind.value === letter.kind &&
        facts.date?.value === letter.date &&
        (facts.municipality?.value.name ?? null) === letter.municipality,
    )
  if (!found) throw new Error(`${letter.kind} ${letter.municipality} ${letter.date} not found`)
  return found
}
const values = <T>(found: Found<T>[]): T[] => found.map(({ value }) => value)

describe('the letters of the development half', () => {
  test.each([
    'committee',
    'faaborg-midtfyn',
    'frederikssund',
    'hilleroed',
    'ringkoebing-skjern',
    'roskilde',
    'vejen',
    'm-faaborg-midtfyn',
    'm-hilleroed',
  ])('%s', (id) => {
    const gold: Gold = JSON.parse(read(`test/gold/${id}.json`))
    const { letter } = gold
    const facts = factsFor(gold)
    expect(values(facts.caseNumbers)).toEqual(letter.caseNumbers ?? [])
    expect(values(facts.signatories)).toEqual(
      letter.signatories.map((one) => ({
        name: one.name,
        title: one.title ?? null,
        onBehalf: one.onBehalf ?? false,
      })),
    )
    expect(facts.recipient?.value).toBe(letter.recipient)
    expect(values(facts.refersTo).map(({ date }) => date)).toEqual(letter.refersTo ?? [])
    if (letter.contact)
      expect(facts.contact?.value).toEqual({ name: null, phone: null, email: null, ...letter.contact })
    expect(facts.statusDataPeriod?.value).toBe(letter.statusDataPeriod)
    expect(facts.acknowledges?.receivedDate?.value).toBe(letter.acknowledges?.receivedDate)
    expect(values(facts.acknowledges?.signedBy ?? [])).toEqual(letter.acknowledges?.signedBy ?? [])
    expect(facts.acknowledges?.notedExpectation?.quote).toBe(gold.notedExpectation)
    expect(facts.acknowledges?.notedExpectation?.times ?? []).toMatchObject(gold.notedTimes ?? [])
    expect(values(facts.asked).map(({ name }) => name)).toEqual(letter.mentionsMunicipalities ?? [])
    expect(values(facts.askedAgain).map(({ name }) => name)).toEqual(letter.askedForFollowUp ?? [])
  })
})

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every place lies in the text and shows the words of what was found there. */
function checkSpans(text: LetterText): void {
  const facts = findLetterFacts(text, null)
  const spoken: [Found<unknown> | null, string[]][] = [
    [facts.subject, words(facts.subject?.value ?? '')],
    [facts.recipient, words(facts.recipient?.value ?? '')],
    [facts.contact, words(Object.values(facts.contact?.value ?? {}).join(' '))],
    ...facts.caseNumbers.map((one): [Found<unknown>, string[]] => [one, words(one.value)]),
    ...facts.signatories.map((one): [Found<unknown>, string[]] => [
      one,
      words(`${one.value.name} ${one.value.title ?? ''}`),
    ]),
    ...facts.refersTo.map((one): [Found<unknown>, string[]] => [one, words(one.value.quote)]),
    ...(facts.acknowledges?.signedBy ?? []).map((one): [Found<unknown>, string[]] => [
      one,
      words(`${one.value.name} ${one.value.title ?? ''}`),
    ]),
    ...[facts.date, facts.municipality, facts.statusDataPeriod, ...facts.asked, ...facts.askedAgain].map(
      (one): [Found<unknown> | null, string[]] => [one, []],
    ),
  ]
  for (const [found, said] of spoken) {
    if (!found?.span) continue
    const { start, end } = found.span
    expect(start).toBeLessThanOrEqual(end)
    expect(end).toBeLessThanOrEqual(text.text.length)
    // a title cut at the line's end loses its hyphen
    const slice = words(text.text.slice(start, end)).join('')
    for (const word of said) expect(slice).toContain(word)
  }
  const noted = facts.acknowledges?.notedExpectation
  if (noted) expect(text.text.slice(noted.span.start, noted.span.end)).toBe(noted.quote)
  for (const time of [...(noted?.times ?? []), ...(facts.replyDeadline ? [facts.replyDeadline] : [])])
    expect(text.text.slice(time.span.start, time.span.end)).toBe(time.quote)
}

describe('for every letter', () => {
  test('a place shows the words found there', () => {
    for (const text of files.flatMap(lettersOf)) checkSpans(text)
    for (const letter of Object.values(letters)) {
      checkSpans(structured(letter))
      checkSpans(unstructured(letter))
    }
  })
  test('lines in any order, cut and doubled: never an error, places hold', () => {
    const lines = [...Object.values(letters), read('data/letters/roskilde-2018-04-26.txt')]
      .join('\n')
      .split('\n')
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (chosen) => {
        const text = chosen.join('\n')
        checkSpans(structured(text))
        checkSpans(unstructured(text))
      }),
      { numRuns: 150 },
    )
  })
  test('nothing is found in nothing', () => {
    const facts = findLetterFacts({ text: '', blocks: [], segments: [] }, null)
    expect(facts).toMatchObject({
      municipality: null,
      date: null,
      caseNumbers: [],
      signatories: [],
      refersTo: [],
      contact: null,
      recipient: null,
      subject: null,
    })
  })
})
