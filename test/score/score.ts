/**
 * `npm run score`: the scorer's figures for every set of annotated letters. `-- NAME`: only the sets whose name
 * contains the words. `-- --verbose`: also what was missed.
 */
import { scoreSet, scoreSets } from './sets.ts'

const [flags, words] = [
  process.argv.slice(2).filter((a) => a.startsWith('--')),
  process.argv.slice(2).filter((a) => !a.startsWith('--')),
]
for (const set of scoreSets.filter(({ name }) => words.every((word) => name.includes(word)))) {
  const { printed, said, letters } = await scoreSet(set, flags)
  const blind = set.blind
    ? `; measured blind: commitments F1 ${set.blind.commitments}, times F1 ${set.blind.times}`
    : ''
  console.log(
    `\n${set.name}: ${letters} annotations in ${set.annotations}, letters in ${set.letters.join(', ')}${blind}`,
  )
  if (said) console.log(said.trimEnd())
  console.log(printed.trimEnd())
}
