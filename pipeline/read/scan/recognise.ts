import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Worker as Thread } from 'node:worker_threads'
import { UnreadableFile } from '../unreadable-file.ts'
import { type GreyImage, toPgm } from './grey-image.ts'
import type { FoundBlock } from './page-words.ts'
import { UnreadPage } from './unread-page.ts'

type Tesseract = typeof import('tesseract.js')
type Recogniser = Awaited<ReturnType<Tesseract['createWorker']>>

const language = 'dan'
/** Starting takes half a second; it is waited for so long on a busy machine. */
const startSeconds = 60

/** Recognisers that have nothing to do. They are kept for the next page, and do not keep the program running. */
const idle: Recogniser[] = []

/** No type is smaller, in pixels. */
const leastPixels = 8
/** The resolutions that Tesseract takes; it grumbles on the terminal about others. */
const [coarsest, finest] = [70, 2400]

/**
 * Reads the text in an image with Tesseract and its Danish data, in a thread of its own; several may be read at once.
 * Nothing is fetched over the network.
 * @throws UnreadableFile when the recogniser does not start or the Danish data are missing
 * @throws UnreadPage when it fails, or takes longer than `seconds`
 */
export async function recognise(image: GreyImage, seconds: number): Promise<FoundBlock[]> {
  if (Math.min(image.width, image.height) < leastPixels) return []
  const recogniser = idle.pop() ?? (await start())
  const thread = threadOf(recogniser)
  thread.ref()
  try {
    // typed for the browser: in Node a file's bytes are a Buffer
    const file = Buffer.from(toPgm(image))
    const options = {
      user_defined_dpi: String(Math.round(Math.min(Math.max(image.dpi, coarsest), finest))),
    } as object
    const reading = recogniser.recognize(file, options, { text: false, blocks: true })
    const { data } = await orFailed(reading, thread, seconds)
    thread.unref()
    idle.push(recogniser)
    return data.blocks ?? []
  } catch (error) {
    await thread.terminate()
    throw error
  }
}

/** Ends the threads that wait for pages. */
export async function closeRecognisers(): Promise<void> {
  await Promise.all(idle.splice(0).map((recogniser) => threadOf(recogniser).terminate()))
}

async function start(): Promise<Recogniser> {
  const langPath = danishData()
  const { createWorker } = (await import('tesseract.js')).default
  // when the data cannot be loaded the promise of a worker never settles: only this handler is told
  let fail: (reason: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = (reason) => reject(new UnreadableFile(`the recogniser of text failed: ${reason}`, 'try again'))
  })
  failed.catch(() => {})
  const options = {
    langPath,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: (reason: unknown) => fail(reason),
  }
  const timer = setTimeout(() => fail('it does not start'), startSeconds * 1000)
  try {
    const lstmOnly = 1
    const recogniser = await Promise.race([createWorker(language, lstmOnly, options), failed])
    // it would grumble on the terminal about images that are small or empty
    await recogniser.setParameters({ debug_file: '/dev/null' } as object)
    // an error that nobody listens to would end the program; whoever waits for a page is told by `orFailed`
    threadOf(recogniser).on('error', () => {})
    return recogniser
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Where the Danish data of npm lie: read with English ones no æ, ø or å would survive.
 * @throws UnreadableFile when they are not installed
 */
function danishData(): string {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/dan/package.json'))
    const data = join(folder, '4.0.0_best_int')
    if (existsSync(join(data, `${language}.traineddata.gz`))) return data
  } catch {
    // not installed: the same as files that are missing
  }
  throw new UnreadableFile(
    'a scanned page, and the Danish data of the recogniser are not installed',
    'install the package @tesseract.js-data/dan',
  )
}

/** A job's result. @throws UnreadPage when it fails, its thread dies or it takes too long */
async function orFailed<T>(job: Promise<T>, thread: Thread, seconds: number): Promise<T> {
  let stop = () => {}
  const failed = new Promise<never>((_, reject) => {
    const dies = (cause: unknown) => reject(new UnreadPage('failed', { cause }))
    const timer = setTimeout(() => reject(new UnreadPage('time')), seconds * 1000)
    job.catch(dies)
    thread.once('error', dies).once('exit', dies)
    stop = () => {
      clearTimeout(timer)
      thread.off('error', dies).off('exit', dies)
    }
  })
  try {
    return await Promise.race([job, failed])
  } finally {
    stop()
  }
}

/** The thread behind a recogniser, which tesseract.js hands out untyped. */
const threadOf = (recogniser: Recogniser): Thread => (recogniser as unknown as { worker: Thread }).worker
