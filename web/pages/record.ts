import { Hono } from 'hono'
import { readCommitmentRows } from '../../store/commitment-rows.ts'
import { readLetterRows } from '../../store/letter-rows.ts'
import type { Asked, Web } from '../context.ts'
import { PageError } from '../page-error.ts'

/** Leads from the number of a record, as lists and drafts name it, to the page where it stands. */
export function recordPage({ store }: Web): Hono<Asked> {
  return new Hono<Asked>().get('/:id', (c) => {
    const id = c.req.param('id')
    if (/^\d{4}-/.test(id)) return c.redirect(`/sager/${id}`, 303)
    if (readLetterRows(store).some((letter) => letter.id === id)) return c.redirect(`/breve/${id}`, 303)
    const found = readCommitmentRows(store).find((commitment) => commitment.id === id)
    if (found) return c.redirect(`/breve/${found.letterId}?tilsagn=${id}#t-${id}`, 303)
    throw new PageError(
      404,
      'Posten findes ikke længere',
      'Brevet er læst igen eller fjernet siden. Find det fra overblikket eller med søgning.',
    )
  })
}
