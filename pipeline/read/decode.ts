import iconv from 'iconv-lite'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Decodes the bytes of a text file: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252 (which
 * holds Latin-1). The text is NFC with `\n` line ends; a guessed encoding is remarked in `note`.
 * @throws UnreadableFile when the bytes are no text, or an empty one
 */
export function decodeText(bytes: Uint8Array): { text: string; note: string | null } {
  const { decoded, note } = decodeBytes(bytes)
  const text = decoded.replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n').normalize('NFC')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
  const controls = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0
  if (text.includes('\0') || controls > 4 + text.length / 500)
    throw new UnreadableFile('not a text file', 'save it as PDF or as text')
  if (text.trim() === '') throw new UnreadableFile('the file holds no text', 'fetch it again')
  return { text, note }
}

function decodeBytes(bytes: Uint8Array): { decoded: string; note: string | null } {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { decoded: iconv.decode(bytes, 'utf-16le'), note: null }
  if (first === 0xfe && second === 0xff) return { decoded: iconv.decode(bytes, 'utf-16be'), note: null }
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
  const wide = utf16Without(body)
  if (wide !== null) return { decoded: iconv.decode(body, wide), note: 'encoding guessed: UTF-16' }
  try {
    return { decoded: new TextDecoder('utf-8', { fatal: true }).decode(body), note: null }
  } catch {
    // no valid UTF-8: Node's own windows-1252 decoder turns dashes and quotes into control characters, iconv does not
    const note = 'encoding guessed: Windows-1252 (Latin-1), not UTF-8'
    return { decoded: iconv.decode(body, 'windows-1252'), note }
  }
}

/** UTF-16 without a mark: every other byte of Western text is zero. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 20) return null
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
  })
  const [even, odd] = zeros as [number, number]
  const most = (sample.length / 2) * 0.9
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}
