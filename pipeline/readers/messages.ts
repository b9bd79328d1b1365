import type { ExtractedLetter } from '../../schemas/letter.ts'
import type { FileFormat, Page } from '../../schemas/page.ts'
import type { ReadLimits } from '../read/limits.ts'

/** What a file holds: its pages and the letters found on them. `notes` are remarks for a person. */
export type Findings = { format: FileFormat; pages: Page[]; letters: ExtractedLetter[]; notes: string[] }

/**
 * What became of one file, or of one inside a mail or ZIP, to which `inner` leads. `findings` are packed (`v8`), so
 * that many may wait for their turn in little memory; they are null for a mail that is no letter but carries some.
 */
export type FileReading =
  | { inner: string[]; refused: Refusal }
  | { inner: string[]; sha256: string; known: true }
  | { inner: string[]; sha256: string; findings: Uint8Array | null }

/** Why a file is not read and what a person can do, each in a few words. */
export type Refusal = { reason: string; advice: string }

/**
 * A file for a reader process. `wanted` is the SHA-256 of content that is known to be new and need not be asked about;
 * the first `passed` files in it are passed over.
 */
export type ReadJob = { path: string; wanted: string | null; passed: number; limits: ReadLimits }

/**
 * What is said to a reader: a job, the answer whether the file that it found is to be read, or how many cores it may
 * use from now on.
 */
export type ToReader = { job: ReadJob } | { read: boolean } | { cores: number }

/**
 * What a reader says: that it begins with a job, that it found a file (and waits for the answer, unless `asks` is false), what became of one, and
 * that the job is done. `more`: other files may follow in the same mail or ZIP.
 */
export type FromReader =
  | { begun: true }
  | { found: { inner: string[]; sha256: string }; more: boolean; asks: boolean }
  | { reading: FileReading }
  | { done: true }
