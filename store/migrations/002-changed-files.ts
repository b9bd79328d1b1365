/**
 * Files whose content changed, and letters whose copies differ.
 *
 * `file.superseded` is 1 when other content lies at its path now: its letters are those of the new content, and what
 * stays of it is evidence of a person's decisions. `letter_source.figures` holds the numbers and months of the letter's
 * body as this source has them, as JSON; null when the source was recorded before they were. A link leads from the
 * letter that answers to the one it answers: from an acknowledgement to a statement, from a statement to a request.
 */
export const changedFiles = `
ALTER TABLE file ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
CREATE INDEX file_by_path ON file (path);
ALTER TABLE letter_source ADD COLUMN figures TEXT;
ALTER TABLE link RENAME COLUMN acknowledgement_id TO answering_id;
ALTER TABLE link RENAME COLUMN statement_id TO answered_id;
`
