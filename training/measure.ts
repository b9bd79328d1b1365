import type { Model } from '../extractors/commitments/learned/model.ts'
import type { AnnotatedPassage } from './examples.ts'

/** How many passages were taken rightly and wrongly, not taken though they commit; of those right, with right kind and state. */
export type Measured = {
  right: number
  false: number
  missed: number
  kind: number
  told: number
  status: number
}
export const nothing: Measured = { right: 0, false: 0, missed: 0, kind: 0, told: 0, status: 0 }

/** Takes every passage that more likely commits than not. `told`: those whose state is clear. */
export function measure(model: Model, passages: AnnotatedPassage[], sum: Measured = nothing): Measured {
  const result = { ...sum }
  for (const { features, annotated } of passages) {
    const { commits, kind, status } = model(features)
    if (commits <= 0.5) {
      if (annotated) result.missed++
    } else if (!annotated) result.false++
    else {
      result.right++
      if (annotated.kind.includes(kind)) result.kind++
      if (status) result.told++
      if (status && annotated.status.includes(status)) result.status++
    }
  }
  return result
}

/** A line with precision and recall, and the share of right kinds and states. */
export function measured(
  name: string,
  { right, false: wrong, missed, kind, told, status }: Measured,
): string {
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3)
  return [
    name.padEnd(28),
    `precision ${share(right, right + wrong)}`,
    `recall ${share(right, right + missed)}`,
    `kind ${share(kind, right)}`,
    `status ${share(status, told)} of ${share(told, right)}`,
  ].join('  ')
}
