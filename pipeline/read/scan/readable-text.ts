/** Text of at least this many letters can be judged by them. */
const enoughLetters = 60

/**
 * Whether a page's text layer says what the page shows. It does not when it is empty or the file's fonts do not tell
 * which characters their glyphs stand for: then it is full of control and private characters, or of letters that
 * make no words (too few vowels, or too many).
 */
export function isReadable(text: string): boolean {
  const characters = text.match(/\S/g)?.length ?? 0
  if (characters === 0) return false
  const unknown = text.match(/[\p{Co}\p{Cn}\ufffd]|(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0
  if (unknown > characters * 0.05) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < enoughLetters) return true
  const vowels = text.match(/[aeiouyæøåäöüé]/giu)?.length ?? 0
  return vowels > letters * 0.2 && vowels < letters * 0.65
}
