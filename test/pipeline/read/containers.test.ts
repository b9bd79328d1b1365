import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { safeName } from '../../../pipeline/read/safe-name.ts'
import { madeDocx, madeEml, madeOle, madeZip, paragraph } from './made-files.ts'
import { openAll } from './opened.ts'

const letter = 'Kære Per\n'
const refusals = async (...args: Parameters<typeof openAll>) =>
  (await openAll(...args)).map(({ inner, refused }) => [inner, refused ?? ''])

describe('a ZIP', () => {
  it('holds letters, by content; hidden files are left out', async () => {
    const zip = madeZip({
      'a.txt': letter,
      'b/brev.txt': madeDocx(paragraph('Kære minister')),
      'mail.dat': madeEml({ body: 'Vi vil.' }),
      '__MACOSX/._a.txt': 'x',
      '.DS_Store': 'x',
      'c/': '',
    })
    expect(await openAll('letters.docx', zip)).toMatchObject([
      { inner: 'a.txt', text: letter },
      { inner: 'b/brev.txt', read: { format: 'docx' } },
      { inner: 'mail.dat', read: { format: 'mail' } },
    ])
  })

  it('one bad file in it does not stop the rest', async () => {
    const zip = madeZip({
      'a.txt': letter,
      'b.docx': madeDocx('').subarray(0, 200),
      'c.txt': '',
      'd.zip': madeZip({ 'e.rtf': '{\\rtf1}', 'f.txt': letter }),
      'g.txt': letter,
    })
    expect(await refusals('letters.zip', zip)).toEqual([
      ['a.txt', ''],
      ['b.docx', 'the Word or ZIP file is broken; fetch it again'],
      ['c.txt', 'the file is empty; fetch it again'],
      ['d.zip > e.rtf', 'a rich text file; open it in Word and save it as .docx or PDF'],
      ['d.zip > f.txt', ''],
      ['g.txt', ''],
    ])
  })

  it('names that lead out of the folder are shown without their steps up', async () => {
    const zip = madeZip({
      '../../etc/passwd': letter,
      'C:\\x\\..\\brev.txt': letter,
      '/abs\u001b[31m.txt': letter,
    })
    expect((await openAll('x.zip', zip)).map(({ inner }) => inner)).toEqual([
      'etc/passwd',
      'x/brev.txt',
      'abs[31m.txt',
    ])
  })

  it('Danish names of old programs', async () => {
    const zip = Buffer.from(madeZip({ 'k_ge.txt': letter }))
    for (let at = zip.indexOf('k_ge'); at >= 0; at = zip.indexOf('k_ge', at + 1)) zip[at + 1] = 0x9b
    expect((await openAll('x.zip', zip))[0]?.inner).toBe('køge.txt')
  })

  it('encrypted files are named, the others read', async () => {
    const zip = Buffer.from(madeZip({ 'a.txt': letter, 'b.txt': letter }))
    const entry = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8)
    expect(await refusals('x.zip', zip)).toEqual([
      ['a.txt', 'encrypted; unpack it with its password'],
      ['b.txt', ''],
    ])
  })

  it('a bomb is not unpacked', async () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(20_000_000), 'a.txt': strToU8(letter) })
    expect(await refusals('x.zip', bomb)).toEqual([
      ['bomb.txt', expect.stringMatching(/^it would unpack to \d+ times its size, at most 200 times/)],
      ['a.txt', ''],
    ])
    const word = madeDocx('', { 'word/document.xml': new Uint8Array(20_000_000) })
    expect(await refusals('brev.docx', word)).toEqual([['', expect.stringMatching(/^it would unpack to/)]])
  })

  it('a bomb that lies about its size stops at the size it told', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': new Uint8Array(20_000_000) }))
    zip.writeUInt32LE(500, zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
    expect(await refusals('x.zip', zip)).toEqual([['a.txt', 'its packing is broken; fetch it again']])
  })

  it('all in all not more than the limit is unpacked', async () => {
    const noise = (seed: number) => Uint8Array.from({ length: 600 }, (_, at) => 97 + ((at * at * seed) % 25))
    const zip = madeZip({ 'a.txt': noise(3), 'b.zip': madeZip({ 'c.txt': noise(5) }), 'd.txt': noise(7) })
    expect(await refusals('x.zip', zip, { unpackedBytes: 1300 })).toEqual([
      ['a.txt', ''],
      ['b.zip > c.txt', expect.stringMatching(/^too big: unpacks to 1 MB/)],
      ['d.txt', expect.stringMatching(/^too big/)],
    ])
  })

  it('more files than the limit', async () => {
    const zip = madeZip({ 'a.txt': letter, 'b.txt': letter, 'c.txt': letter })
    expect(await refusals('x.zip', zip, { entries: 2 })).toEqual([
      [
        '',
        'more than 2 files in it; unpack it and leave out what is no letter, or allow more with --max-entries',
      ],
    ])
  })

  it('ZIPs in each other, to the limit of depth', async () => {
    let zip = madeZip({ 'a.txt': letter })
    for (let n = 0; n < 20; n++) zip = madeZip({ [`${n}.zip`]: zip })
    expect(await refusals('x.zip', zip, { depth: 2 })).toEqual([
      ['19.zip > 18.zip > 17.zip', expect.stringMatching(/^too deep/)],
    ])
  })
})

describe('what is not read is named with what to do', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['an old Word file', madeOle(['1Table', 'WordDocument']), /old Word file \(\.doc\); open it in Word/],
    ['an old Excel workbook', madeOle(['Workbook']), /old Excel workbook/],
    ['an old PowerPoint file', madeOle(['PowerPoint Document']), /PowerPoint/],
    [
      'an encrypted Word file',
      madeOle(['EncryptionInfo', 'EncryptedPackage']),
      /^encrypted; open it with its password/,
    ],
    ['another OLE file', madeOle(['x']), /unknown kind/],
    ['an OLE file cut short', madeOle(['WordDocument']).subarray(0, 700), /broken or of an unknown kind/],
    ['an Excel workbook', madeZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), /an Excel workbook/],
    ['a PowerPoint file', madeZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), /PowerPoint/],
    ['an OpenDocument file', madeZip({ mimetype: 'x', 'content.xml': 'x' }), /OpenDocument/],
    ['a Pages document', madeZip({ 'Index/Document.iwa': 'x' }), /Pages/],
    ['an empty ZIP', zipSync({}), /an empty ZIP/],
    ['a rich text file', '{\\rtf1 Kære}', /rich text/],
    ['a broken JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), /the picture is broken; scan it again/],
    ['a broken TIFF', 'II*\0abc', /the picture is broken/],
    ['a GIF', 'GIF89a\0', /a picture of a kind that is not read \(GIF\); save it as PDF/],
    ['a photo of a telephone', '\0\0\0\u0018ftypheic\0\0', /a picture of a kind that is not read/],
    ['an encrypted mail', Buffer.from('3082010006092a864886f70d010703', 'hex'), /S\/MIME/],
    ['another archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf), /a packed archive; unpack it/],
  ])('%s', async (_, content, reason) => {
    expect(await openAll('brev.docx', content)).toMatchObject([
      { inner: '', refused: expect.stringMatching(reason) },
    ])
  })
})

it.each([
  ['a/b.txt', 'a/b.txt'],
  ['../../x', 'x'],
  ['..\\..\\x', 'x'],
  ['c:/windows/x', 'windows/x'],
  ['..', 'uden navn'],
  ['', 'uden navn'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['bre\nv.txt', 'brev.txt'],
])('the safe name of %j is %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
