/** Letters that Unicode does not take apart, and pairs that people write for each other. */
const letters: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ё: 'е',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  đ: 'd',
  և: 'եւ',
};

/** A word as it is compared: without case, accents, signs and spacing, in whatever script. Never shown. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[əıёøłßæđև]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}%#+]+/gu, ' ')
    .trim();
}
