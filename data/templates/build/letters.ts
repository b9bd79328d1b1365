import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { item, letter, mark, paragraph, textWidth } from './letterhead.ts'

const leaders = 'borgmester, beskæftigelsesudvalgsformand og jobcenterchef'
const municipal = { recipient: `Til ${leaders}`, greeting: `Kære ${leaders}` }

const figures = [
  mark('{#tal}'),
  paragraph(
    'Opgørelsen »{indikator}« viser for {periode} {værdi} i {kommune}{#landet} mod {landet} i hele landet{/landet}.{#før_værdi} Det seneste tal før redegørelsen var {før_værdi} ({før_periode}).{/før_værdi} Kilde: {kilde}, hentet den {hentet}.',
  ),
  mark('{/tal}'),
]

/** The first request for a statement. */
export const request = (): Promise<Buffer> =>
  letter({
    ...municipal,
    title: 'Anmodning om redegørelse',
    subject: 'Anmodning om redegørelse fra {kommune} om {emne}',
    body: [
      paragraph(
        'Det er kommunens ansvar, at borgerne får den indsats, som de har ret til efter loven, og at de får den til tiden. Jeg følger derfor udviklingen i kommunerne tæt.',
      ),
      ...figures,
      paragraph('Jeg skal på den baggrund bede {kommune} om en redegørelse, hvor det fremgår:', {
        keepNext: true,
      }),
      mark('{#spørgsmål}'),
      item('{tekst}'),
      mark('{/spørgsmål}'),
      paragraph(
        'Jeg beder om at modtage redegørelsen senest den {svarfrist}. Redegørelsen bedes være dateret og underskrevet.',
        { before: 160 },
      ),
    ],
  })

/** The request for what a statement leaves open. */
export const supplementaryRequest = (): Promise<Buffer> =>
  letter({
    ...municipal,
    title: 'Anmodning om supplerende redegørelse',
    subject: 'Anmodning om supplerende redegørelse fra {kommune} om {emne}',
    body: [
      paragraph('Tak for jeres redegørelse af {redegørelse_dato} om {emne}.'),
      paragraph(
        'Jeg har gennemgået redegørelsen. Det er min vurdering, at den ikke er fyldestgørende på følgende punkter:',
        { keepNext: true },
      ),
      mark('{#mangler}'),
      item('{begrundelse}{#citater} I skriver: »{citat}«.{/citater}'),
      mark('{/mangler}'),
      paragraph('Jeg skal derfor bede {kommune} om en supplerende redegørelse, hvor det fremgår:', {
        before: 160,
        keepNext: true,
      }),
      mark('{#mangler}'),
      item('{bed_om}'),
      mark('{/mangler}'),
      paragraph(
        'Jeg beder om at modtage den supplerende redegørelse senest den {svarfrist}. Den bedes være dateret og underskrevet.',
        { before: 160 },
      ),
    ],
  })

/** That the statement came in, with the expectation noted and the status announced. */
export const acknowledgement = (): Promise<Buffer> =>
  letter({
    ...municipal,
    title: 'Kvittering for redegørelse',
    subject: 'Vedrørende redegørelse fra {kommune} om {emne}',
    body: [
      mark('{#anmodning}'),
      paragraph(
        'Den {anmodning_dato} sendte jeg et brev til jeres kommune, hvor jeg bad jer om en redegørelse om {emne}.',
      ),
      mark('{/anmodning}'),
      paragraph(
        'Jeg har den {modtaget} modtaget redegørelsen fra {kommune}{#underskrivere} i et brev, underskrevet {underskrivere}{/underskrivere}.{^underskrivere} Redegørelsen er ikke underskrevet.{/underskrivere}',
      ),
      mark('{#har_initiativer}'),
      paragraph('Af jeres redegørelse fremgår det blandt andet:', { keepNext: true }),
      mark('{/har_initiativer}'),
      mark('{#initiativer}'),
      item('»{initiativ}«.'),
      mark('{/initiativer}'),
      mark('{#forventninger}'),
      paragraph(
        'Jeg noterer mig jeres forventning{#tid} ({tid}){/tid}: »{forventning}«.{^tid} Redegørelsen siger ikke, hvornår det skal være sket.{/tid}',
        { before: 160 },
      ),
      mark('{/forventninger}'),
      mark('{^forventninger}'),
      paragraph('Redegørelsen siger ikke, hvornår lovgivningens krav er opfyldt.'),
      mark('{/forventninger}'),
      paragraph('Det væsentligste er, at borgerne får den indsats, de har ret til, og får den til tiden.'),
      paragraph(
        'Jeg vil gerne takke for redegørelsen, og jeg ser frem til at følge kommunens udvikling på området. Jeg har i den forbindelse bedt Styrelsen for Arbejdsmarked og Rekruttering om at udarbejde en status til mig, når vi har data for {statusmåned}.',
      ),
    ],
  })

/** What the figures say of the expectation, in five versions of which one is shown. */
export const status = (): Promise<Buffer> =>
  letter({
    ...municipal,
    title: 'Status efter tal',
    subject: 'Status på redegørelse fra {kommune} om {emne}',
    body: [
      paragraph(
        'Tak for jeres redegørelse af {redegørelse_dato} om {emne}.{#svar} I mit svar af {svar_dato} skrev jeg, at der ville blive gjort status.{/svar} Vi har nu data for {måned}.',
      ),
      mark('{#forventninger}'),
      paragraph('I redegørelsen skrev I: »{forventning}«{#tid} ({tid}){/tid}.'),
      mark('{/forventninger}'),
      ...figures,
      mark('{#holdt}'),
      paragraph(
        'Tallene viser, at jeres forventning er indfriet. Det er jeg tilfreds med, og jeg vil gerne takke for den indsats, som kommunen har gjort.',
      ),
      paragraph(
        'Jeg lægger til grund, at kommunen fastholder niveauet, og foretager mig ikke mere i sagen på nuværende tidspunkt.',
      ),
      mark('{/holdt}'),
      mark('{#ikke_holdt}'),
      paragraph('Tallene viser, at jeres forventning ikke er indfriet. {grund}'),
      paragraph(
        'Det er ikke tilfredsstillende. Jeg skal derfor bede {kommune} om en ny redegørelse, hvor det fremgår, hvorfor forventningen ikke er indfriet, hvilke nye initiativer kommunen tager, og hvornår lovgivningens krav er opfyldt. Jeg beder om at modtage den senest den {svarfrist}.',
      ),
      mark('{/ikke_holdt}'),
      mark('{#ikke_forfaldent}'),
      paragraph(
        'Det tidspunkt, som I selv har sat, er endnu ikke kommet, når man ser på data for {måned}. Det er derfor for tidligt at sige, om forventningen er indfriet.',
      ),
      paragraph(
        'Jeg følger fortsat udviklingen i kommunen og vender tilbage med en status, når vi har data for {afgøres_måned}.',
      ),
      mark('{/ikke_forfaldent}'),
      mark('{#tal_mangler}'),
      paragraph('Det kan ikke siges, om jeres forventning er indfriet. {grund}'),
      paragraph(
        'Jeg følger fortsat udviklingen i kommunen og vender tilbage med en status, når tallene foreligger.',
      ),
      mark('{/tal_mangler}'),
      mark('{#kan_ikke_måles}'),
      paragraph('Det kan ikke siges ud fra tallene, om jeres forventning er indfriet. {grund}'),
      paragraph(
        'Jeg skal derfor bede {kommune} om at oplyse, hvornår lovgivningens krav er opfyldt, og hvilket tal der viser det. Jeg beder om at modtage svaret senest den {svarfrist}.',
      ),
      mark('{/kan_ikke_måles}'),
    ],
  })

const thin = { style: BorderStyle.SINGLE, size: 4, color: '9AA3AB' }
const borders = { top: thin, bottom: thin, left: thin, right: thin }

/**
 * A table with a heading row and one row that is repeated.
 * @param shares of the columns, in per cent
 * @param total width, in twentieths of a point
 */
export function table(head: string[], row: string[], shares: number[], total: number): Table {
  const size = 15
  const cells = (texts: string[], bold: boolean) =>
    texts.map(
      (text, at) =>
        new TableCell({
          borders,
          width: { size: Math.round(((shares[at] ?? 0) * total) / 100), type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 70, right: 70 },
          ...(bold && { shading: { fill: 'EEF2F6' } }),
          children: [new Paragraph({ children: [new TextRun({ text, size, bold })] })],
        }),
    )
  return new Table({
    width: { size: total, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((share * total) / 100)),
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, true) }),
      new TableRow({ cantSplit: true, children: cells(row, false) }),
    ],
  })
}

/** The committee is told how far all municipalities are. */
export const orientation = (): Promise<Buffer> =>
  letter({
    recipient: 'Beskæftigelsesudvalget',
    greeting: 'Kære medlemmer af Beskæftigelsesudvalget',
    title: 'Orientering af udvalget',
    subject: 'Orientering om {emne}: status for {måned}',
    body: [
      mark('{#tidligere}'),
      paragraph('Den {tidligere_dato} orienterede jeg udvalget om {emne}.'),
      mark('{/tidligere}'),
      paragraph(
        'Der er nu data for {måned}. Nedenfor fremgår det for de {antal} kommuner, der har sendt en redegørelse, hvad kommunen selv forventer, og hvad tallene viser.',
      ),
      table(
        ['Kommune', 'Kommunens forventning', 'Hvornår', 'Før', '{måned}', 'Forventning'],
        ['{#kommuner}{kommune}', '{forventning}', '{tid}', '{før}', '{nu}', '{vurdering}{/kommuner}'],
        [15, 32, 14, 11, 13, 15],
        textWidth,
      ),
      mark(''),
      mark('{#indikatorer}'),
      paragraph(
        'Tallene er opgørelsen »{indikator}«. »Før« er det seneste tal før redegørelsen.{#landet} For hele landet var tallet {landet} i {måned}.{/landet} Kilde: {kilde}, hentet den {hentet}.',
      ),
      mark('{/indikatorer}'),
      mark('{#andre}'),
      paragraph('For {andre_kommune} er status bebudet på data for {andre_måned}.'),
      mark('{/andre}'),
      paragraph(
        'Jeg følger fortsat kommunernes udvikling på området tæt sammen med Styrelsen for Arbejdsmarked og Rekruttering.',
      ),
    ],
  })
