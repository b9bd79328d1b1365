import {
  type ChecklistItem,
  type ChecklistLetter,
  deadlineStates,
  type MunicipalityChecklist,
} from '../../schemas/checklist.ts'
import type { CommitmentKind } from '../../schemas/commitment.ts'
import { danish } from '../../schemas/glossary.ts'
import { type Verdict, verdictValues } from '../../schemas/verdict.ts'
import { danishDate, listed } from '../danish-words.ts'
import { type Block, code, type Page, strong, text } from './blocks.ts'
import {
  capital,
  evidence,
  itemText,
  letterText,
  quotedItem,
  sourcesOf,
  stateWord,
  timesOf,
} from './words.ts'

/** The headings under which the kinds of promises stand. */
const titles: Record<CommitmentKind, string> = {
  compliance: 'Forventning om at opfylde kravene',
  target: 'Mål',
  initiative: 'Initiativer',
  monitoring: 'Lovet opfølgning',
}
const kinds = Object.keys(titles) as CommitmentKind[]

/** All that a municipality's letters promise: the statement, those before it, and plans; null when there is nothing. */
export function annexPage(of: MunicipalityChecklist): Page | null {
  const { statement, earlierStatements, plans, municipality } = of
  const blocks: Block[] = [
    ...(statement ? promises(statement, of.verdicts) : []),
    ...earlierBlocks(earlierStatements),
    ...plans.flatMap((plan) => planBlocks(plan, of.planVerdicts)),
  ]
  if (blocks.length === 0) return null
  return { id: `bilag-${municipality.code}`, title: `Bilag: alle tilsagn fra ${municipality.name}`, blocks }
}

/** Every promise of a letter under its kind and state, with a box for the one who checks it. */
function promises({ items }: ChecklistLetter, verdicts: Verdict[]): Block[] {
  return kinds.flatMap((kind) => {
    const those = items.filter((item) => item.kind === kind)
    if (those.length === 0) return []
    return [{ kind: 'heading', level: 3, text: titles[kind] } as const, ...byState(those, verdicts)]
  })
}

function byState(items: ChecklistItem[], verdicts: Verdict[]): Block[] {
  return deadlineStates.flatMap((state): Block[] => {
    const those = items.filter((item) => item.state === state)
    if (those.length === 0) return []
    return [
      { kind: 'paragraph', text: text(strong(`${capital(stateWord(state))} (${those.length})`)) },
      {
        kind: 'list',
        tick: true,
        items: those.map((item) => {
          const verdict = verdicts.find(({ commitmentId }) => commitmentId === item.id)
          return text(itemText(item), verdict ? ` ${capital(danish('verdict', verdict.verdict))}.` : null)
        }),
      },
    ]
  })
}

function earlierBlocks(letters: ChecklistLetter[]): Block[] {
  if (letters.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: 'Tidligere redegørelser' },
    {
      kind: 'list',
      tick: false,
      items: letters.flatMap((letter) => [
        text(letterText(letter), ` ${letter.items.length} tilsagn.`),
        ...letter.items
          .filter(({ kind }) => kind === 'compliance')
          .map((item) => text(`${timesOf(item) || 'ingen dato'}: ${quotedItem(item)} `, evidence(item))),
      ]),
    },
  ]
}

function planBlocks(plan: ChecklistLetter, verdicts: Verdict[]): Block[] {
  const mine = verdicts.filter(({ letterId }) => letterId === plan.id)
  const counts = verdictValues.flatMap((value) => {
    const count = mine.filter(({ verdict }) => verdict === value).length
    return count > 0 ? [`${count} ${danish('verdict', value)}`] : []
  })
  const judged = counts.length > 0 ? ` Mål og forventninger: ${listed(counts)}.` : ''
  return [
    { kind: 'heading', level: 3, text: `Plan: ${plan.subject ?? plan.id}` },
    {
      kind: 'paragraph',
      text: text(
        `${plan.date ? `Af ${danishDate(plan.date)}` : 'Udateret'} (`,
        code(plan.id),
        `, ${sourcesOf(plan)}).${judged}`,
      ),
    },
    ...promises(plan, mine),
  ]
}
