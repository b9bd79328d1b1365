/**
 * The texts that stand in a TypeScript source, in the order they stand there: string and template literals, each value put
 * into a template as `*`. Comments and regular expressions are passed over.
 */
export function textLiterals(source: string): string[] {
  const found: string[] = []
  let at = 0

  const passString = (quote: string): string => {
    let text = ''
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (source[at] === '\\') at++
      text += source[at]
    }
    at++
    return text
  }
  const passTemplate = (): string => {
    let text = ''
    for (at++; at < source.length && source[at] !== '`'; ) {
      if (source[at] === '\\') {
        text += source[at + 1]
        at += 2
      } else if (source.startsWith('${', at)) {
        at += 2
        text += '*'
        passCode('}')
      } else text += source[at++]
    }
    at++
    return text
  }
  const passRegex = (): void => {
    let inClass = false
    for (at++; at < source.length && (inClass || source[at] !== '/'); at++) {
      if (source[at] === '\\') at++
      else if (source[at] === '[') inClass = true
      else if (source[at] === ']') inClass = false
    }
    at++
  }
  /** Whether a slash begins a regular expression: nothing that could be divided stands before it. */
  const mayBeRegex = (): boolean =>
    /(?:^|[(,=:[!&|?{};+>]|\breturn)\s*$/.test(source.slice(Math.max(0, at - 40), at))

  function passCode(end: string | null): void {
    for (let depth = 0; at < source.length; ) {
      const sign = source[at] as string
      if (source.startsWith('//', at))
        at = (source.indexOf('\n', at) + source.length + 1) % (source.length + 1) || source.length
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2
      else if (sign === "'" || sign === '"') found.push(passString(sign))
      else if (sign === '`') found.push(passTemplate())
      else if (sign === '/' && mayBeRegex()) passRegex()
      else {
        if (sign === '{') depth++
        if (sign === '}' && depth-- === 0 && end === '}') {
          at++
          return
        }
        at++
      }
    }
  }
  passCode(null)
  return found
}
