import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

// pdf-parse brings pdf.js; the resources must be those of the version it uses
const pdfParse = createRequire(import.meta.url).resolve('pdf-parse')
const pdfjs = dirname(createRequire(pdfParse).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => join(pdfjs, name) + sep

/** The path of a file of pdf.js. */
export const pdfjsFile = (name: string): string => join(pdfjs, name)

/**
 * Where pdf.js finds what it needs to draw a page: without these, images in JPEG 2000 come out white and text in
 * fonts that are not in the file is missing. File paths, each with a separator at its end.
 */
export const pdfResources = {
  wasmUrl: folder('wasm'),
  standardFontDataUrl: folder('standard_fonts'),
  cMapUrl: folder('cmaps'),
  iccUrl: folder('iccs'),
}
