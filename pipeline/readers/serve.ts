import { serialize } from 'node:v8'
import { keepOriginal } from '../../store/archive/keep-original.ts'
import type { KeptOriginals } from '../../store/archive/originals.ts'
import { UnusableArchive } from '../../store/archive/unusable-archive.ts'
import { packPage } from '../../store/page-words.ts'
import { findLetters } from '../find-letters.ts'
import { megabyte, type Pace, type ReadLimits } from '../read/limits.ts'
import { type LetterFile, openLetterFiles } from '../read/read-file.ts'
import { UnreadableFile } from '../read/unreadable-file.ts'
import type { FileReading, Findings, FromReader, Knowledge, ReadJob, ToReader } from './messages.ts'
import { startWatch, type Watch } from './watch.ts'

let open: typeof openLetterFiles
let watch: Watch | undefined
let cores = 1
let answered: (knowledge: Knowledge) => void = () => {}

/** Reads files and finds the letters in them, as the process that started this one says, until that is gone. */
export function serve(opening = openLetterFiles): void {
  open = opening
  // Ctrl-C reaches all processes of a terminal: the parent decides what is still finished.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit())
  process.on('message', (message: ToReader) => {
    if ('job' in message) void run(message.job)
    else if ('cores' in message) cores = message.cores
    else answered(message.knowledge)
  })
}

const say = (message: FromReader): void => {
  // a parent that is gone is noticed by 'disconnect'
  process.send?.(message, () => {})
}

async function run(job: ReadJob): Promise<void> {
  if (!watch) {
    watch = await startWatch(job.limits)
    say({ begun: true })
  }
  const { seconds } = job.limits
  watch.begin(seconds)
  const pace: Pace = { step: watch.begin, scansAtOnce: () => scansAtOnce(job.limits) }
  let place: string[] = []
  try {
    let at = 0
    for await (const file of open(job.path, job.limits, pace, job.passwords)) {
      place = file.inner
      if (at++ >= job.passed) await readOne(file, job)
      watch.begin(seconds)
    }
  } catch (error) {
    if (error instanceof Unkept) return say({ unkept: error.message, unusable: error.unusable })
    say({ reading: { inner: place, refused: refusal(error) } })
  }
  watch.rest()
  say({ done: true, memory: process.memoryUsage.rss() })
}

/** What reading a page from its image takes in memory, at most, when it is of usual size. */
const scanBytes = 300 * megabyte

const scansAtOnce = ({ memoryBytes }: ReadLimits): number =>
  Math.min(cores, Math.floor(memoryBytes / scanBytes))

async function readOne(file: LetterFile, job: ReadJob): Promise<void> {
  const { inner } = file
  if ('refused' in file) return say({ reading: { inner, refused: refusal(file.refused) } })
  const { sha256, carries, originals } = file
  const asks = sha256 !== job.wanted
  const answer = new Promise<Knowledge>((resolve) => {
    answered = resolve
  })
  // while the parent thinks, no time is counted
  watch?.rest()
  const outer = originals[1]?.sha256 ?? null
  const more = carries || inner.length > 0
  // of a file that stands by itself the parent knows all there is
  if (asks || more) say({ found: { inner, sha256, outer }, more, asks })
  const knowledge = asks ? await answer : 'new'
  watch?.begin(job.limits.seconds)
  if (knowledge === 'new') return say({ reading: await read(file, job) })
  const kept = knowledge === 'unkept' ? keep(file, job) : null
  say({ reading: { inner, sha256, known: true, originals: kept } })
}

type ReadableFile = Exclude<LetterFile, { refused: UnreadableFile }>

/** The archive cannot take an original: nothing more can be recorded. */
class Unkept extends Error {
  unusable: boolean
  constructor(error: unknown) {
    super(error instanceof Error ? error.message : String(error))
    this.unusable = error instanceof UnusableArchive
  }
}

/**
 * Puts a file's originals into the archive: before it is recorded, so that a kill in between leaves an original without
 * a record, never a record without original.
 */
function keep({ originals }: ReadableFile, { archive }: ReadJob): KeptOriginals | null {
  if (archive === null) return null
  try {
    const [own, outer] = originals
    const kept = keepOriginal(archive, own)
    return outer ? [kept, keepOriginal(archive, outer)] : [kept]
  } catch (error) {
    throw new Unkept(error)
  }
}

async function read(file: ReadableFile, job: ReadJob): Promise<FileReading> {
  const { inner, sha256, carries } = file
  try {
    const { format, pages, notes } = await file.read()
    const found = findLetters({ format, pages, notes })
    if (found.letters.length === 0 && carries) return { inner, sha256, leftOut: notes }
    if (found.letters.length === 0) throw noLetter
    const findings: Findings = { format, pages: pages.map(packPage), ...found }
    return { inner, sha256, findings: serialize(findings), originals: keep(file, job) }
  } catch (error) {
    if (error instanceof Unkept) throw error
    return { inner, refused: refusal(error) }
  }
}

const noLetter = new UnreadableFile('no letter found in it', 'take out of the folder what is no letter')

/** An error that is no refusal is a fault of the program: said of the file that shows it, and the rest goes on. */
function refusal(error: unknown): { reason: string; advice: string } {
  if (error instanceof UnreadableFile) return { reason: error.reason, advice: error.advice }
  if (process.env.OPFOLG_DEBUG) console.error(error)
  const said = error instanceof Error ? error.message : String(error)
  return { reason: `the program failed on it (${said.slice(0, 200)})`, advice: 'save it in another format' }
}
