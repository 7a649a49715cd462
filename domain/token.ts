import type { Problem } from './problem';
import { error } from './record/finding';
import { accept, refuse, type Result } from './result';

/** What a personal access token can be for. There is none that approves or publishes, and there will be none. */
export const tokenScopes = ['submissions:write', 'submissions:read'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** A program acts with the person's own role and limits, as they are at that moment, and with no more than these. */
export interface ActingToken {
  readonly id: string;
  readonly scopes: readonly TokenScope[];
}

/** How long a token can be made for, in days. */
export const tokenLifeDays = [30, 90, 180, 365] as const;
export type TokenLifeDays = (typeof tokenLifeDays)[number];
export const usualTokenLifeDays: TokenLifeDays = 90;

/** So that a token that lies about in a file is known for what it is, by people and by programs that look for such. */
export const tokenPrefix = 'cst_';

/** The prefix and 256 random bits. */
export const isTokenForm = (text: string): boolean => /^cst_[A-Za-z0-9_-]{43}$/.test(text);

/** Enough for every program of one person; a list that nobody can look through is no control. */
export const mostTokens = 20;

export interface TokenAsked {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly lifeDays: TokenLifeDays;
}

/** What a person asks for, as a form gives it. */
export function readTokenAsked(asked: {
  readonly name: unknown;
  readonly scopes: readonly unknown[];
  readonly lifeDays: unknown;
}): Result<TokenAsked, Extract<Problem, { kind: 'invalid-form' }>> {
  const name = String(asked.name ?? '')
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  const scopes = tokenScopes.filter((scope) => asked.scopes.includes(scope));
  const lifeDays = tokenLifeDays.find((days) => days === Number(asked.lifeDays));
  const findings = [
    ...(name === '' ? [error('required', 'name')] : []),
    ...([...name].length > 100 ? [error('too-long', 'name', { longest: '100' })] : []),
    ...(scopes.length === 0 || scopes.length !== asked.scopes.length ? [error('required', 'scopes')] : []),
    ...(lifeDays === undefined ? [error('required', 'lifeDays')] : []),
  ];
  if (findings.length > 0 || lifeDays === undefined) return refuse({ kind: 'invalid-form', findings });
  return accept({ name, scopes, lifeDays });
}
