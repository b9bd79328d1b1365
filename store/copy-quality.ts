import { sql } from 'kysely'
import type { PageScan } from '../schemas/page.ts'
import type { PackedPage } from './page-words.ts'
import { all, builtOnce, query, type Store } from './query.ts'

/** How far a page's text may be from what stands on it: what the file itself says, or read from an image, ever worse. */
const doubts = { good: 1, uncertain: 2, bad: 3, unread: 4 } as const

/** The doubt about the worst of some pages: 0 where the file itself gives all their text, up to 4. */
const worst = (scans: (PageScan | undefined)[]): number =>
  scans.reduce((most, scan) => Math.max(most, scan ? doubts[scan.grade] : 0), 0)

/** The doubt about a letter on these pages of a file that was read. */
export const doubtIn = (pages: Pick<PackedPage, 'number' | 'scan'>[], numbers: number[]): number =>
  worst(pages.filter(({ number }) => numbers.includes(number)).map(({ scan }) => scan))

/** The doubt about a recorded letter in the file that its text comes from. */
export function doubtAbout(store: Store, letter: string): number {
  return worst(all(store, scansOf(letter)).map(({ scan }) => JSON.parse(scan ?? 'null') ?? undefined))
}

const scansOf = builtOnce((letter: string) =>
  query
    .selectFrom('letter')
    .innerJoin('letter_source', (join) =>
      join
        .onRef('letter_source.letter_id', '=', 'letter.id')
        .onRef('letter_source.sha256', '=', 'letter.sha256'),
    )
    .innerJoin('page', 'page.sha256', 'letter.sha256')
    .select('page.scan')
    .where('letter.id', '=', letter)
    .where('page.number', 'in', sql<number>`(SELECT value FROM json_each(letter_source.pages))`)
    .where('page.scan', 'is not', null),
)
