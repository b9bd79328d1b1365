import { basename } from 'node:path'
import type { ExtractedLetter } from '../../schemas/letter.ts'
import type { Store } from '../../store/query.ts'
import { keepUpload } from './keep-upload.ts'

/** How far one file is. `reading`: it is being read now. `failed`: the program failed on it; the log says why. */
export type FileState =
  | 'waiting'
  | 'reading'
  | 'stored'
  | 'known'
  | 'replaced'
  | 'extracted-again'
  | 'unreadable'
  | 'failed'

/** A letter that was found in a file. */
export type FoundLetter = {
  id: string
  kind: ExtractedLetter['facts']['kind']['value']
  municipality: { name: string } | null
  date: string | null
  commitments: number
}

/** One file that was handed in. What lies in a mail or ZIP is files of its own. */
export type InboxFile = {
  name: string
  bytes: number
  state: FileState
  letters: FoundLetter[]
  /** Remarks of the reader, in English as they are recorded. */
  notes: string[]
  /** Why it could not be read and what to do, in English. */
  trouble: { reason: string; advice: string } | null
}

/** Files that were handed in together. */
export type Batch = { id: number; at: string; from: string; files: InboxFile[] }

/** The files that this server took in since it was started; what they gave lies in the database. */
export type Inbox = {
  batches: () => Batch[]
  /** Whether any file is waiting or being read. */
  isBusy: () => boolean
  /** Another number after each change of what the other two tell. */
  version: () => number
  /**
   * Takes files in; they are read batch after batch.
   * @param mayDrop whether they are found again by themselves, so that a stop need not wait for them
   * @returns at once, before they are read
   */
  add: (files: Incoming[], from: string, mayDrop?: boolean) => Batch
  /** Settles when everything handed in so far is read. */
  done: () => Promise<void>
  /** The same, but what may be dropped is not waited for. */
  stop: () => Promise<void>
}

/** A file as it was handed in: its content, or where it already lies. */
export type Incoming = { name: string } & ({ content: Uint8Array } | { path: string; bytes: number })

export type InboxOptions = {
  store: Store
  /** The folder in which uploaded files are kept. */
  folder: string
  now: () => string
  log: (line: string) => void
}

/** A file with the place where it is read. */
type Placed = { file: InboxFile; path: string }

const batchesShown = 20

const isOpen = ({ state }: InboxFile): boolean => state === 'waiting' || state === 'reading'

/** An inbox that reads files in the background, one batch after the other, and records them. */
export function openInbox({ store, folder, now, log }: InboxOptions): Inbox {
  let batches: Batch[] = []
  let work: Promise<void> = Promise.resolve()
  let number = 0
  let version = 0
  const stopping = new AbortController()

  function failed(file: InboxFile, error: unknown): void {
    file.state = 'failed'
    version++
    log(`inbox: ${JSON.stringify(file.name)}: ${error instanceof Error ? error.stack : error}`)
  }

  async function read(batch: Batch, files: Incoming[], signal: AbortSignal | null): Promise<void> {
    const placed: Placed[] = []
    for (const [index, incoming] of files.entries()) {
      const file = batch.files[index]
      if (!file) continue
      try {
        const label = `${batch.at}-${batch.id}-${index + 1}`
        const path = 'path' in incoming ? incoming.path : keepUpload(folder, label, incoming)
        placed.push({ file, path })
      } catch (error) {
        failed(file, error)
      }
    }
    for (let rest = placed; rest.length > 0 && !signal?.aborted; )
      rest = await readOn(batch, rest, signal).catch((error: Error) => {
        // all files were recorded by then, or none can be
        for (const { file } of rest) if (isOpen(file)) file.state = 'failed'
        version++
        log(`inbox: ${error.stack}`)
        return []
      })
  }

  /** Reads files. @returns those after one on which the program failed */
  async function readOn(batch: Batch, placed: Placed[], signal: AbortSignal | null): Promise<Placed[]> {
    const { ingestFiles } = await import('../../pipeline/run.ts')
    let at = 0
    let inner: InboxFile[] = []
    const begin = () => {
      const next = placed[at]
      if (next) next.file.state = 'reading'
      inner = []
      version++
    }
    begin()
    const onFile = (outcome: Outcome) => {
      const now = placed[at]
      if (now) inner.push(told(now.path, now.file, outcome))
    }
    const onDone = () => {
      const [first, ...others] = inner
      const file = placed[at]?.file
      if (file) Object.assign(file, first ?? { state: 'known' })
      batch.files.push(...others)
      at++
      begin()
    }
    try {
      const paths = placed.map(({ path }) => path)
      await ingestFiles(store, paths, { at: now(), onFile, onDone, ...(signal && { signal }) })
      return []
    } catch (error) {
      const file = placed[at]?.file
      if (!file) throw error
      failed(file, error)
      return placed.slice(at + 1)
    }
  }

  return {
    batches: () => batches,
    isBusy: () => batches.some(({ files }) => files.some(isOpen)),
    version: () => version,
    add(files, from, mayDrop = false) {
      number++
      version++
      const waiting = files.map(
        (file): InboxFile => ({
          name: file.name,
          bytes: 'content' in file ? file.content.length : file.bytes,
          state: 'waiting',
          letters: [],
          notes: [],
          trouble: null,
        }),
      )
      const batch: Batch = { id: number, at: now(), from, files: waiting }
      batches = [batch, ...batches].filter((one, at) => at < batchesShown || one.files.some(isOpen))
      work = work.then(() => read(batch, files, mayDrop ? stopping.signal : null))
      return batch
    },
    done: () => work,
    stop: () => {
      stopping.abort()
      return work
    },
  }
}

type Outcome = Parameters<Parameters<typeof import('../../pipeline/run.ts')['ingestFiles']>[2]['onFile']>[0]

/** What became of a file, or of one in it, as the page tells it. */
function told(path: string, file: InboxFile, outcome: Outcome): InboxFile {
  const inside = outcome.path.slice(path.length + 1)
  const name = inside === '' ? file.name : `${basename(file.name)}/${inside}`
  const common = { name, bytes: file.bytes, letters: [], notes: [], trouble: null }
  if (outcome.outcome === 'unreadable') {
    const { reason, advice } = outcome
    return { ...common, state: 'unreadable', trouble: { reason, advice } }
  }
  const letters = outcome.letters.map(
    (letter, index): FoundLetter => ({
      id: outcome.ids[index] ?? '',
      kind: letter.facts.kind.value,
      municipality: letter.facts.municipality?.value ?? null,
      date: letter.facts.date?.value ?? null,
      commitments: letter.commitments.length,
    }),
  )
  return { ...common, state: outcome.outcome, letters, notes: outcome.notes }
}
