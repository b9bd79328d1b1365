import type { Command } from 'commander'
import type { Case } from '../../schemas/case.ts'
import type { Store } from '../../store/query.ts'
import { withStore, withStoreForReading } from '../database-option.ts'
import { printJson, printLines, printTable } from '../output.ts'
import { todayOf } from '../today.ts'
import { UsageError } from '../usage-error.ts'

type Options = {
  today?: string
  json?: boolean
  with?: string
  alone?: boolean
  municipality?: string
  reason?: string
  by?: string
}

export function caseCommand(program: Command): void {
  program
    .command('case')
    .description("a municipality's letters about a matter in order of time, and what is open")
    .argument('<what>', "a municipality, a case's id, or a letter's id")
    .option('--today <day>', 'the day to reckon from (default: today)')
    .option('--with <letter>', 'a person decides: the letter belongs in the case of this other letter')
    .option('--alone', 'a person decides: the letter belongs in a case of its own')
    .option('--municipality <name>', 'of an orientation of several: in whose case it is moved')
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who decides')
    .option('--json', 'as JSON')
    .action(showCase)
}

export function casesCommand(program: Command): void {
  program
    .command('cases')
    .description('all cases: letters, what is missing, what each side waits for, what comes next')
    .option('--today <day>', 'the day to reckon from (default: today)')
    .option('--json', 'as JSON')
    .action(listCases)
}

async function showCase(what: string, options: Options, command: Command): Promise<void> {
  const today = todayOf(options.today)
  if (options.with !== undefined || options.alone) return move(what, options, today, command)
  const { findCases } = await import('../find-cases.ts')
  await withStoreForReading(command, async (store) => print(await findCases(store, what, today), options))
}

async function print(cases: Case[], { json }: Options): Promise<void> {
  if (json) return printJson(cases)
  const { caseLines } = await import('../show-case.ts')
  printLines(cases.flatMap((one, at) => [...(at > 0 ? ['', ''] : []), ...caseLines(one)]))
}

async function move(what: string, options: Options, today: string, command: Command): Promise<void> {
  const { with: target, alone, by, reason } = options
  if (target !== undefined && alone) throw new UsageError('case: say one of --with LETTER or --alone')
  if (!by?.trim()) throw new UsageError('case: say who decides with --by NAME')
  if (!reason?.trim()) throw new UsageError('case: say why with --reason TEXT')
  await withStore(command, async (store) => {
    const { placeLetter } = await import('../../store/case-placements.ts')
    const { letterOf } = await import('../find-cases.ts')
    const letter = await letterOf(store, what)
    const anchor = target === undefined ? null : await letterOf(store, target)
    if (letter === anchor) throw new UsageError(`${what}: a letter cannot be moved to itself`)
    const { kind, municipality } = await place(store, letter, anchor, options.municipality)
    const at = new Date().toISOString()
    const onlyThere = kind === 'committee-orientation'
    placeLetter(store, { letter, municipality, with: anchor }, { who: by, at, reason, onlyThere })
    const { caseOf } = await import('../../followup/case/read-cases.ts')
    const cases = caseOf(store, municipality, today)
    return print(
      cases.filter(({ steps }) => steps.some(({ letterId }) => letterId === letter)),
      options,
    )
  })
}

/** The kind of a letter that is moved, and the municipality whose case it comes into. */
async function place(store: Store, letter: string, anchor: string | null, typed: string | undefined) {
  const { readLetters } = await import('../../store/read-letters.ts')
  const { municipalityCode } = await import('../municipality.ts')
  const [moved] = readLetters(store, [letter])
  const [other] = anchor === null ? [] : readLetters(store, [anchor])
  if (!moved) throw new Error(`letter ${letter} vanished`)
  if ([moved, other].some((one) => one?.kind === 'plan'))
    throw new UsageError(`${letter}: a plan is no step of a case`)
  const named = typed === undefined ? undefined : municipalityCode(typed)
  const municipality = other?.municipality?.code ?? named ?? moved.municipality?.code
  if (!municipality)
    throw new UsageError(
      `${letter}: no municipality is known for it; name the case with --with or --municipality`,
    )
  return { kind: moved.kind, municipality }
}

async function listCases(options: Options, command: Command): Promise<void> {
  const today = todayOf(options.today)
  await withStoreForReading(command, async (store) => {
    const { readCases } = await import('../../followup/case/read-cases.ts')
    const found = readCases(store, today)
    if (options.json) return printJson(found)
    const rows = found.cases.map((one) => [
      one.id,
      one.municipality.name,
      String(one.steps.filter(({ letterId }) => letterId !== null).length),
      String(one.steps.filter(({ letterId }) => letterId === null).length),
      [
        ...one.ministryWaitsFor.map(({ code }) => code),
        ...one.municipalityWaitsFor.map(({ code }) => code),
      ].join(' ') || '-',
      one.next?.day ?? '-',
      one.title,
    ])
    printTable(['CASE', 'MUNICIPALITY', 'LETTERS', 'MISSING', 'OPEN', 'NEXT', 'TITLE'], rows)
    for (const { letterId, kind, date, file } of found.unplaced)
      printLines([
        `${letterId}  ${kind}  ${date ?? '-'}  in no case: its municipality is not known (${file})`,
      ])
  })
}
