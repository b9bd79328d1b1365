import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

// What `tsc` built of the program and of its readers, each in few files: Node opens and resolves every module by itself,
// and there are hundreds. Packages stay where they are, but for those of many small modules.
const root = import.meta.dirname
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const ofManyModules = ['chrono-node', 'kysely', 'natural', 'zod']
const dist = join(root, 'dist')
rmSync(join(dist, 'chunks'), { recursive: true, force: true })
await build({
  entryPoints: [join(dist, 'cli/opfolg.js'), join(dist, 'pipeline/readers/reader-process.js')],
  outdir: dist,
  outbase: dist,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).filter((name) => !ofManyModules.includes(name)),
  logLevel: 'warning',
})
