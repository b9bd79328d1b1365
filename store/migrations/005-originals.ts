/**
 * The originals in the archive folder (see `store/archive/keep-original.ts`): each recorded file, and the mail or ZIP
 * that one came in. `outer_sha256` is that of the file on disk, however deep the recorded one lies in it. A file
 * recorded before there was an archive has no row until it is ingested again.
 */
export const originals = `
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY,
  extension TEXT NOT NULL
) STRICT;

CREATE TABLE file_inside (
  sha256 TEXT NOT NULL REFERENCES file (sha256) ON DELETE CASCADE,
  outer_sha256 TEXT NOT NULL REFERENCES original (sha256),
  PRIMARY KEY (sha256, outer_sha256)
) STRICT;
CREATE INDEX file_inside_by_outer ON file_inside (outer_sha256);
`
