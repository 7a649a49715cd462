import 'server-only';
import pg from 'pg';
import type { Prisma } from '@/prisma/generated/client/client';

/**
 * A query with its values written into it as literals. COPY takes no parameters; every value goes through PostgreSQL's
 * own rules for quoting, so that none can end its literal.
 *
 * @throws {TypeError} for a value that is no text, number, yes or no, or a list of them: meeting one is a bug.
 */
export function inline(sql: Prisma.Sql): string {
  return sql.strings
    .map((part, index) => (index < sql.values.length ? part + literal(sql.values[index]) : part))
    .join('');
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new TypeError('A text with a zero byte cannot be written into a query.');
    return pg.escapeLiteral(value);
  }
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`;
  throw new TypeError(`A ${typeof value} cannot be written into a query.`);
}
