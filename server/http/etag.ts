import { createHash } from 'node:crypto';

/** The name of these bytes: other bytes have another. */
export const etagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
