import { Document, Packer, Paragraph, TextRun } from 'docx'

/** A Word file of these paragraphs. */
export function madeTemplate(...paragraphs: string[]): Promise<Buffer> {
  const children = paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] }))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
