import { type Checklist, deadlineStates } from '../../schemas/checklist.ts'
import { danish, glossary } from '../../schemas/glossary.ts'
import { danishPeriod } from '../danish-words.ts'
import { annexPage } from './annex.ts'
import { code, type Document, type Page, strong, text } from './blocks.ts'
import { municipalityPage } from './municipality.ts'
import { overviewPage } from './overview.ts'
import { stateWord } from './words.ts'

/** The checklist as pages, in Danish: the overview, a page for each municipality, then all promises and the words. */
export function checklistDocument(checklist: Checklist): Document {
  const { period, municipalities } = checklist
  return {
    title: `Tjekliste for ${danishPeriod(period.start, period.end)} (${period.code})`,
    pages: [
      overviewPage(checklist),
      ...municipalities.map(municipalityPage),
      ...municipalities.flatMap((of) => annexPage(of) ?? []),
      wordsPage(checklist),
    ],
  }
}

function wordsPage({ withoutMunicipality }: Checklist): Page {
  const explained = deadlineStates.map((state) => text(strong(`${stateWord(state)}:`), ` ${meaning(state)}`))
  return {
    id: 'ord',
    title: 'Ordene om tilstand',
    blocks: [
      { kind: 'list', tick: false, items: explained },
      ...(withoutMunicipality.length > 0
        ? [
            { kind: 'heading' as const, level: 3 as const, text: 'Breve, hvis kommune ikke er fundet' },
            {
              kind: 'list' as const,
              tick: false,
              items: withoutMunicipality.map(({ id, kind, file, commitments }) =>
                text(`${danish('kind of letter', kind)} `, code(id), ` (${file}), ${commitments} tilsagn`),
              ),
            },
          ]
        : []),
    ],
  }
}

const meaning = (state: string): string =>
  glossary.find(({ of, term }) => of === "state at a period's end" && term === state)?.explanation ?? ''
