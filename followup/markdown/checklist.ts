import { type Checklist, deadlineStates } from '../../schemas/checklist.ts'
import { danish, glossary } from '../../schemas/glossary.ts'
import { danishDate, danishPeriod } from '../danish-words.ts'
import { escapeMarkdown } from './escape.ts'
import { stateWord } from './items.ts'
import { municipalitySection } from './municipality.ts'
import { mainPoints, overviewTable } from './overview.ts'

/** The checklist as Markdown (GitHub's), in Danish. */
export function checklistMarkdown(checklist: Checklist): string {
  const { period, municipalities, withoutMunicipality } = checklist
  const lines = [
    `# Tjekliste for ${danishPeriod(period.start, period.end)} (${period.code})`,
    '',
    `Tilstanden er opgjort pr. ${danishDate(period.end)} efter brevenes egne ord: den siger, hvad der efter kommunens ord skulle være sket, ikke om det er sket. Feltet foran et tilsagn er til den, der efterprøver det.`,
    '',
    reviewSentence(checklist),
    '',
    '## Overblik',
    '',
    ...mainPoints(checklist),
    '',
    ...overviewTable(checklist),
    '',
    ...municipalities.flatMap(municipalitySection),
    ...(withoutMunicipality.length > 0
      ? ['## Breve, hvis kommune ikke er fundet', '', ...withoutMunicipality.map(unplacedLine), '']
      : []),
    '## Ordene om tilstand',
    '',
    ...deadlineStates.map((state) => `- **${stateWord(state)}:** ${meaning(state)}`),
  ]
  return `${lines.join('\n')}\n`.replace(/\n{3,}/g, '\n\n')
}

function reviewSentence({ reviews: { proposed, confirmed, edited, rejected } }: Checklist): string {
  const shown = proposed + confirmed + edited
  if (shown + rejected === 0) return 'Der er ingen tilsagn at gennemgå her.'
  const notReviewed =
    proposed > 0
      ? `**Ikke gennemgået:** ${proposed} af ${shown} tilsagn er fundet af regler og ikke set af et menneske`
      : `Alle ${shown} tilsagn er set af et menneske`
  const decided = [
    ...(confirmed > 0 ? [`${confirmed} er bekræftet`] : []),
    ...(edited > 0 ? [`${edited} er rettet`] : []),
    ...(rejected > 0 ? [`${rejected} er afvist og udeladt`] : []),
  ]
  return `${[notReviewed, ...decided].join('; ')}.`
}

function unplacedLine({ id, kind, file, commitments }: Checklist['withoutMunicipality'][number]): string {
  return `- ${danish('kind of letter', kind)} \`${id}\` (${escapeMarkdown(file)}), ${commitments} tilsagn`
}

const meaning = (state: string): string =>
  glossary.find(({ of, term }) => of === "state at a period's end" && term === state)?.explanation ?? ''
