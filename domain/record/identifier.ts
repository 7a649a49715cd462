export const longestIdentifier = 160;
export const identifierPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** A public identifier: lower-case letters, digits, hyphens and dots, such as `fuzuli-international-airport`. */
export function isPublicIdentifier(text: string): boolean {
  return text.length <= longestIdentifier && identifierPattern.test(text);
}

/** Letters of the region that Unicode does not take apart into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', đ: 'd' };

/** An identifier from a name: `Şuşa şəhəri` becomes `susa-seheri`. Empty when no letter of it is Latin. */
export function identifierFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[əıøłßæđ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
