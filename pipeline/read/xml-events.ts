import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable-file.ts'

/** An element of Office XML: name without prefix, attributes by name without prefix. */
export type XmlElement = { name: string; attributes: Record<string, string> }

export type XmlHandler = {
  open: (element: XmlElement) => void
  close: (name: string) => void
  text: (text: string) => void
}

/** Word nests elements some dozens deep. */
const deepest = 1000

/**
 * Reads an XML part of an office file, element by element. Nothing outside it is ever fetched: a document type, where
 * entities could be declared, is refused, as Office writes none.
 * @throws UnreadableFile when it is not well-formed, or nested too deeply
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ fragment: false, position: false })
  const names: string[] = []
  parser.on('doctype', () => {
    throw new UnreadableFile('it declares entities, which no letter needs', 'save it again in Word')
  })
  parser.on('error', () => {
    throw new UnreadableFile('the Word file is broken', 'open it in Word and save it again')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const short = withoutPrefix(name)
    names.push(short)
    if (names.length > deepest)
      throw new UnreadableFile(
        `its parts lie more than ${deepest} deep in each other`,
        'open it in Word and save it as PDF',
      )
    const own: Record<string, string> = {}
    for (const [key, value] of Object.entries(attributes as Record<string, string>))
      own[withoutPrefix(key)] = value
    handler.open({ name: short, attributes: own })
  })
  parser.on('closetag', () => handler.close(names.pop() as string))
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  const piece = 1 << 20
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += piece)
    parser.write(decoder.decode(bytes.subarray(at, at + piece), { stream: true }))
  parser.close()
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8'
