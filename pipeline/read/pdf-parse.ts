import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pdfjs } from './pdf-resources.ts'

const { push } = Array.prototype
const { parse } = JSON

const library = await import('pdf-parse')
// its second half, which would be loaded with the first file
await import(pathToFileURL(join(pdfjs, 'legacy/build/pdf.worker.mjs')).href)

// its pdf.js is built for old browsers and puts scripts in the place of these two, which slow down all of the program
Array.prototype.push = push
JSON.parse = parse

/** pdf-parse, loaded so that the engine's own functions stay as they are. Import it from here only. */
export const { InvalidPDFException, PasswordException, PDFParse } = library
export type PDFParse = InstanceType<typeof library.PDFParse>
