import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { packageRoot } from '../../data/load.ts'
import { madeEml, madeMsg, madeZip } from '../pipeline/read/made-files.ts'
import { mutated } from './mutate.ts'
import { readWhole } from './read-whole.ts'

/** What became of many broken files; `slow` and `failed` name seeds, by which a file can be made again. */
export type MutatedRun = {
  read: number
  refused: number
  milliseconds: number
  /** Files that took longer than a minute. */
  slow: string[]
  failed: string[]
}

const letters = join(packageRoot, 'test/letters')
const file = (name: string): Uint8Array => readFileSync(join(letters, name))

/** A PDF whose streams are not packed, so that what is broken in it is not only their packing. */
function unpacked(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const parts: Buffer[] = []
  let done = 0
  for (const match of bytes
    .toString('latin1')
    .matchAll(/\/Filter\s*\/FlateDecode([\s\S]{0,200}?)stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = bytes.indexOf('endstream', start)
    if (match.index < done || match[1]?.includes('endobj') || match[1]?.includes('DecodeParms')) continue
    try {
      const stream = inflateSync(bytes.subarray(start, end))
      parts.push(
        bytes.subarray(done, match.index),
        Buffer.from(`${match[1]}stream\n`, 'latin1'),
        stream,
        Buffer.from('\n'),
      )
      done = end
    } catch {
      // packed otherwise: it stays as it is
    }
  }
  return Buffer.concat([...parts, bytes.subarray(done)])
}

const pdfNames = readdirSync(join(letters, 'pdf')).filter((name) => /^(?!scan-).*\.pdf$/.test(name))
const docxNames = readdirSync(join(letters, 'docx')).filter((name) => name.endsWith('.docx'))
const letter = () => file('vejen.txt')

/** Breaks one part of a Word file and packs it again, so that it is not only the packing that is broken. */
function brokenPart(docx: Uint8Array, seed: number): { bytes: Uint8Array; how: string } {
  const parts: Zippable = unzipSync(docx)
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  const name = names[seed % names.length] as string
  const { bytes, how } = mutated(parts[name] as Uint8Array, seed)
  return { bytes: zipSync({ ...parts, [name]: bytes }), how: `${name}: ${how}` }
}

type Maker = (seed: number) => { name: string; bytes: Uint8Array; how: string }
const from = (names: string[], seed: number): string => names[seed % names.length] as string
const broken = (name: string, bytes: Uint8Array, seed: number) => ({ name, ...mutated(bytes, seed) })

/** Makers of broken files, by what they were before. */
const makers: Record<string, Maker> = {
  pdf: (seed) => {
    const name = from(pdfNames, seed)
    const bytes = file(`pdf/${name}`)
    return broken(name, seed % 2 === 0 ? bytes : unpacked(bytes), seed)
  },
  docx: (seed) => {
    const name = from(docxNames, seed)
    const bytes = file(`docx/${name}`)
    return seed % 2 === 0 ? broken(name, bytes, seed) : { name, ...brokenPart(bytes, seed) }
  },
  zip: (seed) => broken('a.zip', madeZip({ 'a.txt': letter(), 'b/c.docx': file('docx/koege.docx') }), seed),
  eml: (seed) => {
    const attachments = [{ name: 'a.docx', content: file('docx/koege.docx') }]
    return broken(
      'a.eml',
      Buffer.from(madeEml({ body: Buffer.from(letter()).toString(), attachments })),
      seed,
    )
  },
  msg: (seed) => {
    const attachment = {
      name: '__attach_version1.0_#00000000',
      streams: [['__substg1.0_37010102', letter()] as [string, Uint8Array]],
    }
    const own: [string, string][] = [
      ['__substg1.0_1000001F', Buffer.from(letter()).toString()],
      ['__substg1.0_0037001F', 'Brev'],
    ]
    return broken('a.msg', madeMsg(own, [attachment]), seed)
  },
  txt: (seed) => broken('a.txt', letter(), seed),
}

const slowest = 60_000

/**
 * Reads broken files of one kind, made by the seeds from `first` on. An error that is no refusal, also one in a
 * promise that nobody listens to, is a failure.
 * @param scans whether pages without text are read from their images, which takes seconds
 */
export async function readMutated(
  kind: string,
  first: number,
  count: number,
  scans = false,
): Promise<MutatedRun> {
  const make = makers[kind]
  if (!make) throw new Error(`no such kind: ${kind}; there are ${Object.keys(makers).join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-mutated-'))
  const run: MutatedRun = { read: 0, refused: 0, milliseconds: 0, slow: [], failed: [] }
  let current = ''
  const onLoose = (error: unknown) => run.failed.push(`${current}: not listened to: ${error}`)
  process.on('uncaughtException', onLoose)
  const start = performance.now()
  try {
    for (let seed = first; seed < first + count; seed++) {
      const { name, bytes, how } = make(seed)
      current = `${kind} ${seed} (${name}: ${how})`
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const began = performance.now()
      try {
        const readings = await readWhole(path, scans ? {} : { scannedPages: 0 })
        const empty = readings.some((one) => 'refused' in one && !(one.refused.reason && one.refused.advice))
        if (empty) run.failed.push(`${current}: refused without a reason or advice`)
        if (readings.some((one) => 'letters' in one)) run.read++
        else run.refused++
      } catch (error) {
        run.failed.push(`${current}: ${error instanceof Error ? error.stack : error}`)
      }
      if (performance.now() - began > slowest) run.slow.push(current)
    }
    // what a forgotten promise throws comes a turn later
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off('uncaughtException', onLoose)
    rmSync(folder, { recursive: true })
  }
  return { ...run, milliseconds: Math.round(performance.now() - start) }
}
