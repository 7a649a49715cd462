import 'server-only';
import type { Operator } from '@/domain/operator';
import { env } from './env';

/** Who runs this record; null where the operator has not said. */
export function readOperator(): Operator | null {
  const { CORNERSTONE_OPERATOR_NAME: name, CORNERSTONE_OPERATOR_CONTACT: contact } = env;
  return name ? { name, contact: contact ?? null } : null;
}
