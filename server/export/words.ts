import 'server-only';
import * as vocabulary from '@/domain/vocabulary';
import { codeLists } from '@/domain/record/code-lists';
import messages from '@/messages/en.json';

// Files are in one language, whatever the reader's: their labels must not change with who downloads them.
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = messages.vocabulary;

const listNames = new Map<readonly string[], string>([
  ...Object.entries(vocabulary).map(([name, values]) => [values, name] as const),
  [codeLists, 'codeLists'],
]);

/** The labels of a closed list, by value. */
export function labelsOf(values: readonly string[]): ReadonlyMap<string, string> {
  const name = listNames.get(values);
  if (!name) throw new Error(`The vocabulary has no list of ${values.join(', ')}`);
  return labelsNamed(name, values);
}

/** The same of a list by its name in the messages. */
export function labelsNamed(list: string, values: readonly string[]): ReadonlyMap<string, string> {
  return new Map(values.map((value) => [value, words[list]?.[value] ?? value]));
}
