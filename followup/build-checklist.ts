import type {
  Checklist,
  ChecklistItem,
  ChecklistLetter,
  MinistryAnswer,
  MunicipalityChecklist,
} from '../schemas/checklist.ts'
import { reviewStates } from '../schemas/commitment.ts'
import { deadlines, dueDay, hasCome } from '../schemas/due-day.ts'
import type { MunicipalityRef } from '../schemas/letter.ts'
import type { Period } from '../schemas/period.ts'
import { type CaseLetter, checklistLetter, fileOf } from './case-letter.ts'
import { checklistIssues } from './checklist-issues.ts'
import { announcedPeriod, ministryAnswer } from './ministry-answer.ts'

/**
 * What every municipality has promised and how far it is at the period's end, by the letters' own words.
 * @param letters in the order of their dates, undated ones last
 * @param only the code of one municipality; without it all of them
 */
export function buildChecklist(letters: CaseLetter[], period: Period, only?: string): Checklist {
  const wanted = ({ code }: MunicipalityRef) => only === undefined || code === only
  const cases = new Map<string, { municipality: MunicipalityRef; letters: CaseLetter[] }>()
  for (const entry of letters) {
    const { municipality } = entry.letter
    if (!municipality || !wanted(municipality)) continue
    const known = cases.get(municipality.code)
    if (known) known.letters.push(entry)
    else cases.set(municipality.code, { municipality, letters: [entry] })
  }
  const municipalities = [...cases.values()]
    .map((of) =>
      municipalityChecklist(of.municipality, of.letters, mentions(letters, of.municipality), period),
    )
    .sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'da'))
  return {
    period,
    reviews: countReviews(letters.filter(({ letter }) => cases.has(letter.municipality?.code ?? ''))),
    municipalities,
    askedWithoutStatement: askedWithoutStatement(letters, municipalities).filter(({ municipality }) =>
      wanted(municipality),
    ),
    withoutMunicipality: only === undefined ? withoutMunicipality(letters) : [],
  }
}

function municipalityChecklist(
  { code, name }: MunicipalityRef,
  letters: CaseLetter[],
  mentions: MunicipalityChecklist['mentions'],
  period: Period,
): MunicipalityChecklist {
  const ofKind = (kind: string) => letters.filter(({ letter }) => letter.kind === kind)
  const statements = ofKind('statement')
  // An undated statement cannot be known to be the latest: it leads only where there is no other.
  const latest = statements.filter(({ letter }) => letter.date !== null).at(-1) ?? statements.at(-1)
  const statement = latest ? checklistLetter(latest, period.end) : null
  const answering = ofKind('acknowledgement')
    .filter(({ letter }) => letter.linked.some(({ id }) => id === latest?.letter.id))
    .at(-1)
  const answer = statement && answering ? ministryAnswer(answering.letter, statement.items) : null
  const announced = announcedPeriod(letters, period)
  const due = dueInPeriod(statement, period)
  const shown = new Set([...statements, ...ofKind('plan'), ...(answering ? [answering] : [])])
  return {
    municipality: { code, name },
    announced,
    statement,
    answer,
    expectation: leadingExpectation(statement, answer),
    next: due.find((one) => !one.came)?.due ?? null,
    cameInPeriod: due.filter((one) => one.came && !one.cameBefore).map((one) => one.due),
    mentions,
    earlierStatements: statements
      .filter((entry) => entry !== latest)
      .reverse()
      .map((entry) => checklistLetter(entry, period.end)),
    plans: ofKind('plan').map((entry) => checklistLetter(entry, period.end)),
    otherLetters: letters
      .filter((entry) => !shown.has(entry))
      .map(({ letter: { id, kind, date, subject } }) => ({ id, kind, date, subject })),
    issues: checklistIssues({ letters, statement, answer, announced, period }),
  }
}

const lastDay = ({ times }: ChecklistItem): string => times.map(dueDay).sort().at(-1) ?? ''

/**
 * The compliance expectation that the ministry noted; without one, that with the last day, and of several the one that
 * stands last, where letters sum up.
 */
export function leadingExpectation(
  statement: ChecklistLetter | null,
  answer: MinistryAnswer | null,
): MunicipalityChecklist['expectation'] {
  const expectations = statement?.items.filter(({ kind }) => kind === 'compliance') ?? []
  const noted = expectations.filter(({ id }) => answer?.sameTime.includes(id))
  const [leading] = (noted.length > 0 ? noted : expectations)
    .toReversed()
    .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : 0))
  return leading ? { itemId: leading.id, state: leading.state } : null
}

/** The days that a statement's promises set, in order, and whether each came by the period's end, or before it. */
function dueInPeriod(statement: ChecklistLetter | null, period: Period) {
  return (statement?.items ?? [])
    .filter(({ status }) => status !== 'done')
    .flatMap((item) =>
      deadlines(item, statement?.date ?? null).map((time) => ({
        due: { itemId: item.id, day: dueDay(time) },
        came: hasCome(time, period.end),
        cameBefore: hasCome(time, dayBefore(period.start)),
      })),
    )
    .sort((a, b) => (a.due.day < b.due.day ? -1 : a.due.day > b.due.day ? 1 : 0))
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

function mentions(letters: CaseLetter[], { code }: MunicipalityRef): MunicipalityChecklist['mentions'] {
  const names = (list: { value: MunicipalityRef }[]) => list.some(({ value }) => value.code === code)
  return letters
    .filter(({ letter: { facts } }) => names(facts.asked) || names(facts.askedAgain))
    .map(({ letter: { id, date, facts } }) => ({ letterId: id, date, again: names(facts.askedAgain) }))
}

function countReviews(letters: CaseLetter[]): Checklist['reviews'] {
  const of = letters.flatMap(({ letter }) => letter.commitments.map(({ review }) => review))
  const count = (state: string) => of.filter((review) => review === state).length
  return Object.fromEntries(reviewStates.map((state) => [state, count(state)])) as Checklist['reviews']
}

function askedWithoutStatement(
  letters: CaseLetter[],
  known: MunicipalityChecklist[],
): Checklist['askedWithoutStatement'] {
  const heardFrom = new Set(
    known
      .filter(({ statement, plans }) => statement || plans.length > 0)
      .map((entry) => entry.municipality.code),
  )
  const found = new Map<string, Checklist['askedWithoutStatement'][number]>()
  for (const { letter } of letters)
    for (const { value } of [...letter.facts.asked, ...letter.facts.askedAgain])
      if (!heardFrom.has(value.code) && !found.has(value.code))
        found.set(value.code, {
          municipality: { code: value.code, name: value.name },
          letterId: letter.id,
          date: letter.date,
        })
  return [...found.values()].sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'da'))
}

function withoutMunicipality(letters: CaseLetter[]): Checklist['withoutMunicipality'] {
  return letters
    .filter(({ letter }) => letter.municipality === null && letter.commitments.length > 0)
    .map(({ letter }) => ({
      id: letter.id,
      kind: letter.kind,
      file: fileOf(letter),
      commitments: letter.commitments.filter(({ review }) => review !== 'rejected').length,
    }))
}
