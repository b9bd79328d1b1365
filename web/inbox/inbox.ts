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
  municipality: string | null
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
  /** Takes files in; they are read one after the other. @returns at once, before they are read */
  add: (files: Incoming[], from: string) => Batch
  /** Settles when everything handed in so far is read. */
  done: () => Promise<void>
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

const batchesShown = 20

/** An inbox that reads files in the background, one batch after the other, and records them. */
export function openInbox({ store, folder, now, log }: InboxOptions): Inbox {
  const batches: Batch[] = []
  let work: Promise<void> = Promise.resolve()
  let number = 0

  async function read(batch: Batch, files: Incoming[]): Promise<void> {
    const { ingestFiles } = await import('../../pipeline/run.ts')
    for (const [index, incoming] of files.entries()) {
      const file = batch.files[index]
      if (!file) continue
      file.state = 'reading'
      try {
        const path =
          'path' in incoming
            ? incoming.path
            : keepUpload(folder, `${batch.at}-${batch.id}-${index + 1}`, incoming)
        const inner: InboxFile[] = []
        await ingestFiles(store, [path], {
          at: now(),
          onFile: (outcome) => inner.push(told(path, file, outcome)),
        })
        const [first, ...others] = inner
        if (first) Object.assign(file, first)
        else file.state = 'known'
        batch.files.push(...others)
      } catch (error) {
        file.state = 'failed'
        log(`inbox: ${JSON.stringify(file.name)}: ${error instanceof Error ? error.stack : error}`)
      }
    }
  }

  return {
    batches: () => batches,
    isBusy: () =>
      batches.some(({ files }) => files.some(({ state }) => state === 'waiting' || state === 'reading')),
    add(files, from) {
      number++
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
      batches.unshift(batch)
      batches.length = Math.min(batches.length, batchesShown)
      work = work.then(() => read(batch, files))
      return batch
    },
    done: () => work,
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
      municipality: letter.facts.municipality?.value.name ?? null,
      date: letter.facts.date?.value ?? null,
      commitments: letter.commitments.length,
    }),
  )
  return { ...common, state: outcome.outcome, letters, notes: outcome.notes }
}
