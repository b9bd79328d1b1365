import { basename } from 'node:path'
import type { ReadLimits } from '../../../pipeline/read/limits.ts'
import { type LetterFile, openLetterFiles } from '../../../pipeline/read/read-file.ts'
import { serve } from '../../../pipeline/readers/serve.ts'

// A reader to which some files do, by their names, what broken files do.

const hang = (): never => {
  for (;;);
}
const kept: unknown[] = []

const deeds: Record<string, () => unknown> = {
  hang,
  'hang-waiting': () => new Promise(() => {}),
  'hang-opening': hang,
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  exit: () => process.exit(7),
  'throw-later': () => {
    setImmediate(() => {
      throw new TypeError('thrown later')
    })
    return new Promise(() => {})
  },
  throw: () => {
    throw new RangeError('thrown')
  },
  'fill-buffers': () => {
    for (;;) kept.push(Buffer.alloc(1e7, 1))
  },
  'keep-much': () => {
    kept.push(Buffer.alloc(3e8, 1))
  },
  'fill-heap': () => {
    for (;;) kept.push(Array.from({ length: 1e5 }, (_, n) => ({ n })))
  },
}

async function* open(path: string, limits?: ReadLimits): AsyncGenerator<LetterFile> {
  for await (const file of openLetterFiles(path, limits)) {
    const name = basename([path, ...file.inner].at(-1) ?? '').replace(/\..*/, '')
    const deed = deeds[name]
    if (name === 'hang-opening') hang()
    if (!deed || 'refused' in file) yield file
    else
      yield {
        ...file,
        read: async () => {
          await deed()
          return await file.read()
        },
      }
  }
}

serve(open)
