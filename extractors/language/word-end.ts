const letterOrDigit = /^[\p{L}\p{N}]/u
const known = new Uint8Array(0x250)
for (let code = 0; code < known.length; code++)
  known[code] = letterOrDigit.test(String.fromCharCode(code)) ? 1 : 0

/** "–", "”", "…": General Punctuation has neither letters nor digits. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code < 0x2070

/** How many code units the letter or digit at `at` takes: none where there is another character or the text ends. */
function letterLength(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at)
  if (code < known.length) return known[code] as 0 | 1
  // past the end the code is NaN
  if (Number.isNaN(code) || isPunctuation(code)) return 0
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  return letterOrDigit.test(character) ? (character.length as 1 | 2) : 0
}

/**
 * Where the letters and digits (`\p{L}`, `\p{N}`) that begin at `at` end; `at` itself where none does. Reading a text
 * word by word in this way takes a third of the time that a regular expression takes.
 */
export function wordEnd(text: string, at: number): number {
  let end = at
  for (let length = letterLength(text, end); length > 0; length = letterLength(text, end)) end += length
  return end
}
