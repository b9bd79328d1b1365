import { strToU8, zipSync } from 'fflate'

/** A cell of a made workbook: text, a number, a share shown as per cent, a day as Excel counts, or none. */
export type MadeCell = string | number | { percent: number } | { day: number } | null

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const column = (at: number): string => String.fromCharCode(65 + at)

/** An .xlsx workbook with these sheets, as Excel writes one: shared strings, styles, relations. */
export function madeXlsx(sheets: Record<string, MadeCell[][]>, hidden: string[] = []): Uint8Array {
  const strings: string[] = []
  const cellXml = (cell: MadeCell, reference: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    if (typeof cell === 'object')
      return 'percent' in cell
        ? `<c r="${reference}" s="1"><v>${cell.percent}</v></c>`
        : `<c r="${reference}" s="2"><v>${cell.day}</v></c>`
    if (!strings.includes(cell)) strings.push(cell)
    return `<c r="${reference}" t="s"><v>${strings.indexOf(cell)}</v></c>`
  }
  const sheetXml = (rows: MadeCell[][]): string =>
    rows
      .map(
        (cells, i) =>
          `<row r="${i + 1}">${cells.map((cell, at) => cellXml(cell, `${column(at)}${i + 1}`)).join('')}</row>`,
      )
      .join('')
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const entries = Object.entries(sheets)
  const worksheets = entries.map(
    ([, rows]) => `<worksheet ${main}><sheetData>${sheetXml(rows)}</sheetData></worksheet>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
      entries
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${entries
      .map(
        ([name], i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${entries
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet ${main}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  }
  worksheets.forEach((xml, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml
  })
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)] as const)
  return zipSync(Object.fromEntries(files), { mtime: new Date('2019-02-04T12:00:00Z') })
}
