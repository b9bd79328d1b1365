import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../data/load.ts'
import type { Export } from '../../schemas/export.ts'
import { exportLetters } from './export-letters.ts'

const setSchema = z.object({
  name: z.string(),
  letters: z.array(z.string()),
  annotations: z.string(),
  only: z.array(z.string()).optional(),
  heldOut: z.boolean().optional(),
  blind: z.object({ commitments: z.number(), times: z.number() }).optional(),
  learnt: z.object({ commitments: z.number(), times: z.number() }).optional(),
  headFloor: z.number().optional(),
  signersFloor: z.number().optional(),
})
/** A set of annotated letters: where the letters and the annotations lie, and which of them count. */
export type ScoreSet = z.infer<typeof setSchema>

/** The sets of `test/score/sets.json`. */
export const scoreSets: ScoreSet[] = z
  .object({ note: z.string(), sets: z.array(setSchema) })
  .parse(JSON.parse(readFileSync(join(packageRoot, 'test/score/sets.json'), 'utf8'))).sets

/** The sets that are learnt from: whole ones (the halves of one are in it), and none that is held out. */
export const teachingSets = scoreSets.filter(({ only, heldOut }) => !only && !heldOut)

/** What is found in the letters of a folder list, ingested into a database of their own; each list only once. */
const exports = new Map<string, Promise<Export>>()
function exportOnce(folders: string[]): Promise<Export> {
  const key = folders.join()
  const known = exports.get(key) ?? exportLetters(folders.map((f) => join(packageRoot, f)))
  exports.set(key, known)
  return known
}

/** Runs the scorer on a set: its printed table, or with `--json` its figures, and what was missed with `--verbose`. */
export async function scoreSet(
  set: ScoreSet,
  flags: string[],
): Promise<{ printed: string; said: string; letters: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-score-'))
  try {
    const annotations = join(packageRoot, set.annotations)
    const names = readdirSync(annotations).filter((n) => n.endsWith('.json'))
    const wanted = names.filter((n) => !set.only || set.only.includes(n.slice(0, -'.json'.length)))
    for (const name of wanted) copyFileSync(join(annotations, name), join(folder, name))
    const file = join(mkdtempSync(join(folder, 'export-')), 'export.json')
    writeFileSync(file, JSON.stringify(await exportOnce(set.letters)))
    const scorer = join(packageRoot, 'test/score/score.mjs')
    const run = spawnSync(process.execPath, [scorer, '--export', file, '--gold', folder, ...flags], {
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(run.stderr)
    return { printed: run.stdout, said: run.stderr, letters: wanted.length }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
