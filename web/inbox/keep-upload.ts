import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes an uploaded file into a folder of its own, so that no two files of the same name replace each other, and
 * nothing in a name leads out of the folder.
 * @param label what tells this upload from all others; its digits name the folder
 * @returns the file's path
 */
export function keepUpload(
  folder: string,
  label: string,
  { name, content }: { name: string; content: Uint8Array },
): string {
  const place = join(folder, label.replace(/[^0-9-]/g, ''))
  const path = join(place, safeFileName(name))
  if (dirname(path) !== place) throw new Error(`${name}: leads out of the folder`)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  writeFileSync(path, content, { flag: 'wx' })
  return path
}

const longestName = 120

/** The name of an uploaded file as it may stand in a folder of any system: no path, nothing hidden or reserved. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\ufffd<>:"|?*]/gu, '')
    .replace(/^[.\s~]+|[.\s]+$/g, '')
    .slice(-longestName)
  return clean === '' ? 'uden-navn' : clean
}
