import type { Case } from '../../schemas/case.ts'
import type { Announced, ChecklistCourse, ChecklistLetter, MinistryAnswer } from '../../schemas/checklist.ts'
import { danish } from '../../schemas/glossary.ts'
import type { Period } from '../../schemas/period.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { stepIs } from '../case/build-steps.ts'
import { stepTime } from '../case/case-texts.ts'
import { danishDate, danishMonth, danishPeriod, danishTime, listed } from '../danish-words.ts'
import { danishChange, danishFigure } from '../verdicts/figure-words.ts'
import { wholeQuote } from '../whole-quote.ts'

type Facts = {
  name: string
  of: Case | null
  statement: ChecklistLetter | null
  answer: MinistryAnswer | null
  announced: Announced
  leading: Verdict | null
  courses: ChecklistCourse[]
  period: Period
}

/** A case in three lines: what was asked and answered, what is expected and noted, what the figures say. */
export function caseSummary(facts: Facts): string[] {
  return [lettersLine(facts), expectedLine(facts), figuresLine(facts)]
}

function lettersLine({ name, of, statement }: Facts): string {
  const requests = (of?.steps ?? []).filter(({ kind }) => stepIs.request(kind)).map(stepTime)
  const asked = requests.length > 0 ? ` er bedt om redegørelse (${listed(requests)}) og` : ''
  if (!statement) return `${name}${asked} har ingen redegørelse her.`
  const signed = statement.signatories
    .filter(({ assumed }) => !assumed)
    .map(({ name: who, title }) => (title ? `${who}, ${title}` : who))
  const by = signed.length > 0 ? ` ved ${signed.join('; ')}` : ', uden underskrift'
  return `${name}${asked} har svaret ${statement.date ? `den ${danishDate(statement.date)}` : 'uden dato'}${by}.`
}

function expectedLine({ statement, answer, announced, leading }: Facts): string {
  const item = statement?.items.find(({ id }) => id === leading?.commitmentId)
  const when = item?.times.at(-1)
  const expected = item
    ? `Kommunen forventer: »${wholeQuote(item)}«${when ? ` (${danishTime(when)})` : ''}.`
    : 'Kommunen siger ikke, hvornår kravene er opfyldt.'
  const noted = answer?.date ? ` Ministeriet svarede ${danishDate(answer.date)}.` : ''
  const status = announced.month ? ` Status er bebudet på data for ${danishMonth(announced.month)}.` : ''
  return `${expected}${noted}${status}`
}

function figuresLine({ leading, courses, period }: Facts): string {
  const [course] = courses
  const point = course?.points.find((one) => one.period === period.code)
  const when = danishPeriod(period.start, period.end)
  const verdict = leading ? ` Afgørelse: ${danish('verdict', leading.verdict)}.` : ''
  if (!course || !point?.value) return `Ingen tal for ${when} her.${verdict}`
  const { value, country } = point
  const beside = [
    ...(country ? [`hele landet ${danishFigure(country)}`] : []),
    ...(leading?.change != null && leading.atPromise
      ? [
          leading.change === 0
            ? 'som ved tilsagnet'
            : `${danishChange(leading.change, course.indicator.unit)} end ved tilsagnet`,
        ]
      : []),
  ]
  return `»${course.indicator.shortName}« i ${when}: ${danishFigure(value)}${beside.length > 0 ? ` (${beside.join('; ')})` : ''}.${verdict}`
}
