/**
 * `npm run compare`: what the rules of today find in the sample letters that those of the baseline did not, and the
 * other way round. `-- --last`: against the last run instead. `-- --update`: makes today's findings the baseline.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../data/load.ts'
import type { ExportedCommitment, ExportedLetter } from '../../schemas/export.ts'
import { exportLetters, letterFolders } from './export-letters.ts'

const baselineFile = join(packageRoot, 'test/score/baseline.json')
const lastFile = join(packageRoot, 'out/compare/last.json')

/** What was found in each letter, one line a finding. */
type Findings = Record<string, string[]>

const letterName = ({ municipality, kind, date }: ExportedLetter): string =>
  [municipality?.name ?? '-', kind, date ?? '-'].join(' ')

function commitmentLines(commitment: ExportedCommitment): string[] {
  const { quote, kind, status, times, every } = commitment
  const short = quote.length > 90 ? `${quote.slice(0, 90)}…` : quote
  return [
    `commitment ${quote}`,
    `kind ${kind}: ${short}`,
    `status ${status}: ${short}`,
    ...times.map((time) => `time ${time.relation} ${time.start}/${time.end} "${time.quote}": ${short}`),
    ...(every ? [`every ${every}: ${short}`] : []),
  ]
}

function letterLines(letter: ExportedLetter): string[] {
  return [
    ...letter.caseNumbers.map((number) => `case number ${number}`),
    ...letter.signatories.map(
      ({ name, title, onBehalf }) => `signatory ${name}, ${title}${onBehalf ? ', on behalf' : ''}`,
    ),
    ...letter.refersTo.map(({ date }) => `refers to ${date}`),
    `recipient ${letter.recipient}`,
    `subject ${letter.subject}`,
    `contact ${Object.values(letter.contact ?? {}).join(', ')}`,
    `reply deadline ${letter.replyDeadline?.end ?? '-'}`,
    `data period ${letter.statusDataPeriod ?? '-'}`,
    ...(letter.acknowledges?.notedExpectation?.times ?? []).map(({ start, end }) => `noted ${start}/${end}`),
    ...letter.commitments.flatMap(commitmentLines),
  ]
}

function findings(letters: ExportedLetter[]): Findings {
  const found: Findings = {}
  for (const letter of letters) {
    const name = letterName(letter)
    found[name] = [...(found[name] ?? []), ...letterLines(letter)]
  }
  return found
}

/** The lines of `a` that are not in `b`, each counted as often as it stands. */
function without(a: string[], b: string[]): string[] {
  const left = [...b]
  return a.filter((line) => {
    const i = left.indexOf(line)
    if (i >= 0) left.splice(i, 1)
    return i < 0
  })
}

function printDifference(before: Findings, now: Findings): void {
  let gained = 0
  let lost = 0
  for (const name of [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()) {
    const plus = without(now[name] ?? [], before[name] ?? [])
    const minus = without(before[name] ?? [], now[name] ?? [])
    gained += plus.length
    lost += minus.length
    if (plus.length + minus.length === 0) continue
    console.log(`\n${name}${before[name] ? '' : ' (new letter)'}${now[name] ? '' : ' (letter lost)'}`)
    for (const line of minus) console.log(`  - ${line}`)
    for (const line of plus) console.log(`  + ${line}`)
  }
  console.log(`\n${gained} gained, ${lost} lost, in ${Object.keys(now).length} letters`)
}

const flags = new Set(process.argv.slice(2))
const now = findings((await exportLetters([...letterFolders, join(packageRoot, 'test/written')])).letters)
const against = flags.has('--last') ? lastFile : baselineFile
if (existsSync(against)) printDifference(JSON.parse(readFileSync(against, 'utf8')), now)
else console.log(`nothing to compare with: ${against} does not exist`)
mkdirSync(dirname(lastFile), { recursive: true })
const text = `${JSON.stringify(now, null, 1)}\n`
writeFileSync(lastFile, text)
if (flags.has('--update')) writeFileSync(baselineFile, text)
