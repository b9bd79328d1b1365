import type { Placement } from '../../schemas/case.ts'
import type { CaseNode } from './case-node.ts'
import { fitsMention } from './fits-mention.ts'
import { caseWords } from './matter.ts'

/** The letters of one case, and why each stands in it. */
export type Thread = { node: CaseNode; placedBy: Placement }[]

type Edge = { a: CaseNode; b: CaseNode; why: Placement }
type Part = { nodes: CaseNode[]; matters: Set<string>; first: string | null; last: string | null }
const strongest: Placement[] = ['answer', 'reference', 'case-number', 'matter']

/**
 * Threads the letters of a municipality into cases. What ties two letters is, from the strongest on: a person's decision,
 * that one answers the other, that one names the other or both name the same letter, a case number they share. What is
 * then left apart is joined where it is about the same matter and close in time.
 * @param nodes in the order of their dates
 */
export function threadLetters(nodes: CaseNode[]): Thread[] {
  // What a person placed elsewhere must not hold together the letters that it stood between.
  const free = nodes.filter(({ placed }) => !placed)
  const edges = ties(free)
  edges.push(...byMatter(parts(free, edges)))
  edges.push(...bySilence(parts(free, edges)))
  edges.push(...byPerson(nodes))
  const why = new Map<CaseNode, Placement[]>()
  for (const edge of edges) for (const node of [edge.a, edge.b]) put(why, node, edge.why)
  return parts(nodes, edges).map((part) =>
    part.nodes.map((node) => {
      const own = strongest.find((one) => why.get(node)?.includes(one)) ?? 'alone'
      return { node, placedBy: node.placed ? 'person' : own }
    }),
  )
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** What ties letters of one municipality by themselves. */
function ties(nodes: CaseNode[]): Edge[] {
  const edges: Edge[] = []
  const byId = new Map(nodes.map((node) => [node.entry.letter.id, node]))
  const sharing = { reference: new Map<string, CaseNode[]>(), 'case-number': new Map<string, CaseNode[]>() }
  for (const a of nodes) {
    const { letter } = a.entry
    for (const { id } of letter.linked) {
      const b = byId.get(id)
      if (b) edges.push({ a, b, why: 'answer' })
    }
    for (const number of letter.caseNumbers)
      put(sharing['case-number'], number.replace(/\s+/g, '').toLowerCase(), a)
    for (const { value } of a.mentions)
      if (!value.toAll && value.start && value.start === value.end) put(sharing.reference, value.start, a)
    for (const b of nodes) if (b !== a && names(a, b)) edges.push({ a, b, why: 'reference' })
  }
  for (const why of ['reference', 'case-number'] as const)
    for (const [a, ...others] of sharing[why].values())
      for (const b of others) if (a && b !== a) edges.push({ a, b, why })
  return edges
}

/** Whether a letter speaks of the other one: by its day, or about the same matter by a time that fits it. */
const names = (a: CaseNode, b: CaseNode): boolean =>
  a.mentions.some(({ value }) => {
    const { date } = b.entry.letter
    const fit = value.toAll ? null : fitsMention(value, { from: b.from, date, period: null, here: true })
    const differs = a.matter && b.matter && a.matter.code !== b.matter.code
    return fit === 'day' || (fit !== null && !differs)
  })

/** Parts about the same matter with no more days between them than letters of one case have. */
function byMatter(of: Part[]): Edge[] {
  const edges: Edge[] = []
  for (const code of new Set(of.flatMap(({ matters }) => [...matters]))) {
    const same = of.filter(({ matters }) => matters.has(code))
    const inTime = same.toSorted((a, b) => compare(a.first ?? '', b.first ?? ''))
    let before: Part | undefined
    for (const part of inTime) {
      if (before && gap(before, part) <= caseWords().closeDays) edges.push(...join(before, part))
      if (!before || compare(part.last ?? '', before.last ?? '') > 0) before = part
    }
  }
  return edges
}

/** A letter that says neither what it is about nor what it answers goes with the letters nearest in time. */
function bySilence(of: Part[]): Edge[] {
  return of.flatMap((silent): Edge[] => {
    if (silent.matters.size > 0 || silent.nodes.some(({ mentions }) => mentions.length > 0)) return []
    const [nearest] = of
      .filter(
        (part) => part !== silent && part.matters.size > 0 && gap(part, silent) <= caseWords().closeDays,
      )
      .sort((a, b) => gap(a, silent) - gap(b, silent))
    return nearest ? join(nearest, silent) : []
  })
}

/** Holds two parts together; every letter in them stands there for its matter too. */
function join(one: Part, other: Part): Edge[] {
  const [anchor] = one.nodes
  return anchor ? [...one.nodes, ...other.nodes].map((b): Edge => ({ a: anchor, b, why: 'matter' })) : []
}

/** Days between two parts; 0 when they overlap. An undated letter may be of any day. */
function gap(a: Part, b: Part): number {
  if (!a.first || !a.last || !b.first || !b.last) return 0
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
  return Math.max(0, days(a.last, b.first), days(b.last, a.first))
}

function byPerson(nodes: CaseNode[]): Edge[] {
  const byId = new Map(nodes.map((node) => [node.entry.letter.id, node]))
  return nodes.flatMap((a): Edge[] => {
    const b = byId.get(a.placed?.with ?? '')
    return b ? [{ a, b, why: 'person' }] : []
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The letters that edges hold together, each part in the order of the nodes. */
function parts(nodes: CaseNode[], edges: Edge[]): Part[] {
  const above = new Map(nodes.map((node) => [node, node]))
  const root = (node: CaseNode): CaseNode => {
    let top = node
    for (let up = above.get(top); up && up !== top; up = above.get(top)) top = up
    above.set(node, top)
    return top
  }
  for (const { a, b } of edges) above.set(root(b), root(a))
  const groups = new Map<CaseNode, CaseNode[]>()
  for (const node of nodes) put(groups, root(node), node)
  return [...groups.values()].map((group) => {
    const dates = group.flatMap(({ entry }) => entry.letter.date ?? []).sort()
    const matters = new Set(group.flatMap(({ matter }) => matter?.code ?? []))
    return { nodes: group, matters, first: dates[0] ?? null, last: dates.at(-1) ?? null }
  })
}
