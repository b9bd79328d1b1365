type Row = 'new' | 'old'

/** For each table that a letter's record is read from: the letters that a row of it belongs to, as a query. */
const lettersOf: Record<string, (row: Row) => string> = {
  letter: (row) => `SELECT ${row}.id AS id
    UNION SELECT answering_id FROM link WHERE answered_id = ${row}.id
    UNION SELECT answered_id FROM link WHERE answering_id = ${row}.id`,
  letter_source: (row) => `SELECT ${row}.letter_id AS id`,
  file: (row) => `SELECT letter_id AS id FROM letter_source WHERE sha256 = ${row}.sha256`,
  page: (row) => `SELECT letter_id AS id FROM letter_source WHERE sha256 = ${row}.sha256`,
  signatory: (row) => `SELECT ${row}.letter_id AS id`,
  issue: (row) => `SELECT ${row}.letter_id AS id`,
  link: (row) => `SELECT ${row}.answering_id AS id UNION SELECT ${row}.answered_id`,
  commitment: (row) => `SELECT ${row}.letter_id AS id`,
  commitment_time: (row) => `SELECT letter_id AS id FROM commitment WHERE id = ${row}.commitment_id`,
  verdict_decision: (row) => `SELECT letter_id AS id FROM commitment WHERE id = ${row}.commitment_id`,
  assessment: (row) => `SELECT ${row}.letter_id AS id`,
  case_placement: (row) => `SELECT ${row}.letter_id AS id`,
  reply: (row) => `SELECT ${row}.letter_id AS id`,
}

function triggers(table: string, ids: (row: Row) => string): string {
  const note = (row: Row) => `
  INSERT INTO letter_change (letter_id, number)
  SELECT DISTINCT id, (SELECT coalesce(max(number), 0) + 1 FROM letter_change) FROM (${ids(row)}) WHERE id IS NOT NULL
  ON CONFLICT (letter_id) DO UPDATE SET number = excluded.number;`
  const rows = { INSERT: ['new'], UPDATE: ['old', 'new'], DELETE: ['old'] } as const
  return Object.entries(rows)
    .map(
      ([event, noted]) =>
        `CREATE TRIGGER ${table}_${event.toLowerCase()}_noted AFTER ${event} ON ${table} BEGIN ${noted.map(note).join('')}
END;`,
    )
    .join('\n')
}

/**
 * Which letters changed last: each change of something that belongs to a letter gives it the next number, so that a
 * reader that knows everything up to a number reads again only the letters with a higher one (`store/per-letter.ts`).
 * A letter that was removed keeps its row.
 */
export const letterChanges = `
CREATE TABLE letter_change (
  letter_id TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_change_by_number ON letter_change (number);
CREATE INDEX reply_by_letter ON reply (letter_id, kind, state) WHERE letter_id IS NOT NULL;

${Object.entries(lettersOf)
  .map(([table, ids]) => triggers(table, ids))
  .join('\n')}
`
