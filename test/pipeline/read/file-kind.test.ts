import { expect, test } from 'vitest'
import { fileKind, zipKind } from '../../../pipeline/read/file-kind.ts'
import { madeOle } from './made-files.ts'

const zeros = '\0'.repeat(100)
const kindOf = (start: string | Uint8Array) =>
  fileKind(typeof start === 'string' ? Buffer.from(start, 'latin1') : start)

test.each<[string, string | Uint8Array, RegExp]>([
  ['old Word', madeOle(['WordDocument']), /^an old Word file/],
  ['Word 2', `\u00db\u00a5-\0${zeros}`, /^an old Word file/],
  ['rich text', '{\\rtf1\\ansi Kære minister}', /^a rich text file.*save it as \.docx/],
  ['WordPerfect', `\u00ffWPC${zeros}`, /^a WordPerfect file/],
  [
    'a Word file as XML',
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
    /^a Word file as XML/,
  ],
  [
    'a flat OpenDocument',
    '<?xml version="1.0"?>\n<office:document xmlns:office="urn:x">',
    /^an OpenDocument file/,
  ],
  ['XML', '<?xml version="1.0" encoding="UTF-8"?><invoice/>', /^an XML file/],
  ['HTML', '\n<!DOCTYPE html>\n<html lang="da">', /^a web page/],
  ['HTML without a type', '<html><body>Kære minister</body></html>', /^a web page/],
  ['HEIC', `\0\0\0\u0018ftypheic${zeros}`, /HEIC, as telephones take them/],
  ['AVIF', `\0\0\0\u0018ftypavif${zeros}`, /AVIF/],
  ['WebP', 'RIFF\u0010\0\0\0WEBPVP8 ', /WebP/],
  ['GIF', `GIF89a${zeros}`, /GIF/],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">', /SVG/],
  ['SVG with a head', '<?xml version="1.0"?>\n<!-- made by x -->\n<svg>', /SVG/],
  ['a film', `\0\0\0\u0018ftypmp42${zeros}`, /^sound or film/],
  ['sound', `ID3\u0003\0${zeros}`, /^sound or film/],
  ['a program', `MZ\u0090\0${zeros}`, /^a program/],
  ['PostScript', '%!PS-Adobe-3.0\n', /^a PostScript file/],
])('%s is named', (_, start, reason) => {
  expect(() => kindOf(start)).toThrow(reason)
})

test.each([
  'MZ-gruppen har modtaget brevet.',
  'ID3 er et forløb i jobcenteret.',
  'RIFF og RAFF er to projekter.',
  'Kære minister. <html> er et mærke.',
  'Vi følger op på <svg> i sagen.',
  'Der er fire ftyp i brevet.',
])('a text is one, also when it begins with »%s«', (text) => {
  expect(kindOf(text)).toBe('text')
})

test.each<[string[], RegExp]>([
  [['content.xml', 'mimetype'], /OpenDocument/],
  [['Index/Document.iwa', 'preview.jpg'], /Pages, Numbers or Keynote/],
  [['[Content_Types].xml', 'FixedDocumentSequence.fdseq'], /XPS/],
  [['mimetype', 'META-INF/container.xml'], /EPUB/],
  [['META-INF/MANIFEST.MF', 'a.class'], /program/],
  [['[Content_Types].xml', 'xl/workbook.xml'], /Excel/],
])('a ZIP with %j is named', (names, reason) => {
  expect(() => zipKind(names)).toThrow(reason)
})

test('a ZIP of letters is one', () => {
  expect(zipKind(['breve/content.xml.txt', 'breve/xl.txt', 'META-INF.txt'])).toBe('zip')
})
