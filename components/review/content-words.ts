import type { CodeList } from '@/domain/record/code-lists';
import type { FormCodes } from '@/components/forms/form-spec';
import type { RecordKind } from '@/domain/record/kinds';

/** What content needs to be read by people: titles of the records it refers to, labels of codes. */
export interface ContentWords {
  /** By `kind/slug`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly codes: FormCodes;
}

export const recordLabel = (words: ContentWords, kind: RecordKind, slug: string): string =>
  words.labels[`${kind}/${slug}`] ?? slug;

export const codeOf = (words: ContentWords, list: CodeList, code: string) =>
  words.codes[list].find((each) => each.code === code);
