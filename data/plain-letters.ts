/** A text in lower case without accents, with æ, ø and å as ae, oe and aa. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
