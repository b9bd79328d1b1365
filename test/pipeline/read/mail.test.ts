import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../data/load.ts'
import { fileKind } from '../../../pipeline/read/file-kind.ts'
import { defaultLimits } from '../../../pipeline/read/limits.ts'
import { openMsg } from '../../../pipeline/read/msg.ts'
import { UnreadableFile } from '../../../pipeline/read/unreadable-file.ts'
import { madeDocx, madeEml, madeMsg, madeOle, madeZip, paragraph } from './made-files.ts'
import { openAll, textOf } from './opened.ts'

const head = 'Fra: Anne Lund <al@koege.dk>\nSendt: 14. maj 2019 09:12\nTil: bm@bm.dk\n'

/** The head of a GIF, which tells its size. */
const gif = (width: number, height: number): Uint8Array => {
  const head = Buffer.from('GIF89a\0\0\0\0', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return head
}

describe('a mail as mail programs store it', () => {
  it.each<[string, string, string]>([
    [
      'a body of text',
      madeEml({ body: 'Kære minister\r\n\r\nVi vil.' }),
      `${head}\nKære minister\n\nVi vil.\n`,
    ],
    [
      'names, subject and copies',
      madeEml({
        head: [
          'From: =?iso-8859-1?Q?S=F8ren_=C5gren?= <sa@koege.dk>',
          'To: "Lund, Mette" <ml@bm.dk>, Gruppe: a@b.dk, c@d.dk;',
          'Cc: x@y.dk',
          'Subject: =?utf-8?B?UmVkZWfDuHJlbHNl?=\r\n om tilbud',
        ],
        body: 'Vi vil.',
      }),
      'Fra: Søren Ågren <sa@koege.dk>\nSendt: 14. maj 2019 09:12\nTil: Lund, Mette <ml@bm.dk>; a@b.dk; c@d.dk\nCc: x@y.dk\nEmne: Redegørelse om tilbud\n\nVi vil.\n',
    ],
    [
      'winter time, no recipient',
      madeEml({ head: ['Date: Thu, 3 Jan 2019 23:30:00 +0000', 'To: '], body: 'Vi vil.' }),
      'Fra: Anne Lund <al@koege.dk>\nSendt: 4. januar 2019 00:30\n\nVi vil.\n',
    ],
    [
      'a date that is none',
      madeEml({ head: ['Date: i går'], body: 'Vi vil.' }),
      'Fra: Anne Lund <al@koege.dk>\nTil: bm@bm.dk\n\nVi vil.\n',
    ],
    [
      'a body of HTML only',
      madeEml({ body: '' })
        .replace('text/plain', 'text/html')
        .replace(/\r\n\r\n.*$/s, '\r\n\r\n<p>Kære</p><ul><li>Vi vil</li></ul>'),
      `${head}\nKære\n\n- Vi vil\n`,
    ],
    [
      'an older mail',
      madeEml({ body: 'Se nedenfor.\r\n\r\nDen 3. maj 2019 skrev Mette Lund:\r\n> Kære Anne\r\n> Hvornår?' }),
      `${head}\nSe nedenfor.\n\nDen 3. maj 2019 skrev Mette Lund:\n> Kære Anne\n> Hvornår?\n`,
    ],
    [
      'a mailbox file',
      `From al@koege.dk Tue May 14 07:12:00 2019\r\n${madeEml({ body: 'Vi vil.' })}`,
      `${head}\nVi vil.\n`,
    ],
  ])('%s', async (_, mail, text) => {
    expect(await textOf('brev.txt', mail)).toBe(text)
  })

  const signs = 'Vi vil – ”æøå” … € §'
  it.each<[string, string]>([
    ['windows-1252', 'win1252'],
    ['iso-8859-1', 'win1252'],
    ['us-ascii', 'win1252'],
    ['utf-8', 'utf8'],
    ['UTF-16LE', 'utf-16le'],
    ['iso-8859-15', 'iso-8859-15'],
  ])('characters of %s', async (charset, encoding) => {
    const said = encoding === 'iso-8859-15' ? 'Vi vil æøå € §' : signs
    const body = iconv.encode(said, encoding).toString('base64')
    const mail = madeEml({ body }).replace('charset=utf-8', `charset=${charset}`).replace('8bit', 'base64')
    expect(await textOf('brev.eml', mail)).toBe(`${head}\n${said}\n`)
  })

  it('quoted-printable, and 8-bit in its own code page', async () => {
    const mail = madeEml({ body: 'Æbler =96 =93=E6=94' }).replace('8bit', 'quoted-printable')
    const bytes = iconv.encode(
      mail.replace('charset=utf-8', 'charset=windows-1252').replace('Æ', '=C6'),
      'win1252',
    )
    expect(await textOf('brev.eml', bytes)).toBe(`${head}\nÆbler – “æ”\n`)
  })

  it('a letter in Danish that begins like a mail is a text', async () => {
    const text = 'Fra: Anne Lund\nTil: Mette Lund\n\nKære Mette\n'
    expect((await openAll('brev.txt', text))[0]?.read?.format).toBe('text')
  })
})

describe('attachments', () => {
  const letter = madeDocx(paragraph('Kære minister'))

  it('are files of their own, in mails in the mail too', async () => {
    const inner = madeEml({
      head: ['Subject: Svar'],
      body: 'Hermed svar.',
      attachments: [{ name: 'svar.txt', content: 'Kære Anne' }],
    })
    const mail = madeEml({
      body: 'Hermed.',
      attachments: [
        { name: 'brev.bin', content: letter },
        { name: 'svar.eml', content: inner, type: 'message/rfc822' },
        { name: 'flere.zip', content: madeZip({ 'a/b.txt': 'Kære Per' }) },
      ],
    })
    expect(await openAll('mail.eml', mail)).toMatchObject([
      { inner: '', text: `${head}\nHermed.\n` },
      { inner: 'brev.bin', text: 'Kære minister\n', read: { format: 'docx' } },
      { inner: 'svar.eml', read: { format: 'mail' } },
      { inner: 'svar.eml > svar.txt', text: 'Kære Anne' },
      { inner: 'flere.zip > a/b.txt', text: 'Kære Per' },
    ])
  })

  it('one that cannot be read does not stop the rest; each is identified by its own bytes', async () => {
    const mail = (name: string) =>
      madeEml({
        body: `Hermed ${name}.`,
        attachments: [
          { name: 'brev.doc', content: madeOle(['WordDocument']) },
          { name: 'brev.docx', content: letter },
        ],
      })
    const [first, second] = [await openAll('a.eml', mail('a')), await openAll('b.eml', mail('b'))]
    expect(first.map(({ refused }) => refused ?? null)).toEqual([
      null,
      'an old Word file (.doc); open it in Word and save it as .docx or PDF',
      null,
    ])
    expect(first[2]?.sha256).toBe(second[2]?.sha256)
    expect(first[0]?.sha256).not.toBe(second[0]?.sha256)
  })

  it('signatures are left out; small pictures, attached or in the body, too, and are noted', async () => {
    const mail = madeEml({
      body: 'Vi vil.',
      attachments: [
        { name: 'smime.p7s', content: '0', type: 'application/pkcs7-signature' },
        { name: 'logo.png', content: '\u0089PNG', type: 'image/png' },
        { name: 'våben.gif', content: gif(300, 120), type: 'image/gif' },
        { name: 'scan.jpg', content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), type: 'image/jpeg' },
        { name: 'foto.gif', content: gif(2480, 3508), type: 'image/gif' },
      ],
    }).replace('attachment; filename="logo.png"', 'inline; filename="logo.png"')
    const [own, scan, photo, ...more] = await openAll('mail.eml', mail)
    expect(own?.read?.notes).toEqual(['2 small pictures left out: logo.png, våben.gif'])
    expect(scan).toMatchObject({
      inner: 'scan.jpg',
      refused: expect.stringMatching(/the picture is broken; /),
    })
    expect(photo).toMatchObject({ inner: 'foto.gif', refused: expect.stringMatching(/save it as PDF, PNG/) })
    expect(more).toEqual([])
  })

  it('a hundred mails in each other', async () => {
    let mail = madeEml({ body: 'Den inderste.' })
    for (let n = 0; n < 100; n++)
      mail = madeEml({
        body: `Mail ${n}.`,
        attachments: [{ name: `${n}.eml`, content: mail, type: 'message/rfc822' }],
      })
    const opened = await openAll('mail.eml', mail)
    expect(opened.map(({ refused }) => refused ?? '')).toEqual([
      ...['', '', '', '', '', ''],
      'too deep: at most 5 files in each other are opened; take it out and ingest it by itself, or allow more with --max-depth',
    ])
  })

  it('a thousand parts in each other', async () => {
    const open = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`
    const mail = `From: a@b.dk\r\nMIME-Version: 1.0\r\n${Array.from({ length: 1000 }, (_, n) => open(n)).join('')}\r\nx`
    expect(await openAll('mail.eml', mail)).toMatchObject([
      { refused: expect.stringMatching(/the mail is broken/) },
    ])
  })

  it('more of them than the limit', async () => {
    const attachments = [1, 2, 3].map((n) => ({ name: `${n}.txt`, content: 'Kære Per' }))
    expect(await openAll('mail.eml', madeEml({ attachments }), { entries: 2 })).toMatchObject([
      { refused: expect.stringMatching(/^more than 2 attachments/) },
    ])
  })
})

describe('a mail that Outlook saved', () => {
  const sample = (name: string) => readFileSync(join(packageRoot, 'test/letters/mail', name))

  it('has head and body', async () => {
    expect(await textOf('x.bin', sample('sent.msg'))).toBe(
      'Fra: xmailuser <xmailuser@xmailserver.test>\nSendt: 15. februar 2021 09:19\nTil: xmailuser@xmailserver.test\nEmne: Sent time\n\nTest mail\n',
    )
    expect(await textOf('simple.msg', sample('simple.msg'))).toMatch(/Emne: Simple\n\nSimple\n$/)
  })

  it('has its HTML where there is no other body, and its attachments', async () => {
    const html = iconv.encode('<p>Kære minister</p><p>Vi vil – nu.</p>', 'win1252')
    const attached = (
      number: number,
      name: string,
      content: string | Uint8Array,
      more: [string, string][] = [],
    ) => ({
      name: `__attach_version1.0_#0000000${number}`,
      streams: [
        ['__substg1.0_3707001F', name] as [string, string],
        ['__substg1.0_37010102', Buffer.from(content)] as [string, Uint8Array],
        ...more,
      ],
    })
    const mail = madeMsg(
      [
        ['__substg1.0_001A001F', 'IPM.Note'],
        ['__substg1.0_0037001F', 'Redegørelse'],
        ['__substg1.0_0C1A001F', 'Anne Lund'],
        ['__substg1.0_0C1F001F', '/O=KOEGE/CN=AL'],
        ['__substg1.0_10130102', html],
      ],
      [
        attached(0, 'brev.txt', 'Kære Per'),
        attached(1, 'image001.png', '\u0089PNG', [['__substg1.0_3712001F', 'image001.png@01']]),
        attached(2, 'svar.eml', madeEml({ body: 'Svar.' })),
      ],
    )
    expect(await openAll('mail.msg', mail)).toMatchObject([
      {
        inner: '',
        text: 'Fra: Anne Lund\nEmne: Redegørelse\n\nKære minister\n\nVi vil – nu.\n',
        read: { notes: ['a small picture left out: image001.png'] },
      },
      { inner: 'brev.txt', text: 'Kære Per' },
      { inner: 'svar.eml', read: { format: 'mail' } },
    ])
  })

  it('what is no mail is refused', async () => {
    const card = madeMsg([['__substg1.0_001A001F', 'IPM.Contact']])
    expect(await openAll('x.msg', card)).toMatchObject([{ refused: expect.stringMatching(/IPM.Contact/) }])
  })

  it('a thousand broken ones neither crash nor go on for ever', async () => {
    const good = [sample('sent.msg'), sample('simple.msg')]
    const change = fc.tuple(fc.nat(20_000), fc.constantFrom(0, 1, 2, 127, 254, 255))
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        (from, changes) => {
          const bytes = Buffer.from(from)
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          try {
            if (fileKind(bytes) === 'msg') openMsg(bytes, defaultLimits)
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile)
          }
        },
      ),
      { numRuns: 1000, seed: 20181108 },
    )
  })

  it('a broken one is refused', async () => {
    for (const size of [600, 2000, 5000]) {
      const [opened] = await openAll('sent.msg', sample('sent.msg').subarray(0, size))
      expect(opened?.refused).toMatch(/broken|no text|empty/)
    }
  })
})
