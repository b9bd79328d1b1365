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

const usual = 556
/** The widths of the first characters of Unicode, nearly all of a letter's, by their numbers. */
const latin = Uint16Array.from(
  { length: 256 },
  (_, code) => widthOfCharacter.get(String.fromCharCode(code)) ?? usual,
)

/** How wide a text is in an average type face, in thousandths of its size. */
export function textWidth(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number
    // a character of two units
    if (code > 0xffff) at++
    sum += latin[code] ?? widthOfCharacter.get(String.fromCodePoint(code)) ?? usual
  }
  return sum
}
