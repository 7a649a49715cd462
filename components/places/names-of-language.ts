export interface NamedIn {
  readonly language: string;
  readonly name: string;
  readonly kind: 'official' | 'alternate' | 'historic' | 'transliteration' | 'not_stated';
}

/** The names of one language, in the order of its alphabet. */
export interface NamesOfLanguage {
  readonly language: string;
  readonly languageName: string;
  readonly names: readonly NamedIn[];
}
