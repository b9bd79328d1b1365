import { documentOf, pageWidth, paragraph } from './letterhead.ts'
import { table } from './letters.ts'

/** For those who check a draft: where each word of it comes from. */
export const annex = (): Promise<Buffer> =>
  documentOf(
    'Bilag til intern brug',
    [
      paragraph('Bilag til intern brug: belæg for {brev} til {modtager}', { bold: true }),
      paragraph('Udkast {nummer}, {dato}. Bilaget sendes ikke med brevet.'),
      table(
        ['Felt', 'I brevet', 'Bygger på', 'Sted', 'Kildens ord'],
        ['{#belæg}{felt}', '{ord}', '{kilde}', '{sted}', '{kildens_ord}{/belæg}'],
        [12, 28, 18, 16, 26],
        pageWidth,
      ),
    ],
    { plain: true },
  )
