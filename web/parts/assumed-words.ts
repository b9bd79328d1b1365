const words: [RegExp, string][] = [
  [/^counted from the letter's date$/, 'regnet fra brevets dato'],
  [/^(?:the )?year from the letter's date$/, 'året er taget fra brevets dato'],
  [/^month from the letter's date$/, 'måneden er taget fra brevets dato'],
  [/^future from the tense$/, 'fremtid, fordi udsagnsordet står i fremtid'],
  [/^past from the tense$/, 'fortid, fordi udsagnsordet står i datid'],
  [/^(.+) for the unknown name (.+)$/, '$1 for det ukendte navn $2'],
]

/** What was assumed, in Danish where it is known. */
export function assumedInDanish(english: string): string {
  for (const [pattern, danish] of words) if (pattern.test(english)) return english.replace(pattern, danish)
  return english
}
