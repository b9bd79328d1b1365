import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those it lies in, where they are not there. Node's own way to do so never comes back where a
 * folder cannot be made below one that is there, as in /proc.
 * @throws the system's error when it cannot be made
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let place = resolve(folder); !existsSync(place); place = dirname(place)) missing.unshift(place)
  for (const place of missing) {
    try {
      mkdirSync(place)
    } catch (error) {
      // another process made it in the meantime
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
