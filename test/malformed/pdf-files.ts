import { deflateSync } from 'node:zlib'
import { encryptedPdf } from './encrypted-pdf.ts'
import {
  helvetica,
  imageOperators,
  imagePage,
  letterLines,
  madePdf,
  onePage,
  type PdfObject,
  packed,
  textOperators,
} from './made-pdf.ts'

const whole = madePdf(onePage())
const pages = (kids: string, count: number | string) => `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`
const pageWith = (more: string, box = '0 0 595 842') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${more} >> >>`
const replaced = (objects: Record<number, PdfObject>, more: PdfObject[] = []) =>
  madePdf(onePage(objects, more))
const image = (dictionary: string, stream: Uint8Array): Buffer =>
  replaced({ 3: imagePage, 4: imageOperators }, [
    { dictionary: `/Type /XObject /Subtype /Image ${dictionary}`, stream },
  ])
const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, at) => (at * at * 7919) % 251))
/** Packs bytes again and again. */
const packedTimes = (bytes: Buffer, times: number): Buffer =>
  times === 0 ? bytes : packedTimes(deflateSync(bytes), times - 1)
const word = 'q Q '

/** PDFs that are broken, or made to break their reader, by name. */
export const pdfFiles: Record<string, () => Buffer> = {
  'truncated in the middle': () => whole.subarray(0, whole.length / 2),
  'truncated before its table': () => whole.subarray(0, whole.lastIndexOf('xref\n0')),
  'only a head': () => Buffer.from('%PDF-1.7\n'),
  'text before the head': () => Buffer.concat([Buffer.from('From a mail gateway\r\n'.repeat(20)), whole]),
  'no pages': () => replaced({ 2: pages('', 0) }),
  'a count of pages too high': () => replaced({ 2: pages('3 0 R', 900_000_000) }),
  'a count of pages below zero': () => replaced({ 2: pages('3 0 R', -7) }),
  '5000 pages': () => {
    const kids = Array.from({ length: 5000 }, (_, at) => `${6 + at} 0 R`)
    return replaced(
      { 2: pages(kids.join(' '), 5000) },
      kids.map(() => pageWith('')),
    )
  },
  'a million times the same page': () => replaced({ 2: pages('3 0 R '.repeat(1e6), 1e6) }),
  'one page of two missing': () => replaced({ 2: pages('3 0 R 99 0 R', 2) }),
  'page tree in itself': () => replaced({ 2: pages('2 0 R', 1) }),
  'page tree in a circle': () => replaced({ 2: pages('6 0 R', 3) }, [pages('2 0 R 3 0 R', 3)]),
  'page tree 20000 deep': () =>
    replaced(
      { 2: pages('6 0 R', 1) },
      Array.from({ length: 20_000 }, (_, at) => pages(at < 19_999 ? `${7 + at} 0 R` : '3 0 R', 1)),
    ),
  'page that is its own parent': () =>
    replaced({
      3: '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>',
    }),
  'catalogue that is a number': () => replaced({ 1: '42' }),
  'catalogue that is its own page tree': () => replaced({ 1: '<< /Type /Catalog /Pages 1 0 R >>' }),
  'lists 200000 deep': () => replaced({ 3: pageWith(`/X ${'['.repeat(2e5)}${']'.repeat(2e5)}`) }),
  'dictionaries 200000 deep': () =>
    replaced({ 3: pageWith(`/X ${'<</A '.repeat(2e5)} 1 ${'>>'.repeat(2e5)}`) }),
  'lists 200000 deep in the contents': () =>
    replaced({ 4: packed(Buffer.concat([Buffer.from('['.repeat(2e5)), textOperators()])) }),
  'resources in a circle': () =>
    replaced(
      {
        3: pageWith('/XObject << /Fm 6 0 R >>'),
        4: packed(Buffer.concat([textOperators(), Buffer.from(' /Fm Do')])),
      },
      [
        {
          dictionary:
            '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm 6 0 R >> >>',
          stream: '/Fm Do /Fm Do',
        },
      ],
    ),
  'forms that each draw the next one ten times': () =>
    replaced(
      {
        3: pageWith('/XObject << /Fm 6 0 R >>'),
        4: packed(Buffer.concat([textOperators(), Buffer.from(' /Fm Do')])),
      },
      Array.from({ length: 12 }, (_, at) => ({
        dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm ${7 + at} 0 R >> >>`,
        stream: '/Fm Do '.repeat(10),
      })),
    ),
  'outline in a circle': () =>
    replaced({ 1: '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>' }, [
      '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title (x) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 6 0 R >>',
    ]),
  'references to themselves': () => replaced({ 5: '5 0 R' }),
  'length that is its own stream': () =>
    replaced({ 4: { dictionary: '', stream: textOperators(), length: '4 0 R' } }),
  'length too short': () => replaced({ 4: { dictionary: '', stream: textOperators(), length: 10 } }),
  'length too long': () => replaced({ 4: { dictionary: '', stream: textOperators(), length: 1e9 } }),
  'length below zero': () => replaced({ 4: { dictionary: '', stream: textOperators(), length: -1 } }),
  'table of objects shifted': () => madePdf(onePage(), { shift: 7 }),
  'table of objects far away': () => madePdf(onePage(), { startxref: 99_999_999 }),
  'table of objects that follows itself': () =>
    madePdf(onePage(), { trailer: `/Prev ${whole.lastIndexOf('xref\n0')}` }),
  'a table of two thousand million objects': () =>
    Buffer.from(whole.toString('latin1').replace('xref\n0 6', 'xref\n0 2000000000'), 'latin1'),
  'packing that is broken': () => replaced({ 4: { dictionary: '/Filter /FlateDecode', stream: noise(500) } }),
  'packing of an unknown kind': () =>
    replaced({ 4: { dictionary: '/Filter /Hemmelig', stream: noise(500) } }),
  'packed fifty times': () =>
    replaced({
      4: {
        dictionary: `/Filter [${'/FlateDecode '.repeat(50)}]`,
        stream: packedTimes(textOperators(), 50),
      },
    }),
  'contents that unpack to 5 MB': () => replaced({ 4: packed(Buffer.alloc(5e6, word)) }),
  'columns of two thousand million bytes': () =>
    replaced({ 4: packed(textOperators(), '/DecodeParms << /Predictor 12 /Columns 2147483647 >>') }),
  'a font without Unicode map': () =>
    replaced({
      5: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [32 ${Array.from({ length: 220 }, (_, at) => `/g${at + 900}`).join(' ')}] >> >>`,
    }),
  'a font whose map is endless': () =>
    replaced({ 5: `${helvetica.slice(0, -2)} /ToUnicode 6 0 R >>` }, [
      packed(
        '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange',
      ),
    ]),
  'a font whose map refers to itself': () =>
    replaced({ 5: `${helvetica.slice(0, -2)} /ToUnicode 6 0 R >>` }, [
      packed('/X usecmap', '/UseCMap 6 0 R'),
    ]),
  'a font program of noise': () =>
    replaced({ 5: `${helvetica.slice(0, -2)} /FontDescriptor 6 0 R >>` }, [
      '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>',
      { dictionary: '', stream: noise(3000) },
    ]),
  'a font of drawings that draw themselves': () =>
    replaced(
      {
        5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 65 /Widths [500] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>',
        4: packed('BT /F1 11 Tf 72 700 Td (AAAA) Tj ET'),
      },
      [packed('500 0 d0 BT /F1 500 Tf (A) Tj ET')],
    ),
  'a page of a million points': () => replaced({ 3: pageWith('', '0 0 1e6 1e6'), 4: packed('') }),
  'a page as wide as a hair': () => replaced({ 3: pageWith('', '0 0 0.0001 842'), 4: packed('') }),
  'a page of no size': () => replaced({ 3: pageWith('', '5 5 5 5') }),
  'a page with numbers that are none': () => replaced({ 3: pageWith('', '(a) /b null <<>>') }),
  'text far off the page': () =>
    replaced({ 4: packed('BT /F1 11 Tf 1e30 -1e30 Td (Vi vil) Tj 1e38 0 0 1e38 1e38 0 Tm (handle) Tj ET') }),
  'text of 100000 lines': () => replaced({ 4: packed(textOperators(Array(1e5).fill(letterLines[6]))) }),
  'a 100-megapixel image': () =>
    image(
      '/Width 10000 /Height 10000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode',
      deflateSync(Buffer.alloc(12_500_000)),
    ),
  'an image larger than its bytes': () =>
    image('/Width 3000 /Height 3000 /ColorSpace /DeviceRGB /BitsPerComponent 8', noise(100)),
  'an image of two thousand million columns': () =>
    image('/Width 2147483647 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', noise(100)),
  'a broken JPEG': () =>
    image(
      '/Width 100 /Height 100 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), noise(500)]),
    ),
  'a broken JPEG 2000': () => image('/Width 100 /Height 100 /Filter /JPXDecode', noise(500)),
  'a broken JBIG2': () =>
    image(
      '/Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
      noise(500),
    ),
  'a broken fax': () =>
    image(
      '/Width 1728 /Height 2200 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1728 >>',
      noise(500),
    ),
  'a form that only Adobe Reader shows': () =>
    madePdf(
      onePage(
        {
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R /Fields [] >> >>',
          4: packed(
            textOperators(['Please wait...', 'You can upgrade to the latest version of Adobe Reader']),
          ),
        },
        [{ dictionary: '', stream: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>' }],
      ),
    ),
  'encrypted with a password': () => encryptedPdf('hemmelig', 'ejer'),
  'encrypted against changes only': () => encryptedPdf('', 'ejer'),
  'encrypted in an unknown way': () =>
    madePdf(onePage(), { trailer: '/Encrypt << /Filter /Hemmelig /V 9 >> /ID [<00> <00>]' }),
  'a form that is not in the PDF itself': () =>
    replaced({ 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA [(template) 6 0 R] /Fields [] >> >>' }, [
      packed('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><broken></template>'),
    ]),
  'scripts and launches': () =>
    replaced({
      1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(true\\){}) >> /AA << /O << /S /Launch /F (rm) >> >> >>',
    }),
}
