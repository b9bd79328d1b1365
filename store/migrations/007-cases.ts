/**
 * What persons decided about cases, and the entries of the calendar that was written.
 *
 * `case_placement`: the letter belongs in the case of `with_letter_id`, or in a case of its own when that is NULL; an
 * orientation of several municipalities is placed for each of them. `assessment`: whether a statement answers a question
 * of the ministry, or, with the empty question, whether it is sufficient; `proposal` is what the program proposed then.
 * `calendar_entry`: what an entry said when it was last written, and how often it changed, so that a calendar that
 * imports it again updates it. Letters that are recorded already get the facts that this version reads.
 */
export const cases = `
CREATE TABLE case_placement (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  municipality_code TEXT NOT NULL,
  with_letter_id TEXT REFERENCES letter (id) ON DELETE CASCADE,
  PRIMARY KEY (letter_id, municipality_code)
) STRICT;

CREATE TABLE assessment (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  proposal TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (letter_id, question)
) STRICT;

CREATE TABLE calendar_entry (
  uid TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  cancelled INTEGER NOT NULL
) STRICT;

UPDATE letter SET facts = json_set(facts, '$.mentions', json('[]')) WHERE json_extract(facts, '$.mentions') IS NULL;
`
