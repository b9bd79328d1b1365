import type { Command } from 'commander'
import type { PlacesOf } from '../../schemas/source-position.ts'
import type { StoredCommitment, StoredLetter } from '../../schemas/stored-letter.ts'
import type { ListFilter } from '../../store/list.ts'
import { withStoreForReading } from '../database-option.ts'
import { printJson, printTable } from '../output.ts'
import { parseDay } from '../parse-day.ts'
import { UsageError } from '../usage-error.ts'

type Options = {
  municipality?: string
  kind?: string[]
  status?: string[]
  review?: string[]
  dueBefore?: string
  dueAfter?: string
  json?: boolean
}

const collect = (value: string, before: string[] = []): string[] => [...before, ...value.split(',')]

export function listCommand(program: Command): void {
  program
    .command('list')
    .description('letters, commitments or deadlines as a table')
    .argument('<what>', 'letters, commitments or deadlines')
    .option('--municipality <name>', 'name or code')
    .option('--kind <kind>', 'kind of letter or of commitment; several with commas', collect)
    .option('--status <status>', 'done, ongoing or planned; several with commas', collect)
    .option('--review <state>', 'proposed, confirmed, edited or rejected; several with commas', collect)
    .option('--due-before <day>', 'due before this day (2019-01-01)')
    .option('--due-after <day>', 'due after this day')
    .option('--json', 'as JSON')
    .action(list)
}

async function list(what: string, options: Options, command: Command): Promise<void> {
  const lists = { letters: listLetters, commitments: listCommitments, deadlines: listDeadlines }
  if (!Object.hasOwn(lists, what))
    throw new UsageError(`list ${what}: not known; list letters, commitments or deadlines`)
  const filter = await readFilter(options)
  await withStoreForReading(command, async (store) => {
    const { findCommitmentIds, findLetterIds } = await import('../../store/list.ts')
    const { readLetters } = await import('../../store/read-letters.ts')
    const letters = readLetters(store, findLetterIds(store, filter))
    const wanted = new Set(findCommitmentIds(store, filter))
    const rows = letters.flatMap((letter) =>
      letter.commitments
        .filter((commitment) => wanted.has(commitment.id))
        .map((commitment) => ({ letter, commitment })),
    )
    const { placesOfLetters } = await import('../../store/read-places.ts')
    const places = placesOfLetters(store)
    await lists[what as keyof typeof lists]({ letters, rows, places, filter, json: options.json === true })
  })
}

async function readFilter(options: Options): Promise<ListFilter> {
  const { commitmentKinds, commitmentStatuses, reviewStates } = await import('../../schemas/commitment.ts')
  const { letterKinds } = await import('../../schemas/letter.ts')
  const oneOf = <T extends string>(option: string, given: string[] | undefined, known: readonly T[]): T[] =>
    (given ?? []).map((value) => {
      const found = known.find((one) => one === value)
      if (found === undefined)
        throw new UsageError(`--${option} ${value}: not known; one of ${known.join(', ')}`)
      return found
    })
  oneOf('kind', options.kind, [...letterKinds, ...commitmentKinds])
  const ofLetters = letterKinds.filter((kind) => options.kind?.includes(kind))
  const ofCommitments = commitmentKinds.filter((kind) => options.kind?.includes(kind))
  const { municipalityCode } = await import('../municipality.ts')
  return {
    ...(options.municipality && { municipalityCode: municipalityCode(options.municipality) }),
    ...(ofLetters.length > 0 && { letterKinds: ofLetters }),
    ...(ofCommitments.length > 0 && { commitmentKinds: ofCommitments }),
    ...(options.status && { statuses: oneOf('status', options.status, commitmentStatuses) }),
    ...(options.review && { reviews: oneOf('review', options.review, reviewStates) }),
    ...(options.dueBefore && { dueBefore: parseDay('due-before', options.dueBefore) }),
    ...(options.dueAfter && { dueAfter: parseDay('due-after', options.dueAfter) }),
  }
}

type Row = { letter: StoredLetter; commitment: StoredCommitment }
type PlacesOfLetter = (letter: string) => PlacesOf
type Listed = {
  letters: StoredLetter[]
  rows: Row[]
  places: PlacesOfLetter
  filter: ListFilter
  json: boolean
}

async function listLetters({ letters, places, json }: Listed): Promise<void> {
  const { exportLetter } = await import('../../schemas/export.ts')
  if (json) return printJson(letters.map((letter) => exportLetter(letter, places(letter.id))))
  const rows = letters.map((letter) => [
    letter.id,
    letter.date ?? '-',
    letter.kind,
    letter.municipality?.name ?? '-',
    String(letter.commitments.length),
    String(letter.issues.length),
    letter.subject ?? '-',
  ])
  printTable(['ID', 'DATE', 'KIND', 'MUNICIPALITY', 'COMMITMENTS', 'ISSUES', 'SUBJECT'], rows)
}

async function listCommitments({ rows, places, json }: Listed): Promise<void> {
  if (json) return printJson(await Promise.all(rows.map((row) => withLetter(row, places))))
  const { dueDays } = await import('../../schemas/due-day.ts')
  const { isUnsure } = await import('../../schemas/export.ts')
  const lines = rows.map(({ letter, commitment }) => [
    commitment.id,
    letter.municipality?.name ?? '-',
    letter.date ?? '-',
    commitment.kind,
    commitment.status,
    dueDays(commitment, letter.date).join(' ') || '-',
    commitment.every ?? '-',
    [
      commitment.review,
      ...(commitment.withdrawn ? ['(withdrawn)'] : []),
      ...(isUnsure(commitment, letter.issues) ? ['(read unsurely)'] : []),
    ].join(' '),
    commitment.quote,
  ])
  printTable(['ID', 'MUNICIPALITY', 'LETTER', 'KIND', 'STATUS', 'DUE', 'EVERY', 'REVIEW', 'QUOTE'], lines)
}

/** What falls due, by day. Commitments that were done at the letter's date, or that a person rejected, are left out. */
async function listDeadlines({ rows, places, filter, json }: Listed): Promise<void> {
  const { deadlines: deadlinesOf, dueDay } = await import('../../schemas/due-day.ts')
  const { isWithin } = await import('../../store/list.ts')
  const deadlines = rows
    .filter(({ commitment }) => filter.statuses || commitment.status !== 'done')
    .filter(({ commitment }) => filter.reviews || commitment.review !== 'rejected')
    .flatMap((row) =>
      deadlinesOf(row.commitment, row.letter.date).map((time) => ({ ...row, time, due: dueDay(time) })),
    )
    .filter(({ due }) => isWithin(due, filter))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  if (json) {
    const records = deadlines.map(async (row) => {
      const { quote, relation, start, end, grain } = row.time
      return {
        due: row.due,
        time: { quote, relation, start, end, grain },
        ...(await withLetter(row, places)),
      }
    })
    return printJson(await Promise.all(records))
  }
  const lines = deadlines.map(({ due, letter, commitment, time }) => [
    due,
    letter.municipality?.name ?? '-',
    commitment.id,
    commitment.kind,
    commitment.status,
    time.relation,
    time.quote,
    commitment.quote,
  ])
  printTable(['DUE', 'MUNICIPALITY', 'COMMITMENT', 'KIND', 'STATUS', 'RELATION', 'WORDS', 'QUOTE'], lines)
}

/** A commitment as in the export, with the letter it stands in. */
async function withLetter({ letter, commitment }: Row, places: PlacesOfLetter) {
  const { exportCommitment } = await import('../../schemas/export.ts')
  const { id, kind, municipality, date } = letter
  return { letter: { id, kind, municipality, date }, ...exportCommitment(commitment, letter, places(id)) }
}
