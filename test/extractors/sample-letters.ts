import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import { readLetterFile } from '../../pipeline/read/read-file.ts'
import type { ReadFile } from '../../schemas/page.ts'

const folders = ['data/letters', 'test/letters']
const paths = folders.flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|pdf)$/.test(name) && !/truth|scan/.test(name))
    .map((name) => [name, join(packageRoot, folder, name)] as const),
)

/** The names of all sample letters, real and written, as text, Markdown and PDF. */
export const sampleLetters = paths.map(([name]) => name).sort()

const read = new Map<string, Promise<ReadFile>>()

/** Reads a sample letter, once. */
export function readSample(name: string): Promise<ReadFile> {
  const path = new Map(paths).get(name)
  if (path === undefined) throw new Error(`no sample letter ${name}`)
  const known = read.get(name) ?? readLetterFile(path)
  read.set(name, known)
  return known
}
