const longest = 200

/**
 * The name of a file in a mail or ZIP, as it is shown and recorded: nothing in it leads out of a folder, moves the
 * cursor or turns the line around. It is never used to write a file.
 */
export function safeName(name: string): string {
  const steps = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .replace(/^[a-z]:/i, '')
    .split(/[/\\]/)
    .map((step) => step.trim())
    .filter((step) => !/^\.{0,2}$/.test(step))
  return steps.join('/').slice(-longest) || 'uden navn'
}
