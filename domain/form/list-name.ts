import { codeLists } from '../record/code-lists';
import * as vocabulary from '../vocabulary';

const lists: readonly (readonly [string, unknown])[] = [...Object.entries(vocabulary), ['codeLists', codeLists]];

/** The name under which the labels of a closed list stand in the messages: `vocabulary.<name>.<value>`. */
export function listNameOf(values: readonly string[]): string {
  const found = lists.find(([, list]) => list === values);
  if (!found) throw new Error(`A choice of values that are no list of the vocabulary: ${values.join(', ')}`);
  return found[0];
}
