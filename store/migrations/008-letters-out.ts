/**
 * The ministry's letters from draft to sent. `content` holds the fields with their evidence, `template` the Word file
 * they go into as it was when the draft was made, so that what was approved is what is sent. `reply_limit` says how the
 * last day for an answer is reckoned, as JSON. A sent one leads to the letter that was read back into the case.
 */
export const lettersOut = `
CREATE TABLE reply (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'sent')),
  municipality_code TEXT,
  municipality_name TEXT,
  case_id TEXT,
  period TEXT,
  date TEXT NOT NULL,
  reply_limit TEXT,
  content TEXT NOT NULL,
  template_name TEXT NOT NULL,
  template BLOB NOT NULL,
  created_at TEXT NOT NULL,
  approved_by TEXT,
  approved_at TEXT,
  case_number TEXT,
  letter_id TEXT REFERENCES letter (id) ON DELETE SET NULL
) STRICT;
`
