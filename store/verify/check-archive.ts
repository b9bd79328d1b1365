import { createHash } from 'node:crypto'
import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { archiveFolder, placeOf, unfinishedFolder } from '../archive/archive-folder.ts'
import { all, query, type Store } from '../query.ts'
import type { Finding } from './finding.ts'

/**
 * Checks the archive against the database: each recorded file and each mail or ZIP it came in is there with the bytes
 * that its name tells, and nothing else is. An ingest may go on meanwhile.
 * @returns what was found, and how many originals are as they were
 */
export function checkArchive(store: Store): { findings: Finding[]; sound: number } {
  const folder = archiveFolder(store)
  if (folder === null) return { findings: [], sound: 0 }
  // listed first: what a running ingest adds afterwards is then not taken for unknown
  const lying = filesIn(folder, '')
  const recorded = recordedOriginals(store)
  const findings: Finding[] = []
  let sound = 0
  for (const { sha256, extension, name } of recorded) {
    const finding =
      extension === null ? notKept(name, sha256) : checkOriginal(folder, { sha256, extension }, name)
    if (finding) findings.push(finding)
    else sound++
  }
  const known = new Set(
    recorded.map(({ sha256, extension }) => placeOf({ sha256, extension: extension ?? '' })),
  )
  for (const path of lying) if (!known.has(path)) findings.push(strayFile(folder, path))
  return { findings, sound }
}

type Recorded = { sha256: string; extension: string | null; name: string }

/** Every file that should have an original, and the mails and ZIPs that some came in. */
function recordedOriginals(store: Store): Recorded[] {
  const files = query
    .selectFrom('file')
    .leftJoin('original', 'original.sha256', 'file.sha256')
    .select(['file.sha256', 'original.extension', 'file.path as name'])
    .orderBy('file.path')
    .orderBy('file.sha256')
  const others = query
    .selectFrom('original')
    .leftJoin('file', 'file.sha256', 'original.sha256')
    .leftJoin('file_inside', 'file_inside.outer_sha256', 'original.sha256')
    .leftJoin('file as inner', 'inner.sha256', 'file_inside.sha256')
    .select((eb) => ['original.sha256', 'original.extension', eb.fn.min('inner.path').as('inner')])
    .where('file.sha256', 'is', null)
    .groupBy('original.sha256')
    .orderBy('original.sha256')
  const outers = all(store, others).map(({ sha256, extension, inner }) => ({
    sha256,
    extension,
    name: `what ${inner} came in`,
  }))
  return [...all(store, files), ...outers]
}

const again = 'ingest the file again, or put it back from a backup'

const notKept = (name: string, sha256: string): Finding => ({
  code: 'original-missing',
  subject: name,
  message: `no original was kept of it (SHA-256 ${sha256}): it was recorded before there was an archive`,
  advice: 'ingest the file again',
})

function checkOriginal(
  folder: string,
  original: { sha256: string; extension: string },
  subject: string,
): Finding | null {
  const path = join(folder, placeOf(original))
  try {
    if (hashOf(path) === original.sha256) return null
    return {
      code: 'original-altered',
      subject,
      message: `${path} was altered: its content is no longer that of its name`,
      advice: `remove it, then ${again}`,
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT')
      return { code: 'original-missing', subject, message: `${path} is missing`, advice: again }
    return {
      code: 'original-unreadable',
      subject,
      message: `${path} cannot be read (${code})`,
      advice: 'check its permissions',
    }
  }
}

/** A file in the archive that no record leads to. */
function strayFile(folder: string, path: string): Finding {
  const subject = join(folder, path)
  if (path.startsWith(join(unfinishedFolder, '/')))
    return {
      code: 'unfinished-copy',
      subject,
      message: 'an ingest that was interrupted, or is still at work, left it',
      advice: 'nothing: an ingest clears it away after a day',
    }
  const [, folderName, sha256] = /^([0-9a-f]{2})[/\\]([0-9a-f]{64})\.[a-z]+$/.exec(path) ?? []
  const named = sha256?.startsWith(folderName as string)
  if (sha256 && named && isWhole(subject, sha256))
    return {
      code: 'original-without-record',
      subject,
      message:
        'an original of which nothing is recorded: an ingest was interrupted, or the database is an older one',
      advice: 'ingest the file again, or leave it',
    }
  return {
    code: 'unknown-file',
    subject,
    message: named ? 'nothing is recorded of it, and its content is not that of its name' : 'not an original',
    advice: 'find out who put it there, and take it out',
  }
}

function isWhole(path: string, sha256: string): boolean {
  try {
    return hashOf(path) === sha256
  } catch (error) {
    systemCode(error)
    return false
  }
}

/** The system's code of an error about a file. @throws the error itself when it is of another kind */
function systemCode(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}

const piece = 1 << 20

/** The SHA-256 of a file in hex, read piece by piece; that of what is no file (a pipe would be waited for) is none. */
function hashOf(path: string): string {
  if (!statSync(path).isFile()) return ''
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(piece)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** The paths of all that is no folder below a folder, in order; nothing when it does not exist. */
function filesIn(root: string, path: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true })
  } catch (error) {
    // it is missing, or cannot be looked into: the originals in it are named then
    systemCode(error)
    return []
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(root, join(path, entry.name)) : [join(path, entry.name)],
    )
}
