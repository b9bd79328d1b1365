import type { Command } from 'commander'
import { defaultLimits, limitOptions, megabyte, type ReadLimits } from '../pipeline/read/limits.ts'
import { UsageError } from './usage-error.ts'

/** What one step of an option is, and what its help says. */
const described: Record<keyof ReadLimits, [unit: number, placeholder: string, help: string]> = {
  seconds: [1, 's', 'seconds for a file'],
  memoryBytes: [megabyte, 'MB', 'memory of each process that reads'],
  fileBytes: [megabyte, 'MB', 'size of a file'],
  textBytes: [megabyte, 'MB', 'size of a text file'],
  xmlBytes: [megabyte, 'MB', 'text and layout of a Word file'],
  pages: [1, 'n', 'pages of a PDF'],
  scannedPages: [1, 'n', 'pages of a file that are read from their images'],
  scanSeconds: [1, 's', 'seconds for each of these'],
  imagePixels: [1e6, 'n', 'million pixels of an image on a page'],
  unpackedBytes: [megabyte, 'MB', 'what comes out of a mail, ZIP or Word file'],
  unpackedRatio: [1, 'n', 'how many times its packed size that may be'],
  entries: [1, 'n', 'files in a mail or ZIP'],
  depth: [1, 'n', 'mails and ZIPs in each other'],
}
const limits = Object.keys(described) as (keyof ReadLimits)[]

/** Adds the options of the limits to a command, with their defaults. */
export function addLimitOptions(command: Command): Command {
  for (const limit of limits) {
    const [unit, placeholder, help] = described[limit]
    const option = limitOptions[limit]
    const read = (typed: string) => wholeNumber(option, typed) * unit
    command.option(`${option} <${placeholder}>`, `${help} (default: ${defaultLimits[limit] / unit})`, read)
  }
  return command
}

/** The limits that were typed, and the defaults of the others. `options` are those of the command. */
export function typedLimits(options: Record<string, unknown>): ReadLimits {
  const typed = limits.flatMap((limit) => {
    const value = options[optionKey(limitOptions[limit])]
    return typeof value === 'number' ? [[limit, value]] : []
  })
  return { ...defaultLimits, ...Object.fromEntries(typed) }
}

/** A whole number from 1. @throws UsageError when something else was typed */
export function wholeNumber(option: string, typed: string): number {
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed)
  throw new UsageError(`${option} ${typed}: not a whole number from 1`)
}

/** The name under which commander keeps an option: --max-file is `maxFile`. */
const optionKey = (option: string): string =>
  option.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
