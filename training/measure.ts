import type { Model } from '../extractors/commitments/learned/model.ts'
import type { AnnotatedPassage } from './examples.ts'

/** How many passages were taken rightly and wrongly, and not taken though they commit; of those right, the clear kinds and states. */
export type Measured = {
  right: number
  false: number
  missed: number
  kind: number
  wrongKind: number
  status: number
  wrongStatus: number
}
export const nothing: Measured = {
  right: 0,
  false: 0,
  missed: 0,
  kind: 0,
  wrongKind: 0,
  status: 0,
  wrongStatus: 0,
}

/** Takes every passage that more likely commits than not. */
export function measure(model: Model, passages: AnnotatedPassage[], sum: Measured = nothing): Measured {
  const result = { ...sum }
  for (const { features, annotated } of passages) {
    const { commits, kind: kindOf, status: statusOf } = model(features)
    if (commits <= 0.5) {
      if (annotated) result.missed++
    } else if (!annotated) result.false++
    else {
      result.right++
      const kind = kindOf()
      const status = statusOf()
      if (kind && annotated.kind.includes(kind)) result.kind++
      if (kind && !annotated.kind.includes(kind)) result.wrongKind++
      if (status && annotated.status.includes(status)) result.status++
      if (status && !annotated.status.includes(status)) result.wrongStatus++
    }
  }
  return result
}

/** A line with precision and recall, and how many of the clear kinds and states are right. */
export function measured(name: string, sum: Measured): string {
  const { right, kind, wrongKind, status, wrongStatus } = sum
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3)
  return [
    name.padEnd(28),
    `precision ${share(right, right + sum.false)}`,
    `recall ${share(right, right + sum.missed)}`,
    `kind ${share(kind, kind + wrongKind)} of ${share(kind + wrongKind, right)}`,
    `status ${share(status, status + wrongStatus)} of ${share(status + wrongStatus, right)}`,
  ].join('  ')
}
