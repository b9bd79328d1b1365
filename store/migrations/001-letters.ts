/**
 * Files, letters and what was found in them.
 *
 * `letter.facts` holds what was read in the letter itself, with its evidence, as JSON; the columns beside it and the
 * tables signatory, case_number, letter_reference and issue are its projection for queries. A signatory may also
 * come from the letter that answers this one, and an issue from linking the two or from recording (`issue.origin`).
 */
export const letters = `
CREATE TABLE file (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  pages INTEGER NOT NULL,
  notes TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE page (
  sha256 TEXT NOT NULL REFERENCES file (sha256) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (sha256, number)
) STRICT;

CREATE TABLE letter (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL REFERENCES file (sha256),
  kind TEXT NOT NULL,
  municipality_code TEXT,
  municipality_name TEXT,
  date TEXT,
  subject TEXT,
  recipient TEXT,
  status_data_period TEXT,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  segments TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX letter_by_municipality ON letter (municipality_code, kind, date);
CREATE INDEX letter_by_file ON letter (sha256);

CREATE TABLE letter_source (
  sha256 TEXT NOT NULL REFERENCES file (sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  pages TEXT NOT NULL,
  PRIMARY KEY (sha256, position)
) STRICT;
CREATE INDEX letter_source_by_letter ON letter_source (letter_id);

CREATE TABLE signatory (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT,
  on_behalf INTEGER NOT NULL,
  rule TEXT NOT NULL,
  assumed TEXT NOT NULL,
  PRIMARY KEY (letter_id, position)
) STRICT;

CREATE TABLE case_number (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (letter_id, position)
) STRICT;
CREATE INDEX case_number_by_number ON case_number (number);

CREATE TABLE letter_reference (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  date TEXT NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (letter_id, position)
) STRICT;

CREATE TABLE issue (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  PRIMARY KEY (letter_id, origin, position)
) STRICT;

CREATE TABLE link (
  acknowledgement_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  statement_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  PRIMARY KEY (acknowledgement_id, statement_id)
) STRICT;
CREATE INDEX link_by_statement ON link (statement_id);

CREATE TABLE commitment (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  span_start INTEGER,
  span_end INTEGER,
  page INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  every TEXT,
  responsible TEXT,
  target TEXT,
  rule TEXT NOT NULL,
  assumed TEXT NOT NULL,
  review TEXT NOT NULL,
  withdrawn INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_by_letter ON commitment (letter_id);

CREATE TABLE commitment_time (
  commitment_id TEXT NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  quote TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  relation TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  grain TEXT NOT NULL,
  rule TEXT NOT NULL,
  assumed TEXT NOT NULL,
  PRIMARY KEY (commitment_id, position)
) STRICT;
CREATE INDEX commitment_time_by_day ON commitment_time (last_day);

CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  record_id TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_by_record ON audit_log (record_id);

CREATE VIRTUAL TABLE letter_search USING fts5 (
  subject, text, content = 'letter', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER letter_inserted AFTER INSERT ON letter BEGIN
  INSERT INTO letter_search (rowid, subject, text) VALUES (new.seq, new.subject, new.text);
END;
CREATE TRIGGER letter_deleted AFTER DELETE ON letter BEGIN
  INSERT INTO letter_search (letter_search, rowid, subject, text)
  VALUES ('delete', old.seq, old.subject, old.text);
END;
CREATE TRIGGER letter_updated AFTER UPDATE OF subject, text ON letter BEGIN
  INSERT INTO letter_search (letter_search, rowid, subject, text)
  VALUES ('delete', old.seq, old.subject, old.text);
  INSERT INTO letter_search (rowid, subject, text) VALUES (new.seq, new.subject, new.text);
END;

CREATE VIRTUAL TABLE commitment_search USING fts5 (
  quote, content = 'commitment', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER commitment_inserted AFTER INSERT ON commitment BEGIN
  INSERT INTO commitment_search (rowid, quote) VALUES (new.seq, new.quote);
END;
CREATE TRIGGER commitment_deleted AFTER DELETE ON commitment BEGIN
  INSERT INTO commitment_search (commitment_search, rowid, quote) VALUES ('delete', old.seq, old.quote);
END;
CREATE TRIGGER commitment_updated AFTER UPDATE OF quote ON commitment BEGIN
  INSERT INTO commitment_search (commitment_search, rowid, quote) VALUES ('delete', old.seq, old.quote);
  INSERT INTO commitment_search (rowid, quote) VALUES (new.seq, new.quote);
END;
`
