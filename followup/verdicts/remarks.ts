import { areaName } from '../../data/municipality-names.ts'
import type { Figure, VerdictValue } from '../../schemas/verdict.ts'
import { danishDataPeriod, danishFigure, danishRetrieval } from './figure-words.ts'
import type { Hearing } from './judge.ts'
import { isNarrower, namesLaw } from './plan.ts'

/** What a reader of a verdict must know besides its reason; Danish sentences. */
export function remarksOn({ promised, plan, due, period, shown }: Hearing, proposed: VerdictValue): string[] {
  const { quote } = promised.commitment
  const { last } = due
  const indicator = plan.spoken?.indicator
  const isWindow = last !== null && ['during', 'between', 'until'].includes(last.relation)
  const isSettled = proposed === 'met' || proposed === 'not-met'
  const remarks: [boolean, string | undefined][] = [
    [
      plan.rule !== 'none' && due.several,
      'Tilsagnet nævner flere tidspunkter; det holdes op imod det sidste.',
    ],
    [
      plan.rule !== 'none' && isWindow && period.start > last.end,
      'Perioden ligger efter den, som tilsagnet gælder for.',
    ],
    [plan.rule === 'law' && isSettled, indicator?.law?.explanation],
    [
      plan.rule === 'target-value' && namesLaw(quote),
      'Tilsagnet nævner også lovens krav; kun dets eget tal er holdt op imod her.',
    ],
    [isNarrower(quote), indicator && `Tallet er opgjort for hele gruppen: ${indicator.name}.`],
    ...[shown.value, shown.country, shown.atPromise].map((figure): [boolean, string | undefined] => [
      true,
      figure ? revised(figure) : undefined,
    ]),
    [
      shown.value !== null && promised.date !== null && shown.atPromise === null,
      'Der er intet tal fra før tilsagnet.',
    ],
  ]
  const said = remarks.flatMap(([applies, text]) => (applies && text ? [text] : []))
  return [...new Set(said)]
}

function revised({ before, ...figure }: Figure): string | undefined {
  if (!before) return undefined
  const now = `${danishFigure(figure)} (${danishRetrieval(figure.retrieved)})`
  const then = `${danishFigure({ ...before, unit: figure.unit })} (${danishRetrieval(before.retrieved)})`
  return `Tallet for ${areaName(figure.area)} i ${danishDataPeriod(figure.period)} er ændret fra ${then} til ${now}.`
}
