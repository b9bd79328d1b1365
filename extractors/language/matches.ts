/**
 * All matches of a global pattern, as `matchAll` gives them, but without the copy of the pattern that it makes for each
 * text, which takes longer than the look at a short text does.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
