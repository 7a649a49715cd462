import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const folder = new URL('../prisma/generated/', import.meta.url);

/** Written after a client was generated; it names what the client was made from. */
export const generatedClientStamp = new URL('made-from', folder);

/** What a client is made from: the schema and the version of Prisma. */
export function stampOfSchema() {
  const { version } = createRequire(import.meta.url)('prisma/package.json');
  const schema = readFileSync(new URL('../prisma/schema.prisma', import.meta.url));
  return createHash('sha256').update(version).update(schema).digest('hex');
}

export function isClientFresh() {
  try {
    return readFileSync(generatedClientStamp, 'utf8') === stampOfSchema();
  } catch {
    return false;
  }
}
