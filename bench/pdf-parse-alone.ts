import { readFileSync } from 'node:fs'
import { PDFParse } from 'pdf-parse'
import { timed } from './measure.ts'

// pdf-parse as it comes, in a process of its own: it replaces functions of the engine, which would slow down the rest
const [file = '', runs = '', warmUp = ''] = process.argv.slice(2)
const bytes = readFileSync(file)

async function read(): Promise<void> {
  const parser = new PDFParse({ data: new Uint8Array(bytes) })
  try {
    await parser.getText()
  } finally {
    await parser.destroy()
  }
}

process.stdout.write(String(await timed(read, Number(runs), Number(warmUp))))
