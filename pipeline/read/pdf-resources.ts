import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

// pdf-parse brings pdf.js; the resources must be those of the version it uses
const pdfParse = createRequire(import.meta.url).resolve('pdf-parse')
const require = createRequire(pdfParse)
const pdfjs = dirname(require.resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => join(pdfjs, name) + sep

/** The path of a file of pdf.js. */
export const pdfjsFile = (name: string): string => join(pdfjs, name)

const fonts = new Map<string, Uint8Array>()

/** Hands pdf.js the fonts that are in no file, each read from the disk once and not for every document. */
class KeptFonts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const known =
      fonts.get(filename) ?? new Uint8Array(readFileSync(pdfjsFile(join('standard_fonts', filename))))
    fonts.set(filename, known)
    return known
  }
}

/**
 * Where pdf.js finds what it needs to draw a page: without these, images in JPEG 2000 come out white and text in
 * fonts that are not in the file is missing. File paths, each with a separator at its end.
 */
export const pdfResources = {
  wasmUrl: folder('wasm'),
  StandardFontDataFactory: KeptFonts,
  standardFontDataUrl: folder('standard_fonts'),
  cMapUrl: folder('cmaps'),
  iccUrl: folder('iccs'),
}

let fontsKnown = false

/** The name of a type face that can be written with on any machine: the one that pdf.js brings. */
export function typeFace(): string {
  if (!fontsKnown) {
    // two versions of the canvas in one process would crash it: this is the one that pdf.js draws with
    const { GlobalFonts } = require('@napi-rs/canvas') as {
      GlobalFonts: { registerFromPath(path: string, name: string): unknown }
    }
    GlobalFonts.registerFromPath(join(pdfjs, 'standard_fonts', 'LiberationSans-Regular.ttf'), 'Opfolg Sans')
    fontsKnown = true
  }
  return 'Opfolg Sans'
}
