import { fileKind, startBytes } from '../../pipeline/read/file-kind.ts'
import { defaultLimits } from '../../pipeline/read/limits.ts'
import { UnreadableFile } from '../../pipeline/read/unreadable-file.ts'
import type { Incoming } from '../inbox/inbox.ts'
import { adviceInDanish } from '../parts/danish-messages.ts'

/** How much can be handed in at once. A single file is bounded by the reader's own limit. */
export const uploadLimits = { files: 50, totalBytes: 200 * 1024 * 1024 }

/** Characters that a text never has, in a file whose kind is told by nothing else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** The files of a form, each told by its content to be of a kind that is read; with any that is not, none is taken. */
export async function readUploads(form: FormData): Promise<{ files: Incoming[]; errors: string[] }> {
  const given = form
    .getAll('filer')
    .filter((one) => typeof one !== 'string' && one.size + one.name.length > 0)
  if (given.length === 0) return { files: [], errors: ['Vælg mindst én fil'] }
  if (given.length > uploadLimits.files)
    return {
      files: [],
      errors: [`Vælg højst ${uploadLimits.files} filer ad gangen; der var ${given.length}`],
    }
  const files: Incoming[] = []
  const errors: string[] = []
  for (const one of given) {
    if (typeof one === 'string') continue
    const content = new Uint8Array(await one.arrayBuffer())
    const trouble = troubleWith(content)
    if (trouble === null) files.push({ name: one.name, content })
    else errors.push(`${one.name}: ${trouble}`)
  }
  return { files, errors }
}

/** What is wrong with a file by its size and content, in Danish; null when it can be read. */
function troubleWith(content: Uint8Array): string | null {
  if (content.length === 0) return 'filen er tom'
  if (content.length > defaultLimits.fileBytes)
    return `filen er større end ${defaultLimits.fileBytes / 1024 / 1024} MB`
  try {
    const kind = fileKind(content)
    const start = Buffer.from(content.subarray(0, startBytes)).toString('latin1')
    const isUtf16 = start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')
    if (kind === 'text' && !isUtf16 && binary.test(start))
      return 'indholdet er hverken PDF, Word, mail, ZIP eller tekst, uanset hvad filen hedder'
    return null
  } catch (error) {
    if (error instanceof UnreadableFile) return adviceInDanish(error)
    throw error
  }
}
