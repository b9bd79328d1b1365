import type { CaseAssessment } from '../schemas/assessment.ts'
import type { Case } from '../schemas/case.ts'
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
import type { Verdict, VerdictValue } from '../schemas/verdict.ts'
import type { LetterRecord } from '../store/letter-records.ts'
import { groupBy } from '../store/read-commitments.ts'
import { whileSame } from '../store/unchanged.ts'
import { type CaseLetter, checklistLetter, fileOf } from './case-letter.ts'
import { checklistCourses } from './checklist/courses.ts'
import { followUps } from './checklist/follow-up.ts'
import { nextStep } from './checklist/next-step.ts'
import { caseSummary } from './checklist/summary.ts'
import { checklistIssues } from './checklist-issues.ts'
import { announcedPeriod, ministryAnswer } from './ministry-answer.ts'
import type { Figures } from './verdicts/figures.ts'
import { type Course, verdictsOnLetter } from './verdicts/verdicts-for.ts'

/** What stands beside the letters: figures, their courses by municipality, cases, how they are assessed. */
export type ChecklistBasis = {
  figures: Figures
  courses: Map<string, Course[]>
  cases: Case[]
  /** By the case's id. */
  assessments: Map<string, CaseAssessment>
}

/**
 * What every municipality has promised and how far it is at the period's end, by the letters' own words. What is known of
 * a municipality whose letters, cases and figures are the very same as before is not looked at again.
 * @param letters in the order of their dates, undated ones last
 * @param only the code of one municipality; without it all of them
 */
export function buildChecklist(
  letters: readonly LetterRecord[],
  period: Period,
  basis: ChecklistBasis,
  only?: string,
): Checklist {
  const wanted = ({ code }: MunicipalityRef) => only === undefined || code === only
  const own = letters.filter(({ letter: { municipality } }) => municipality && wanted(municipality))
  const lettersOf = groupBy(own, ({ letter }) => letter.municipality?.code ?? '')
  const casesOf = groupBy(basis.cases, ({ municipality }) => municipality.code)
  const mentioning = byMunicipalityMentioned(letters)
  const municipalities = [...lettersOf]
    .flatMap(([code, [first, ...others]]) => {
      if (!first) return []
      const cases = casesOf.get(code) ?? []
      return municipalityChecklist(first, period, {
        others,
        mentioning: mentioning.get(code) ?? [],
        verdicts: [first, ...others].flatMap((entry) => verdictsOnLetter(entry, period, basis.figures)),
        courses: basis.courses.get(code) ?? [],
        cases,
        assessments: cases.map(({ id }) => basis.assessments.get(id) ?? null),
      })
    })
    .sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'da'))
  return {
    period,
    reviews: countReviews(own),
    municipalities,
    askedWithoutStatement: askedWithoutStatement(letters, municipalities).filter(({ municipality }) =>
      wanted(municipality),
    ),
    withoutMunicipality: only === undefined ? withoutMunicipality(letters) : [],
  }
}

/** What a municipality's checklist is made of beside its first letter. */
type Beside = {
  others: CaseLetter[]
  /** The letters that say that it was asked. */
  mentioning: CaseLetter[]
  verdicts: Verdict[]
  courses: Course[]
  cases: Case[]
  /** Of each case. */
  assessments: (CaseAssessment | null)[]
}

const municipalityChecklist = whileSame(makeMunicipalityChecklist)

function makeMunicipalityChecklist(
  first: CaseLetter,
  period: Period,
  { others, mentioning, verdicts: all, courses: known, cases, assessments }: Beside,
): MunicipalityChecklist {
  const letters = [first, ...others]
  const { code, name } = first.letter.municipality as MunicipalityRef
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
  const verdictsOn = (ids: (string | undefined)[]) => all.filter(({ letterId }) => ids.includes(letterId))
  const verdicts = verdictsOn([statement?.id])
  const at = cases.findIndex(({ steps }) =>
    steps.some(({ letterId }) => letterId === (latest ?? first).letter.id),
  )
  const of = cases[at]
  const expectation = leadingExpectation(statement, answer, verdicts)
  const leading = verdicts.find(({ commitmentId }) => commitmentId === expectation?.itemId) ?? null
  const earlierStatements = statements
    .filter((entry) => entry !== latest)
    .reverse()
    .map((entry) => checklistLetter(entry, period.end))
  const plans = ofKind('plan').map((entry) => checklistLetter(entry, period.end))
  const assessment = assessments[at] ?? null
  const courses = checklistCourses(known, statement?.date ?? null, verdicts, leading)
  const facts = { name, of: of ?? null, statement, answer, announced, leading, period }
  return {
    municipality: { code, name },
    caseId: of?.id ?? null,
    summary: caseSummary({ ...facts, courses }),
    nextStep: nextStep({ ...facts, assessment }),
    verdicts,
    planVerdicts: verdictsOn(plans.map(({ id }) => id)),
    courses,
    followUp: followUps(statement, period),
    announced,
    statement,
    answer,
    expectation,
    next: due.find((one) => !one.came)?.due ?? null,
    cameInPeriod: due.filter((one) => one.came && !one.cameBefore).map((one) => one.due),
    mentions: mentionsOf(mentioning, code),
    earlierStatements,
    plans,
    otherLetters: letters
      .filter((entry) => !shown.has(entry))
      .map(({ letter: { id, kind, date, subject } }) => ({ id, kind, date, subject })),
    issues: checklistIssues({
      letters,
      statement,
      answer,
      announced,
      period,
      earlierStatements,
      plans,
      steps: of?.steps ?? [],
    }),
  }
}

const lastDay = ({ times }: ChecklistItem): string => times.map(dueDay).sort().at(-1) ?? ''

/**
 * The compliance expectation that the ministry noted; without one, any. Those that figures can tell about go first; of
 * several the one with the last day leads, and of several of that day the one that stands last, where letters sum up.
 */
export function leadingExpectation(
  statement: ChecklistLetter | null,
  answer: MinistryAnswer | null,
  verdicts: Verdict[] = [],
): MunicipalityChecklist['expectation'] {
  const verdictOf = ({ id }: ChecklistItem): VerdictValue | null =>
    verdicts.find(({ commitmentId }) => commitmentId === id)?.verdict ?? null
  const preferring = (items: ChecklistItem[], wanted: (item: ChecklistItem) => boolean) => {
    const found = items.filter(wanted)
    return found.length > 0 ? found : items
  }
  const expectations = statement?.items.filter(({ kind }) => kind === 'compliance') ?? []
  const noted = preferring(expectations, ({ id }) => answer?.sameTime.includes(id) ?? false)
  const [leading] = preferring(noted, (item) => ![null, 'not-measurable'].includes(verdictOf(item)))
    .toReversed()
    .sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : 0))
  return leading ? { itemId: leading.id, state: leading.state, verdict: verdictOf(leading) } : null
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

/** The letters that say that a municipality was asked, by its code. */
function byMunicipalityMentioned(letters: readonly CaseLetter[]): Map<string, CaseLetter[]> {
  const named = letters.flatMap((entry) => {
    const { asked, askedAgain } = entry.letter.facts
    return [...new Set([...asked, ...askedAgain].map(({ value }) => value.code))].map((code) => ({
      code,
      entry,
    }))
  })
  return new Map(
    [...groupBy(named, ({ code }) => code)].map(([code, of]) => [code, of.map(({ entry }) => entry)]),
  )
}

function mentionsOf(letters: CaseLetter[], code: string): MunicipalityChecklist['mentions'] {
  return letters.map(({ letter: { id, date, facts } }) => ({
    letterId: id,
    date,
    again: facts.askedAgain.some(({ value }) => value.code === code),
  }))
}

function countReviews(letters: CaseLetter[]): Checklist['reviews'] {
  const of = letters.flatMap(({ letter }) => letter.commitments.map(({ review }) => review))
  const count = (state: string) => of.filter((review) => review === state).length
  return Object.fromEntries(reviewStates.map((state) => [state, count(state)])) as Checklist['reviews']
}

function askedWithoutStatement(
  letters: readonly CaseLetter[],
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

function withoutMunicipality(letters: readonly CaseLetter[]): Checklist['withoutMunicipality'] {
  return letters
    .filter(({ letter }) => letter.municipality === null && letter.commitments.length > 0)
    .map(({ letter }) => ({
      id: letter.id,
      kind: letter.kind,
      file: fileOf(letter),
      commitments: letter.commitments.filter(({ review }) => review !== 'rejected').length,
    }))
}
