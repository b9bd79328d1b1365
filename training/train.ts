/**
 * `npm run train`: learns from all annotated letters which passages commit, and writes `data/commitments/learned.json`.
 * `-- --left-out`: leaves each set out in turn, and prints how well its passages are told by what the others teach.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../data/load.ts'
import { modelOf } from '../extractors/commitments/learned/model.ts'
import { teachingSets } from '../test/score/sets.ts'
import { annotatedPassages } from './examples.ts'
import { learn } from './learn.ts'
import { measure, measured, nothing } from './measure.ts'

const passages = (await Promise.all(teachingSets.map(annotatedPassages))).flat()
console.log(
  `${passages.length} passages, ${passages.filter(({ annotated }) => annotated).length} of them commit`,
)
if (process.argv.includes('--left-out')) {
  let all = nothing
  for (const { name } of teachingSets) {
    const model = modelOf(learn(passages.filter(({ set }) => set !== name)))
    const own = passages.filter(({ set }) => set === name)
    all = measure(model, own, all)
    console.log(measured(name, measure(model, own)))
  }
  console.log(measured('all, each left out', all))
} else {
  const model = learn(passages)
  const file = join(packageRoot, 'data/commitments/learned.json')
  writeFileSync(file, `${JSON.stringify(model, null, 1)}\n`)
  console.log(measured('on what it was learnt from', measure(modelOf(model), passages)))
}
