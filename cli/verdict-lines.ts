import { areaName } from '../data/municipality-names.ts'
import { danishChange, danishFigure } from '../followup/verdicts/figure-words.ts'
import { danish } from '../schemas/glossary.ts'
import type { Figure, Verdict } from '../schemas/verdict.ts'
import { plain } from './output.ts'

/** A verdict for a person to read. */
export function verdictLines(verdict: Verdict): string[] {
  const { commitmentId, municipality, period, decision, indicator, change, remarks } = verdict
  const field = (name: string, value: string | null | undefined) =>
    value ? [`${`  ${name}`.padEnd(14)} ${plain(value)}`] : []
  const decided = decision
    ? `${decision.action} by ${decision.by}, ${decision.at.slice(0, 10)}${decision.reason ? `: ${decision.reason}` : ''}` +
      (decision.basisChanged ? `; since then the proposal changed (now ${verdict.proposed})` : '')
    : 'proposed'
  return [
    plain(
      `${municipality.name}  ${commitmentId}  ${period}  ${verdict.verdict} (${danish('verdict', verdict.verdict)})`,
    ),
    ...field('promise', `»${verdict.quote}«`),
    ...field('why', verdict.reason),
    ...remarks.flatMap((remark) => field('note', remark)),
    ...field('due', verdict.dueDay && `${verdict.dueDay}, settled by the figures of ${verdict.settledBy}`),
    ...field('figure', indicator?.name),
    ...field('value', figureLine(verdict.value)),
    ...field('country', figureLine(verdict.country)),
    ...field('at promise', figureLine(verdict.atPromise)),
    ...field(
      'change',
      indicator && change !== null ? `${danishChange(change, indicator.unit)}${trend(verdict)}` : null,
    ),
    ...field('rule', verdict.rule),
    ...field('decision', decided),
  ]
}

const trend = ({ trend: which }: Verdict): string =>
  which && which !== 'same' ? ` (${danish('trend', which)})` : ''

function figureLine(figure: Figure | null): string | null {
  if (!figure) return null
  const { area, period, retrieved, source, file } = figure
  const from = source === file ? file : `${source}, ${file}`
  return `${danishFigure(figure)}, ${areaName(area)} ${period}, retrieved ${retrieved} (${from})`
}
