/** The address of a saved view from its name: "Køge 2018" is "koege-2018". Empty when there is nothing to make it of. */
export function viewSlug(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
