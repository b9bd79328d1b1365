/**
 * Figures, who relied on them, and what persons decided on verdicts.
 *
 * An observation is never changed: a later retrieval of the same month adds another. The current one of an indicator,
 * area, period and part is that of the latest retrieval. `relied_on` names the observations a checklist, draft or
 * decided verdict was written with. A decision on a verdict stays, like the audit log, whatever becomes of its
 * commitment; `proposal` is the verdict as it was proposed then.
 */
export const figures = `
CREATE TABLE figure_import (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  source TEXT NOT NULL,
  figure_table TEXT,
  retrieved TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX figure_import_by_content ON figure_import (sha256);

CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES figure_import (id),
  indicator TEXT NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  dimensions TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('value', 'missing', 'withheld')),
  value REAL CHECK ((value IS NOT NULL) = (state = 'value')),
  unit TEXT NOT NULL,
  label TEXT NOT NULL,
  place TEXT NOT NULL,
  UNIQUE (import_id, indicator, area, period, dimensions)
) STRICT;
CREATE INDEX observation_by_series ON observation (indicator, area, period);

CREATE TABLE relied_on (
  observation_id INTEGER NOT NULL REFERENCES observation (id),
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  period TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (observation_id, kind, record, period)
) STRICT;

CREATE TABLE verdict_decision (
  commitment_id TEXT NOT NULL,
  period TEXT NOT NULL,
  verdict TEXT NOT NULL,
  action TEXT NOT NULL,
  proposal TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (commitment_id, period)
) STRICT;
`
