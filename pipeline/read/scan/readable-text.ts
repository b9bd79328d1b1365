/** Text of at least this many letters can be judged by them. */
const enoughLetters = 60

/** What a character is: bits, so that each of the usual ones is looked up once. */
const [visible, unknown, letter, vowel, foreign] = [1, 2, 4, 8, 16]
const kindOf = (character: string): number =>
  (/\S/.test(character) ? visible : 0) |
  (/[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r\f])\p{Cc}/u.test(character) ? unknown : 0) |
  (/\p{L}/u.test(character) ? letter : 0) |
  (/(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Common}])\p{L}/u.test(character) ? foreign : 0) |
  (/[aeiouyæøåäöüé]/iu.test(character) ? vowel : 0)
const usual = Uint8Array.from({ length: 0x250 }, (_, code) => kindOf(String.fromCharCode(code)))

/**
 * Whether a page's text layer says what the page shows. It does not when it is empty or the file's fonts do not tell
 * which characters their glyphs stand for: then it is full of control and private characters, or of letters that
 * make no words (too few vowels, or too many), or of letters of other scripts among the Latin ones.
 */
export function isReadable(text: string): boolean {
  let [characters, strange, letters, vowels, others] = [0, 0, 0, 0, 0]
  for (const character of text) {
    const kind = usual[character.charCodeAt(0)] ?? kindOf(character)
    if (kind & visible) characters++
    if (kind & unknown) strange++
    if (kind & letter) letters++
    if (kind & vowel) vowels++
    if (kind & foreign) others++
  }
  if (characters === 0 || strange > characters * 0.05) return false
  if (letters < enoughLetters) return true
  if (others > letters * 0.01) return false
  return vowels > letters * 0.2 && vowels < letters * 0.65
}
