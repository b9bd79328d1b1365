/** Where the words of a page stand on it (see `store/page-words.ts`); NULL for pages of text files. */
export const pageWords = `
ALTER TABLE page ADD COLUMN words BLOB;
`
