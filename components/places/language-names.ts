import { intlTag } from '@/components/figures/format-number';

/** The name of a language in the reader's. On the server only: browsers lack some. */
export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(intlTag(locale), { type: 'language' }).of(language) ?? language;
}

export interface NamedIn {
  readonly language: string;
  readonly name: string;
  readonly kind: 'official' | 'alternate' | 'historic' | 'transliteration' | 'not_stated';
}

export interface NamesOfLanguage {
  readonly language: string;
  readonly names: readonly NamedIn[];
}

/** All names but the heading's, language by language in the order of their codes, alphabetical within one. */
export function otherNames(names: readonly NamedIn[], heading: string, locale: string): readonly NamesOfLanguage[] {
  const others = names.filter(({ language, name }) => !(language === locale && name === heading));
  const languages = [...new Set(others.map(({ language }) => language))].sort();
  return languages.map((language) => {
    const alphabet = new Intl.Collator(language);
    const own = others.filter((one) => one.language === language).sort((one, other) => alphabet.compare(one.name, other.name));
    return { language, names: own };
  });
}
