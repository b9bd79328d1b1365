import type { ExtractedLetter } from '../../schemas/letter.ts'
import type { FileFormat } from '../../schemas/page.ts'
import type { KeptOriginals } from '../../store/archive/originals.ts'
import type { PackedPage } from '../../store/page-words.ts'
import type { ReadLimits } from '../read/limits.ts'

/** What a file holds: its pages and the letters found on them. `notes` are remarks for a person. */
export type Findings = {
  format: FileFormat
  pages: PackedPage[]
  letters: ExtractedLetter[]
  notes: string[]
}

/**
 * What became of one file, or of one inside a mail or ZIP, to which `inner` leads. `findings` are packed (`v8`), so
 * that many may wait for their turn in little memory. `leftOut`: a mail that is no letter but carries some, with remarks
 * on what of it was left out.
 * `originals`: what was put into the archive of it; null where nothing was.
 */
export type FileReading =
  | { inner: string[]; refused: Refusal }
  | { inner: string[]; sha256: string; known: true; originals: KeptOriginals | null }
  | { inner: string[]; sha256: string; findings: Uint8Array; originals: KeptOriginals | null }
  | { inner: string[]; sha256: string; leftOut: string[] }

/** What is known of content: nothing (`new`), all (`known`), or all but its original, which is to be kept (`unkept`). */
export type Knowledge = 'new' | 'known' | 'unkept'

/** Why a file is not read and what a person can do, each in a few words. */
export type Refusal = { reason: string; advice: string }

/**
 * A file for a reader process. `wanted` is the SHA-256 of content that is known to be new and need not be asked about;
 * the first `passed` files in it are passed over. `archive`: the folder where originals are kept.
 */
export type ReadJob = {
  path: string
  wanted: string | null
  passed: number
  limits: ReadLimits
  passwords: string[]
  archive: string | null
}

/**
 * What is said to a reader: a job, the answer whether the file that it found is to be read, or how many cores it may
 * use from now on.
 */
export type ToReader = { job: ReadJob } | { knowledge: Knowledge } | { cores: number }

/** A file that a reader found; `outer` is the SHA-256 of the mail or ZIP on the disk that it lies in. */
export type FoundFile = { inner: string[]; sha256: string; outer: string | null }

/**
 * What a reader says: that it is there, that it found a file (and waits for the answer, unless `asks` is false), what
 * became of one, that the job is done and how much memory it takes now, in bytes, or that originals cannot be kept. `more`: other files may follow in the same mail
 * or ZIP. `unusable`: the archive folder, and not only its room, is at fault.
 */
export type FromReader =
  | { begun: true }
  | { found: FoundFile; more: boolean; asks: boolean }
  | { unkept: string; unusable: boolean }
  | { reading: FileReading }
  | { done: true; memory: number }
