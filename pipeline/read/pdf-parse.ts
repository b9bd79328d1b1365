import { pathToFileURL } from 'node:url'
import { pdfjsFile } from './pdf-resources.ts'

const { push } = Array.prototype
const { parse } = JSON

const library = await import('pdf-parse')
// pdf.js would load its other half with the first file; it finds it here then
await import(pathToFileURL(pdfjsFile('legacy/build/pdf.worker.mjs')).href)

// both halves are built for old browsers and put scripts in the place of these two, which slow down all of the program
Array.prototype.push = push
JSON.parse = parse

/** pdf-parse, loaded so that the engine's own functions stay as they are. Import it from here only. */
export const { PasswordException, PDFParse } = library
export type PDFParse = InstanceType<typeof library.PDFParse>
