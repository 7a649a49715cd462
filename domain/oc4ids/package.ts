import { plainAddress } from './address';
import { type JsonObject, known } from './json';
import { own } from './own';
import { placeholderPrefix } from './prefix';
import { pageAddress, type Publishing } from './publishing';
import type { Operator } from '../operator';

/** The version of the standard, as its schema wants it: without the patch. */
export const standardVersion = '0.9';

export interface PackageHead {
  readonly operator: Operator | null;
  /** Where this package was asked for, from the root, with its filter. */
  readonly path: string;
  /** When something that the package shows was last published. */
  readonly publishedAt: string;
  /** The filter and the days that were asked for, by the names of the address. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Everything of a package but its projects, which are written one after another. */
export function packageHead(head: PackageHead, publishing: Publishing): JsonObject {
  const { operator, path, publishedAt, asked } = head;
  const { baseUrl, prefix, words } = publishing;
  const contact = operator?.contact ? plainAddress(operator.contact) : null;
  return known({
    uri: plainAddress(`${baseUrl}${path}`),
    version: standardVersion,
    publishedDate: publishedAt,
    publisher: { name: operator?.name ?? words('oc4ids.words.unnamedPublisher'), uri: contact ?? baseUrl },
    license: pageAddress(publishing, '/methodology#licence'),
    publicationPolicy: pageAddress(publishing, '/methodology'),
    ...own({
      documentation: pageAddress(publishing, '/data/oc4ids'),
      language: publishing.language,
      asked,
      day: publishing.day,
      identifierPrefixIsPlaceholder: prefix === placeholderPrefix || null,
    }),
  });
}
