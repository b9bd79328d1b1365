import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../../store/open.ts'
import { all, builtOnce, insert, query } from '../../store/query.ts'

const between = builtOnce((last: string, first: string, who: string | null) =>
  query
    .selectFrom('audit_log')
    .select(['at', 'who'])
    .where('at', '>=', first)
    .where('at', '<=', last)
    .where('action', '=', 'added')
    .where('who', 'is', who)
    .orderBy('at'),
)

test('a query that is built once gives what one built anew gives, whatever the values', () => {
  const store = openStore(':memory:')
  const rest = { action: 'added', record_id: 'a', before: '', after: '', reason: '' }
  const value = fc.oneof(fc.string(), fc.constantFrom('a', "'", '?', '{"place":0}'))
  const row = fc.record({ at: value, who: value })
  fc.assert(
    fc.property(fc.array(row), value, value, fc.option(value), (rows, one, other, who) => {
      store.exec('DELETE FROM audit_log')
      for (const own of rows) insert(store, 'audit_log', { ...own, ...rest })
      const found = all(store, between(one, other, who))
      const built = query
        .selectFrom('audit_log')
        .select(['at', 'who'])
        .where('at', '>=', other)
        .where('at', '<=', one)
        .where('action', '=', 'added')
        .where('who', 'is', who)
        .orderBy('at')
      expect(found).toEqual(all(store, built))
    }),
  )
})

test('a row is stored with each value in its column, in whatever order they are given', () => {
  const store = openStore(':memory:')
  insert(store, 'saved_view', { slug: 'a', name: 'A', address: 'x', who: 'Anna', at: '1' })
  insert(store, 'saved_view', { at: '2', who: 'Bo', address: 'y', name: 'B', slug: 'b' })
  expect(all(store, query.selectFrom('saved_view').selectAll().orderBy('slug'))).toEqual([
    { slug: 'a', name: 'A', address: 'x', who: 'Anna', at: '1' },
    { slug: 'b', name: 'B', address: 'y', who: 'Bo', at: '2' },
  ])
})
