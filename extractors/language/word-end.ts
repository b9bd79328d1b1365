const letterOrDigit = /^[\p{L}\p{N}]/u
const known = new Uint8Array(0x250)
for (let code = 0; code < known.length; code++)
  known[code] = letterOrDigit.test(String.fromCharCode(code)) ? 1 : 0

/** "–", "”", "…": General Punctuation has neither letters nor digits. */
export const isPunctuation = (code: number): boolean => code >= 0x2000 && code < 0x2070

/** How many code units a letter or digit of another script takes, that stands at `at`; none where there is no such. */
function rareLength(text: string, at: number): number {
  if (isPunctuation(text.charCodeAt(at))) return 0
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  return letterOrDigit.test(character) ? character.length : 0
}

/** How many code units the letter or digit at `at` takes, 0 where none stands there. */
function lengthAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < known.length ? (known[code] as number) : rareLength(text, at)
}

/** Whether a letter or digit stands at `at`. */
export const inWord = (text: string, at: number): boolean => at < text.length && lengthAt(text, at) > 0

/**
 * Where the letters and digits (`\p{L}`, `\p{N}`) that begin at `at` end; `at` itself where none does. Reading a text
 * word by word in this way takes less time than a regular expression takes.
 */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const length = lengthAt(text, end)
    if (length === 0) break
    end += length
  }
  return end
}
