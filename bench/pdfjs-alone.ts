import { readFileSync } from 'node:fs'
import { PDFParse } from 'pdf-parse'

// pdf.js as it comes: the text of every page of some PDFs, one after the other. The number of pages goes to stdout.
type Document = {
  numPages: number
  getPage(number: number): Promise<{ getTextContent(): Promise<unknown> }>
}

let pages = 0
for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) })
  const document = await (parser as unknown as { load(): Promise<Document> }).load()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    pages++
  }
  await parser.destroy()
}
process.stdout.write(String(pages))
