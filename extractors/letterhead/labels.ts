/**
 * A regular expression source for labels of the data files: longest first, a tilde stands for an optional full
 * stop, hyphen or space, a space for one or more of them.
 */
export function labelSource(labels: string[]): string {
  return [...labels]
    .sort((a, b) => b.length - a.length)
    .map((label) =>
      label
        .replace(/[/.]/g, (sign) => `\\${sign}`)
        .replace(/ /g, '[ .]{1,2}')
        .replace(/~/g, '[ .-]{0,2}'),
    )
    .join('|')
}

/** Telephone numbers as Danish letters write them: eight digits in groups, with or without +45. */
export const phoneSource =
  '(?<![\\d-])(?:\\(?(?:\\+|00) ?45\\)?[ .]?)?\\d{2}(?:[ .]?\\d{2,3}){2,3}(?!\\d|[-/]\\d)'
export const emailSource = '[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}'
