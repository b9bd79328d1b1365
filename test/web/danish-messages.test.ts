import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../data/load.ts'
import { readTable } from '../../pipeline/figures/read-table.ts'
import { understand } from '../../pipeline/figures/understand.ts'
import { ingestFiles } from '../../pipeline/run.ts'
import { openStore } from '../../store/open.ts'
import { readLetters } from '../../store/read-letters.ts'
import { findingInDanish, inDanish } from '../../web/parts/danish-messages.ts'
import { ruleWords } from '../../web/parts/words.ts'
import { textLiterals } from './text-literals.ts'

/** Where the texts stand that a web user can meet; what speaks Danish itself or to the command line alone is left out. */
const folders = [
  'pipeline/read',
  'pipeline/read/picture',
  'pipeline/read/scan',
  'pipeline/readers',
  'pipeline/figures',
]
const files = [
  'pipeline/find-letters.ts',
  'pipeline/find-original.ts',
  'followup/replies/check-template.ts',
  'followup/replies/render-template.ts',
]
const left = [
  'scan-issues.ts',
  'ask-api.ts',
  'picture-pdf.ts',
  'watch.ts',
  'pdf-resources.ts',
  'safe-name.ts',
]

const sources = [
  ...folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder))
      .filter((name) => name.endsWith('.ts') && !left.includes(name))
      .map((name) => join(folder, name)),
  ),
  ...files,
]

/** Parts of a message that stand by themselves in a source, with a whole message that holds them. */
const wholes: Record<string, string> = {
  '; the nearest name is *': "line 3: no municipality is called 'Kge'; the nearest name is Køge",
  '; there is *': "no sheet 'Ark9'; there is 'Ark1', 'Ark2'",
  '; the nearest is {*}':
    'brev.docx: {dta} is no field of this letter; the nearest is {dato} (docs/skabeloner.md lists them)',
  '*: {*} is no field of this letter* (docs/skabeloner.md lists them)':
    'brev.docx: {dta} is no field of this letter (docs/skabeloner.md lists them)',
  'the PDF is encrypted*': 'the PDF is encrypted',
  ', and no password given opens it': 'the PDF is encrypted, and no password given opens it',
  'its text is not readable (fonts without a Unicode map)':
    'its text is not readable (fonts without a Unicode map), and its pages cannot be read: at most 300 scanned pages of a file are read',
  "*: no municipality is called '*'*": "line 3: no municipality is called 'Xyz'",
  "no sheet '*'*": "no sheet 'Ark9'",
  '--column *': "--column x: there is no such column; there is 'Andel'",
  "*, column '*'":
    "decimal comma and decimal point are mixed: '1,5' in line 2, column 'Andel', '1.5' in line 3, column 'Andel'",
  '*: {*} has no value*': 'brev.docx: {dato} has no value',
  'signal *': 'the reader crashed on it (signal SIGSEGV)',
  'a picture': 'a small picture left out: a picture',
  'HEIC, as telephones take them': 'a picture of a kind that is not read (HEIC, as telephones take them)',
  'turned the right way': 'pages 1-3: turned the right way',
  'no marker': 'the picture is broken',
  'no such colours': 'the picture is broken',
  'not to be unpacked': 'the picture is broken',
  'cut short': 'the picture is broken',
  'no such filter': 'the picture is broken',
  'no pixels': 'the picture is broken',
  'no pages': 'the picture is broken',
  'no strips': 'the picture is broken',
  'a value beyond the end': 'the picture is broken',
  'it does not start': 'the recogniser of text failed: it does not start',
  'read from the image': 'pages 1-3: read from the image',
  'text layer not readable (fonts without a Unicode map)':
    'page 2: text layer not readable (fonts without a Unicode map)',
  'read with doubt': 'page 2: read with doubt',
  'read badly': 'page 2: read badly',
  'perhaps not read to the end': 'page 2: perhaps not read to the end',
  'not read: *': 'page 2: not read: drawing or recognising it failed',
  'opfolg: too long': 'reading it takes more than 60 seconds',
  'opfolg: out of memory': 'reading it takes more than 2048 MB of memory',
  'exit code *': 'the reader crashed on it (exit code 1)',
  'the process that reads files does not start: *': 'the program failed on it (it does not start)',
  'no column of figures that is wanted*': 'no column of figures that is wanted',
  "columns '*' and '*' both hold *, with different values; ":
    "columns 'a' and 'b' both hold passivandel, with different values; name the one that is meant: --column \"b=passivandel\"",
  'name the one that is meant: --column "*=*"':
    "columns 'a' and 'b' both hold passivandel, with different values; name the one that is meant: --column \"b=passivandel\"",
  'retrieved *, but * has a figure of *, which was not over then; ':
    'retrieved 2018-11-05, but line 3 has a figure of 2018M12, which was not over then; say the day with --retrieved',
  'say the day with --retrieved':
    'retrieved 2018-11-05, but line 3 has a figure of 2018M12, which was not over then; say the day with --retrieved',
  "*: * cannot be a * (column '*')": "line 3: 120 cannot be a share in per cent (column 'Andel')",
  'share in per cent': "line 3: 120 cannot be a share in per cent (column 'Andel')",
  'the country':
    'passivandel of the country in 2018M12 stands there twice with different values: 1 in line 2, 2 in line 3',
  '* of * in * stands there twice with ':
    'passivandel of 0259 in 2018M12 stands there twice with different values: 1 in line 2, missing in line 3',
  'different values: * in *, * in *':
    'passivandel of 0259 in 2018M12 stands there twice with different values: 1 in line 2, missing in line 3',
  'different kinds of periods are mixed: * in *, * in *; ':
    'different kinds of periods are mixed: 2018M12 in line 2, 2018Y01 in line 3; import each kind as a file of its own',
  'import each kind as a file of its own':
    'different kinds of periods are mixed: 2018M12 in line 2, 2018Y01 in line 3; import each kind as a file of its own',
}

/** Whether a text is a message in English: not signs of a file format, and not Danish already. */
const isMessage = (text: string): boolean =>
  /[a-z]{2,} [a-z(*'{]|^[a-z]+ [a-z]{2,}/.test(text) &&
  !/^[/ ]|<<|\/[A-Z]|^\* R$|^q \*|^SQLite|[æøå]/.test(text)

const messages = [
  ...new Set(
    sources.flatMap((file) => textLiterals(readFileSync(join(packageRoot, file), 'utf8')).filter(isMessage)),
  ),
]

const whole = (literal: string): string => (wholes[literal] ?? literal).replaceAll('*', '7')

test('the texts of the sources are found', () => {
  expect(messages.length).toBeGreaterThan(150)
  for (const known of ['an empty ZIP', 'too big: *, at most * are read', 'no figures in it'])
    expect(messages).toContain(known)
  expect(Object.keys(wholes).filter((part) => !messages.includes(part))).toEqual([])
})

test('everything that the readers, the import of figures and the templates say has a Danish pair', () => {
  expect(messages.filter((text) => inDanish(whole(text)) === whole(text))).toEqual([])
})

/** Words that no Danish sentence has. */
const english =
  /(?<!\p{L})(?:the|and|with|without|which|takes|than|there|say|name it|read it|save|twice|not)(?!\p{L})/iu

test('nothing of a message stays English', () => {
  const said = messages.map((text) => inDanish(whole(text)))
  expect(said.filter((text) => english.test(text))).toEqual([])
})

test('a letter that cannot be drafted says why in Danish, whatever field has no value', () => {
  const fields = readFileSync(join(packageRoot, 'data/templates/felter.json'), 'utf8')
  const hints = [...fields.matchAll(/"missing": ("(?:[^"\\]|\\.)+")/g)].map(
    ([, hint]) => JSON.parse(hint ?? '') as string,
  )
  expect(hints.length).toBeGreaterThan(5)
  for (const hint of hints) {
    const said = inDanish(`kvittering.docx: {dato} has no value: ${hint}`)
    expect(said).toMatch(/^kvittering.docx: feltet \{dato\} har ingen værdi: /)
    expect(said).not.toContain(hint)
  }
  expect(inDanish('Køge: there is no statement of it here; ingest it first')).not.toContain('statement')
  expect(
    inDanish(
      "Køge: its statement answers all questions, so nothing is missing; see 'opfolg assess c725792c97'",
    ),
  ).toBe('Køge: redegørelsen svarer på alle spørgsmål, så der mangler intet at spørge om')
})

test.each([
  ['Kommune;Periode\nKøge;2018M12\n', /ingen kolonne med de tal/],
  ['Kommune;Periode;Andel\nKge;2018M12;12,5\n', /linje 2|ingen kendt kolonne/],
  ['a;b\n1;2\n', /ingen kolonne hedder Område/],
  ['Kommune;2018M11;2018M12\nKøge;12,5;13\n', /kolonnerne er perioder \(2018M11\)/],
])('figures in %j are refused in Danish', async (text, words) => {
  const table = await readTable(new TextEncoder().encode(text))
  const refuse = () => understand(table, { columns: [] })
  let said = ''
  try {
    refuse()
  } catch (error) {
    said = inDanish((error as Error).message)
  }
  expect(said).toMatch(words)
  expect(said).not.toMatch(english)
})

test('a message about a whole cell of a file is cut, and is still in Danish', () => {
  const said = inDanish(`line 3: '${'x'.repeat(1_000_000)}' is no figure (column 'Andel')`)
  expect(said).toMatch(/^linje 3: »x+ … x+« er ikke et tal \(kolonnen »Andel«\)$/)
  expect(said.length).toBeLessThan(1200)
})

test('what is not known stays as it is', () => {
  expect(inDanish('Brevet er læst')).toBe('Brevet er læst')
  expect(inDanish('')).toBe('')
})

/** The TypeScript files below a folder. */
const below = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

const found = (folder: string, pattern: RegExp): string[] => [
  ...new Set(
    below(folder).flatMap((file) =>
      [...readFileSync(join(packageRoot, file), 'utf8').matchAll(pattern)].map(([, , words]) => words ?? ''),
    ),
  ),
]

test.each([
  'extractors/time',
  'extractors/letterhead',

  'extractors/acknowledgement',
])('the rules and assumptions of %s have Danish names', (folder) => {
  const words = [...found(folder, /rule: (['"])(.+?)\1/g), ...found(folder, /assumed: \[(['"])(.+?)\1/g)]
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((one) => findingInDanish(one) === one)).toEqual([])
})

test('the rules and assumptions of the sample letters have Danish names', async () => {
  const store = openStore(':memory:')
  const names = readdirSync(join(packageRoot, 'test/letters')).filter((name) => name.endsWith('.txt'))
  const letters = [
    ...names.map((name) => join(packageRoot, 'test/letters', name)),
    join(packageRoot, 'data/letters/orientering-2018-08-31.txt'),
  ]
  await ingestFiles(store, letters, { at: '2019-01-01T00:00:00Z', onFile: () => {} })
  const english = new Set<string>()
  for (const { commitments, ...facts } of readLetters(store)) {
    for (const one of saidIn(facts)) if (findingInDanish(one) === one) english.add(one)
    for (const { rule, ...of } of commitments) {
      if (ruleWords(rule).name === rule) english.add(rule)
      for (const one of saidIn(of)) if (findingInDanish(one) === one) english.add(one)
    }
  }
  store.close()
  expect([...english]).toEqual([])
})

/** Every rule and assumption in a record. */
function saidIn(of: unknown): string[] {
  if (Array.isArray(of)) return of.flatMap(saidIn)
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([key, value]) => {
    if (key === 'rule') return [String(value)]
    return key === 'assumed' && Array.isArray(value) ? value.map(String) : saidIn(value)
  })
}
