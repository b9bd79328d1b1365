/**
 * Widths of characters in thousandths of the type's size, where they differ much from the 556 of most small letters
 * and figures: those of Helvetica, which other faces come near enough.
 * @source Adobe Font Metrics of Helvetica
 */
const widths: [number, string][] = [
  [222, 'ijl’'],
  [278, ' .,:;/\\!I[]ft'],
  [333, 'r()-"'],
  [500, 'ckszvxyJ'],
  [670, 'ABCDEFGHKLNOPQRSTUVXYZØÅÄÖ&'],
  [820, 'mwM'],
  [920, 'W%æ'],
  [1000, '—@ÆœŒ…'],
]
const widthOfCharacter = new Map(
  widths.flatMap(([width, characters]) => [...characters].map((one): [string, number] => [one, width])),
)

/** How wide a text is in an average type face, in thousandths of its size. */
export function textWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += widthOfCharacter.get(character) ?? 556
  return sum
}
