import { readMutated } from './read-mutated.ts'

/**
 * `npm run test:mutated`: reads a thousand broken PDFs and some hundreds of each other kind, and prints what became of
 * them. `npm run test:mutated -- pdf 1000 500` reads 500 PDFs by the seeds from 1000 on, with `--scans` also pages
 * without text from their images. Exit status 1 when one crashed.
 */
const [kind, first = '0', count = '1000'] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
const scans = process.argv.includes('--scans')
const runs: [string, number, number][] =
  kind === undefined
    ? [
        ['pdf', 0, 1000],
        ...['docx', 'zip', 'eml', 'msg', 'txt'].map((of): [string, number, number] => [of, 0, 300]),
      ]
    : [[kind, Number(first), Number(count)]]

for (const [of, from, number] of runs) {
  const { read, refused, milliseconds, slow, failed } = await readMutated(of, from, number, scans)
  process.stdout.write(
    `${of}: ${number} files in ${(milliseconds / 1000).toFixed(1)} s: ${read} read, ${refused} refused, ${failed.length} failed, ${slow.length} slow\n`,
  )
  for (const line of [...failed, ...slow.map((one) => `slow: ${one}`)]) process.stdout.write(`  ${line}\n`)
  if (failed.length > 0) process.exitCode = 1
}
// recognisers of text keep waiting for pages
process.exit()
