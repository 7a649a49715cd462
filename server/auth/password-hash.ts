import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { longestPassword, normalPassword } from '@/domain/credentials';

/** OWASP's first choice for argon2id, which is the package's own kind: about 50 ms. */
export const hashingCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody has. An unknown person's password is checked against it, which takes as long as a known one's. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$iNhb/UkNyGdmTqQvMOISiw$X198dlM6ARkYH58ei5ZNN9ZwBKV0hvKIE2HKWXQTl8U';

export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), hashingCost);

/** Null, for someone unknown or without a password, is never right, and takes as long. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodysHash, normalPassword(password.slice(0, longestPassword)));
  return isRight && passwordHash !== null;
}
