import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../data/load.ts'

/** Which rooms the files of a room may import from, besides their own. */
const mayImport: Record<string, string[]> = {
  schemas: [],
  data: ['schemas'],
  extractors: ['schemas', 'data'],
  store: ['schemas'],
  pipeline: ['schemas', 'data', 'extractors', 'store'],
  followup: ['schemas', 'data', 'store'],
  cli: ['schemas', 'data', 'extractors', 'store', 'pipeline', 'followup', 'web'],
  web: ['schemas', 'data', 'extractors', 'store', 'pipeline', 'followup'],
  // it learns from the annotated letters of the tests
  training: ['schemas', 'data', 'extractors', 'pipeline', 'test'],
}

const rooms = Object.keys(mayImport).filter((room) => existsSync(join(packageRoot, room)))
const sources = rooms.flatMap((room) =>
  readdirSync(join(packageRoot, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name)),
)

/** The modules that a file names in imports, exports and lazy imports. */
function imported(file: string): string[] {
  const text = readFileSync(join(packageRoot, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

const roomOf = (file: string): string => file.split('/')[0] ?? ''

test('there are files to look at', () => {
  expect(sources.length).toBeGreaterThan(50)
})

test('imports point one way', () => {
  const wrong = sources.flatMap((file) =>
    imported(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(packageRoot, join(packageRoot, dirname(file), name)))
      .filter((target) => ![roomOf(file), ...(mayImport[roomOf(file)] ?? [])].includes(roomOf(target)))
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test('extractors touch no file, clock or database', () => {
  const wrong = sources
    .filter((file) => roomOf(file) === 'extractors')
    .filter((file) => {
      const outside = imported(file).some((name) => name.startsWith('node:') || name === 'better-sqlite3')
      const text = readFileSync(join(packageRoot, file), 'utf8')
      return outside || /\bnew Date\(\)|\bDate\.now\(|\bprocess\./.test(text)
    })
  expect(wrong).toEqual([])
})

test('only the store speaks SQL', () => {
  const wrong = sources
    .filter((file) => roomOf(file) !== 'store')
    .filter((file) => imported(file).some((name) => name === 'better-sqlite3' || name === 'kysely'))
  expect(wrong).toEqual([])
})

test("natural's main entry, which loads database drivers and prints, is not imported", () => {
  expect(sources.filter((file) => imported(file).includes('natural'))).toEqual([])
})

test('the help loads no package but commander', () => {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(packageRoot, file), 'utf8')
    // Imports of types vanish in the build; lazy imports run with their command.
    for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )[^']*? from '([^']+)'/gm)) {
      if (name.startsWith('.')) visit(join(dirname(file), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  visit('cli/opfolg.ts')
  expect(seen.size).toBeGreaterThan(8)
  expect([...packages]).toEqual(['commander'])
})
