import type {
  Checklist,
  ChecklistItem,
  ChecklistLetter,
  MunicipalityChecklist,
} from '../../schemas/checklist.ts'
import { danish } from '../../schemas/glossary.ts'
import type { Verdict } from '../../schemas/verdict.ts'
import { stateWord, timesOf } from '../checklist-pages/words.ts'
import { danishMonth, danishRecurrence } from '../danish-words.ts'
import { danishCriterion, danishUnit } from '../verdicts/figure-words.ts'

export type Cell = string | number | null
/** A sheet with a heading row; `widths` in characters. */
export type Sheet = { name: string; head: string[]; widths: number[]; rows: Cell[][] }

/** The checklist as tables to filter and to tick: overview, verdicts, figures, promises, what to look at. */
export function checklistSheets(checklist: Checklist): Sheet[] {
  const { municipalities } = checklist
  return [
    overviewSheet(municipalities),
    verdictSheet(municipalities),
    figureSheet(municipalities),
    promiseSheet(municipalities),
    issueSheet(municipalities),
  ]
}

const each = (of: MunicipalityChecklist[], rows: (one: MunicipalityChecklist) => Cell[][]): Cell[][] =>
  of.flatMap((one) => rows(one).map((cells) => [one.municipality.name, ...cells]))

function overviewSheet(of: MunicipalityChecklist[]): Sheet {
  return {
    name: 'Overblik',
    head: [
      'Kommune',
      'Redegørelse',
      'Forventning',
      'Hvornår',
      'Tilstand',
      'Afgørelse',
      'Bebudet status',
      'Næste frist',
      'Næste skridt',
      'Kontakt',
      'Underskrevet af',
    ],
    widths: [18, 12, 60, 24, 16, 16, 16, 12, 50, 34, 34],
    rows: each(of, ({ statement, expectation, announced, next, nextStep }) => {
      const item = statement?.items.find(({ id }) => id === expectation?.itemId)
      const contact = statement?.contact
      return [
        [
          statement?.date ?? null,
          item?.quote ?? null,
          item ? timesOf(item) : null,
          item ? stateWord(item.state) : null,
          expectation?.verdict ? danish('verdict', expectation.verdict) : null,
          announced.month && danishMonth(announced.month),
          next?.day ?? null,
          nextStep.text,
          contact
            ? [contact.name, contact.phone, contact.email].filter((part) => part !== null).join(', ')
            : null,
          statement?.signatories
            .map(({ name, assumed }) => `${name}${assumed ? ' (antaget)' : ''}`)
            .join(', ') ?? null,
        ],
      ]
    }),
  }
}

function verdictSheet(of: MunicipalityChecklist[]): Sheet {
  return {
    name: 'Afgørelser',
    head: [
      'Kommune',
      'Tilsagn',
      'Kommunens ord',
      'Afgørelse',
      'Bekræftet af',
      'Begrundelse',
      'Indikator',
      'Tal',
      'Hele landet',
      'Ved tilsagnet',
      'Ændring',
      'Enhed',
      'Krav',
      'Frist',
      'Kan afgøres på',
      'Hentet',
      'Kilde',
    ],
    widths: [18, 12, 60, 16, 16, 50, 30, 10, 11, 12, 10, 10, 24, 12, 14, 12, 34],
    rows: each(of, ({ verdicts, planVerdicts, statement, plans }) => {
      const items = [statement, ...plans].flatMap((letter) => letter?.items ?? [])
      return [...verdicts, ...planVerdicts].map((verdict) => verdictRow(verdict, items))
    }),
  }
}

function verdictRow(verdict: Verdict, items: ChecklistItem[]): Cell[] {
  const { commitmentId, indicator, criterion, value, country, atPromise } = verdict
  return [
    commitmentId,
    items.find(({ id }) => id === commitmentId)?.quote ?? null,
    danish('verdict', verdict.verdict),
    verdict.decision?.by ?? 'forslag',
    [verdict.reason, ...verdict.remarks].join(' '),
    indicator?.shortName ?? null,
    value?.value ?? null,
    country?.value ?? null,
    atPromise?.value ?? null,
    verdict.change,
    indicator && danishUnit(indicator.unit),
    indicator && criterion ? danishCriterion(criterion, indicator.unit) : null,
    verdict.dueDay,
    verdict.settledBy,
    value?.retrieved ?? null,
    value?.source ?? null,
  ]
}

function figureSheet(of: MunicipalityChecklist[]): Sheet {
  return {
    name: 'Tal',
    head: [
      'Kommune',
      'Indikator',
      'Periode',
      'Kommunen',
      'Hele landet',
      'Hentet',
      'Kilde',
      'Fil',
      'Måler ikke',
    ],
    widths: [18, 40, 12, 12, 12, 12, 34, 40, 60],
    rows: each(of, ({ courses }) =>
      courses.flatMap(({ indicator, points }) =>
        points.map(({ period, value, country }) => [
          indicator.name,
          period,
          value?.value ?? null,
          country?.value ?? null,
          (value ?? country)?.retrieved ?? null,
          (value ?? country)?.source ?? null,
          (value ?? country)?.file ?? null,
          indicator.doesNotMeasure,
        ]),
      ),
    ),
  }
}

function promiseSheet(of: MunicipalityChecklist[]): Sheet {
  return {
    name: 'Tilsagn',
    head: [
      'Kommune',
      'Efterprøvet',
      'Tilstand',
      'Hvornår',
      'Kommunens ord',
      'Art',
      'Hvor ofte',
      'Bed om',
      'Ansvarlig',
      'Brev',
      'Dato',
      'Fil',
      'Side',
      'Id',
      'Gennemset',
    ],
    widths: [18, 11, 16, 26, 70, 14, 14, 34, 20, 14, 12, 28, 6, 12, 14],
    rows: each(of, ({ statement, earlierStatements, plans, followUp }) =>
      [...(statement ? [statement] : []), ...earlierStatements, ...plans].flatMap((letter) =>
        letter.items.map((item) => promiseRow(item, letter, followUp)),
      ),
    ),
  }
}

function promiseRow(
  item: ChecklistItem,
  { kind, date }: ChecklistLetter,
  followUp: MunicipalityChecklist['followUp'],
): Cell[] {
  return [
    null,
    stateWord(item.state),
    timesOf(item) || null,
    item.quote,
    danish('kind of commitment', item.kind),
    item.every && danishRecurrence(item.every),
    followUp.find(({ itemId }) => itemId === item.id)?.report ?? null,
    item.responsible,
    danish('kind of letter', kind),
    date,
    item.evidence.file,
    item.evidence.page,
    item.id,
    danish('review', item.review),
  ]
}

function issueSheet(of: MunicipalityChecklist[]): Sheet {
  return {
    name: 'Bør ses',
    head: ['Kommune', 'Hvad', 'Ord', 'Brev'],
    widths: [18, 80, 60, 12],
    rows: each(of, ({ issues }) => issues.map(({ message, quote, letterId }) => [message, quote, letterId])),
  }
}
