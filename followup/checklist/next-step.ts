import type { CaseAssessment } from '../../schemas/assessment.ts'
import type { Case } from '../../schemas/case.ts'
import type { Announced, ChecklistLetter, MinistryAnswer, NextStep } from '../../schemas/checklist.ts'
import { danish } from '../../schemas/glossary.ts'
import type { Period } from '../../schemas/period.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { danishDate, danishMonth, danishPeriod } from '../danish-words.ts'
import { danishDataPeriod } from '../verdicts/figure-words.ts'

type Facts = {
  of: Case | null
  statement: ChecklistLetter | null
  answer: MinistryAnswer | null
  announced: Announced
  leading: Verdict | null
  period: Period
  assessment: CaseAssessment | null
}

/** What to do next in a municipality's case, by what has been written and what the period's figures say. */
export function nextStep(facts: Facts): { code: NextStep; text: string } {
  const { of, statement, answer, announced, assessment } = facts
  const given = of?.steps.findLast(({ kind }) => kind === 'status')
  if (given?.date) return step('done', `Status er givet den ${danishDate(given.date)}.`)
  if (!statement) return step('ask', 'Bed om en redegørelse, eller ryk for svar, hvis den er bedt om.')
  const asked = assessment?.questions.flatMap(({ ask }) => ask ?? []) ?? []
  if (!answer && assessment?.outcome === 'ask-again' && asked.length > 0)
    return step('ask-again', `Bed om en supplerende redegørelse: ${asked.join('; ')}.`)
  const month = announced.month && danishMonth(announced.month)
  switch (announced.relation) {
    case 'this':
      return statusStep(facts)
    case 'earlier':
      return step(
        'status-of-another-period',
        `Status var bebudet på data for ${month}; skriv den på de tal, hvis det ikke er sket.`,
      )
    case 'later':
      return step('wait', `Afvent data for ${month}, som status er bebudet på.`)
    case 'none':
      return answer
        ? step('consider', 'Ingen status er bebudet i brevene her; vurdér, om der skal følges op.')
        : step('acknowledge', 'Svar på redegørelsen: kvittér og notér forventningen, eller bed om mere.')
  }
}

const step = (code: NextStep, text: string) => ({ code, text })

function statusStep({ leading, period }: Facts) {
  const data = `data for ${danishPeriod(period.start, period.end)}`
  if (leading === null)
    return step(
      'status',
      `Skriv den bebudede status på ${data}; brevet rummer ingen forventning at holde tallene op imod.`,
    )
  const word = danish('verdict', leading.verdict)
  if (leading.verdict === 'data-missing')
    return step('import', `Indlæs ${data}, og skriv derefter den bebudede status.`)
  const confirm = leading.decision ? '' : ' Bekræft først afgørelsen.'
  const later =
    leading.verdict === 'not-due-yet' && leading.settledBy
      ? ` Det endelige svar kan gives på data for ${danishDataPeriod(leading.settledBy)}.`
      : ''
  return step('status', `Skriv den bebudede status på ${data}: forventningen er »${word}«.${later}${confirm}`)
}
