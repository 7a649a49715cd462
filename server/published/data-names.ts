import 'server-only';
import type { Name } from './data-statement';

/** The names of one language, by what the reader's language calls it. */
export interface NamesOfLanguage {
  readonly language: string;
  readonly languageName: string;
  readonly names: readonly Name[];
}

/**
 * All names but the heading's: languages in the order of the reader's alphabet, names in the order of their own. No name
 * stands before another for any other reason. Worked out on the server: browsers lack the words and the order of some
 * languages.
 */
export function otherNames(names: readonly Name[], heading: string, locale: string): readonly NamesOfLanguage[] {
  const others = names.filter(({ language, name }) => !(language === locale && name === heading));
  const words = new Intl.DisplayNames(locale, { type: 'language' });
  const alphabet = new Intl.Collator(locale);
  return [...new Set(others.map(({ language }) => language))]
    .map((language) => ({
      language,
      languageName: words.of(language) ?? language,
      names: others.filter((one) => one.language === language).sort(byAlphabetOf(language)),
    }))
    .sort((one, other) => alphabet.compare(one.languageName, other.languageName));
}

const byAlphabetOf = (language: string) => {
  const alphabet = new Intl.Collator(language);
  return (one: Name, other: Name) => alphabet.compare(one.name, other.name);
};
