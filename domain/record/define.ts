import type { Content } from './content';
import type { Fields } from './field';
import type { Finding } from './finding';
import type { RecordKind } from './kinds';
import { verifierIsNamed } from './statement';

/** A kind of record, declared once. Its words (label and meaning of each field) stand in `messages/`, by field. */
export interface RecordDefinition {
  readonly kind: RecordKind;
  readonly fields: Fields;
  /** What must hold between the fields of one record. The fields themselves have been checked before. */
  readonly check: (content: Content) => readonly Finding[];
}

export function defineRecord(
  definition: Omit<RecordDefinition, 'check'> & Partial<Pick<RecordDefinition, 'check'>>,
): RecordDefinition {
  const { fields, check = () => [] } = definition;
  const isStatement = 'verifiedBySlug' in fields;
  return {
    ...definition,
    check: isStatement ? (content) => [...check(content), ...verifierIsNamed(content)] : check,
  };
}
