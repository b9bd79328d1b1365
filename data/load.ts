import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

/** The package's root folder, the same whether the source or the build in `dist/` is running. */
export const packageRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
})()

/**
 * Reads a file of language facts from `data/` and validates it.
 * @throws when the file is missing or does not have the form that `schema` says, naming file and place
 */
export function loadData<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  const path = join(packageRoot, 'data', file)
  // each schema is used once: zod need not compile it first
  const result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')), { jitless: true })
  if (result.success) return result.data
  const first = result.error.issues[0]
  throw new Error(`data/${file}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'invalid'}`)
}
