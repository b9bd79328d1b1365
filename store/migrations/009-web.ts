/**
 * What persons decide in the web application beside commitments.
 *
 * `fact_decision`: a field of a letter's head or foot that a person confirmed or edited; `value` is what holds from then
 * on, as JSON in the form of the letter's facts, whatever better rules find. `saved_view`: a list of commitments under a
 * name; `address` is its query string. `checklist_note`: what a person ticked off on a municipality's page of a checklist
 * (`ticked` is the texts as JSON), and wrote beside it.
 */
export const web = `
CREATE TABLE fact_decision (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  review TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (letter_id, field)
) STRICT;

CREATE TABLE saved_view (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE checklist_note (
  period TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  ticked TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (period, municipality_code)
) STRICT;
`
