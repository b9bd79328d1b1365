import type { SourcePlace } from '../schemas/source-position.ts'

const percent = (share: number): string => (share * 100).toFixed(1)

/** Where words stand, a line for each box: "page 1: 11.4 % to 68.0 % across, 24.2 % to 25.6 % down". */
export function placeLines(places: SourcePlace[]): string[] {
  return places.flatMap(({ page, boxes }) =>
    boxes.map(
      ([left, top, right, bottom]) =>
        `page ${page}: ${percent(left)} % to ${percent(right)} % across, ${percent(top)} % to ${percent(bottom)} % down`,
    ),
  )
}
