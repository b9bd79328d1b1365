/**
 * How pages were read from their images: `scan` as JSON (`PageScan`), `confidences` a byte for each word of `words`
 * (see `store/page-words.ts`); NULL for pages whose text the file itself gives.
 */
export const scans = `
ALTER TABLE page ADD COLUMN scan TEXT;
ALTER TABLE page ADD COLUMN confidences BLOB;
`
