import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

/**
 * The functions of PDFium used here, as its C headers have them: pointers, indices and 0/1 are numbers. They are called
 * as they are, for the wrappers around them take longer than they do.
 * @source fpdfview.h, fpdf_text.h and fpdf_edit.h of PDFium
 */
type Functions = {
  memory: { buffer: ArrayBuffer }
  malloc(bytes: number): number
  free(at: number): void
  FPDF_LoadMemDocument(bytes: number, length: number, password: number): number
  FPDF_CloseDocument(document: number): void
  FPDF_GetPageCount(document: number): number
  FPDF_LoadPage(document: number, index: number): number
  FPDF_ClosePage(page: number): void
  FPDF_GetPageBoundingBox(page: number, rectangle: number): number
  FPDFPage_GetRotation(page: number): number
  FPDFText_LoadPage(page: number): number
  FPDFText_ClosePage(text: number): void
  FPDFText_CountChars(text: number): number
  FPDFText_GetUnicode(text: number, at: number): number
  FPDFText_HasUnicodeMapError(text: number, at: number): number
  FPDFText_IsGenerated(text: number, at: number): number
  FPDFText_GetTextObject(text: number, at: number): number
  FPDFText_GetFontSize(text: number, at: number): number
  FPDFText_GetMatrix(text: number, at: number, matrix: number): number
  FPDFText_GetLooseCharBox(text: number, at: number, rectangle: number): number
  FPDFText_GetCharOrigin(text: number, at: number, x: number, y: number): number
  FPDFTextObj_GetFont(object: number): number
  FPDFPage_GetAnnotCount(page: number): number
  FPDFPage_CountObjects(page: number): number
  FPDFPage_GetObject(page: number, at: number): number
  FPDFFormObj_CountObjects(form: number): number
  FPDFFormObj_GetObject(form: number, at: number): number
  FPDFPageObj_GetType(object: number): number
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  FPDFPageObj_GetMatrix(object: number, matrix: number): number
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number
  FPDFPath_CountSegments(path: number): number
  FPDFPath_GetPathSegment(path: number, at: number): number
  FPDFPathSegment_GetType(segment: number): number
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number
  FPDFPathSegment_GetClose(segment: number): number
}

/** PDFium, running. `returned` is where functions leave their numbers: up to eight, of 8 bytes each. */
export type Pdfium = { call: Functions; returned: number }

let running: Promise<Pdfium> | undefined

/** PDFium, started when it is first asked for. */
export function startPdfium(): Promise<Pdfium> {
  running ??= start()
  return running
}

/** Forgets the PDFium that is running, with all its memory. Another is started when asked for. */
export function dropPdfium(): void {
  running = undefined
}

/** More memory is not given to it: some broken files ask for all there is, and take very long to fill it. */
const mostMemory = 64 * 1024 * 1024

type Imports = { env: { emscripten_resize_heap: (bytes: number) => boolean } }
type Instance = { exports: Functions }
/** As much of the engine's WebAssembly as is used here. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(wasm: Uint8Array, imports: Imports): Promise<{ instance: Instance }> }
}

function start(): Promise<Pdfium> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const silent = () => {}
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: Imports, ready: (instance: Instance) => void) => {
      const grow = imports.env.emscripten_resize_heap
      imports.env.emscripten_resize_heap = (bytes) => bytes <= mostMemory && grow(bytes)
      WebAssembly.instantiate(wasm, imports).then(({ instance }) => ready(instance), reject)
      return {}
    }
    init({ print: silent, printErr: silent, instantiateWasm }).then((module) => {
      module.PDFiumExt_Init()
      const call = module.pdfium.wasmExports as unknown as Functions
      resolve({ call, returned: call.malloc(64) })
    }, reject)
  })
}
