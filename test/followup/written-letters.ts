import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/query.ts'
import { ingestHere } from '../ingest-here.ts'

export const at = '2026-01-01T12:00:00.000Z'

/** Ingests files, or texts as one file each, into a database in memory. */
export async function ingested(files: string[], texts: string[] = []): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'opfolg-written-'))
  const written = texts.map((text, i) => {
    const path = join(folder, `${String(i).padStart(2, '0')}.txt`)
    writeFileSync(path, text)
    return path
  })
  const store = openStore(':memory:')
  const unread = await ingestHere(store, [...files, ...written], at)
  rmSync(folder, { recursive: true })
  if (unread.length > 0) throw new Error(`not read: ${unread.join(', ')}`)
  return store
}

type Letter = { municipality?: string; date?: string; subject?: string; number?: string; body: string[] }

/** A municipality's letter to the minister. */
export function statement({ municipality = 'Lejre', date, subject, number, body }: Letter): string {
  return [
    `${municipality} Kommune\nRådhuspladsen 1\nwww.${municipality.toLowerCase()}.dk`,
    'Beskæftigelsesministeren\nHolmens Kanal 20\n1060 København K',
    ...(date ? [date] : []),
    ...(number ? [`Sagsnr. ${number}`] : []),
    ...(subject ? [subject] : []),
    'Kære minister',
    ...body,
    `Med venlig hilsen\n\nJens Hald\nBorgmester, ${municipality} Kommune`,
  ].join('\n\n')
}

/** The minister's letter to a municipality. */
export function fromMinister({ municipality = 'Lejre', date, subject, number, body }: Letter): string {
  return [
    `Til borgmesteren i ${municipality} Kommune`,
    'Beskæftigelsesministeren\nHolmens Kanal 20\n1060 København K\nE bm@bm.dk\nwww.bm.dk',
    ...(date ? [date] : []),
    ...(number ? [`J.nr. ${number}`] : []),
    ...(subject ? [subject] : []),
    'Kære borgmester',
    ...body,
    'Venlig hilsen\n\nTroels Lund Poulsen\nBeskæftigelsesminister',
  ].join('\n\n')
}

export const asking = (deadline = 'senest den 1. juni 2018') =>
  `Jeg skal derfor bede kommunen om en redegørelse for, hvilke nye initiativer der er sat i gang over for dagpengemodtagere, hvordan der følges op på dem, og hvornår lovgivningens krav er opfyldt. Redegørelsen bedes sendt ${deadline}.`
