import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { getLocale } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, type Result } from '@/domain/result';
import { checkCredentials } from './auth/check-credentials';
import { returnPath } from './auth/return-path';
import { endSession, type OpenSession, openSession, readSession, sessionLife } from './auth/sessions';
import { transact } from './db';
import { baseUrl, env } from './env';

/** The person behind this request, or null. What the cookie says is only which session to ask the database for. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** As `currentActor`; without one, the person is sent to sign in and comes back to where they wanted to go. */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor;
}

export async function requireSession(): Promise<OpenSession> {
  const session = await currentSession();
  if (session) return session;
  const asked = returnPath((await headers()).get(askedPathHeader));
  redirect(`/${await getLocale()}/sign-in${asked ? `?from=${encodeURIComponent(asked)}` : ''}`);
}

export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const sessionId = await sessionIdIn(token);
  return sessionId ? readSession(sessionId) : null;
});

/** Checks the password and, when it is right, starts a session in this browser. */
export async function signIn(email: string, password: string): Promise<Result<true, Problem>> {
  const checked = await checkCredentials({ email, password, address: await requestAddress() });
  if (!checked.ok) return checked;
  await startSession(checked.value.userId);
  return accept(true);
}

export async function startSession(userId: string): Promise<void> {
  const token = await encode({
    token: { sid: await openSession(userId) },
    secret: secret(),
    maxAge: cookieLifeSeconds,
  });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: cookieLifeSeconds });
}

/** Ends the session of this browser; the cookie alone, wherever it was copied to, is then worth nothing. */
export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session) await transact(async (tx) => accept(await endSession(tx, session.actor, session.sessionId)));
  const { name, options } = sessionCookie();
  // With the attributes it was set with: browsers keep a `__Host-` cookie otherwise.
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** The network address behind this request, for throttling and nothing else. */
export const requestAddress = async (): Promise<string> => clientAddress(await headers());

/** What the next-auth route is told. It keeps the same session as the sign-in page, by the same check. */
export const authOptions = (locale: string): NextAuthOptions => ({
  secret: secret(),
  session: { strategy: 'jwt', maxAge: cookieLifeSeconds },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: `/${locale}/sign-in`, error: `/${locale}/sign-in`, signOut: `/${locale}/workspace/account` },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const read = credentials.safeParse(given);
        if (!read.success) return null;
        const checked = await checkCredentials({ ...read.data, address: clientAddress(new Headers(request.headers)) });
        if (checked.ok) return { id: checked.value.userId };
        if (checked.problem.kind === 'too-many-attempts') throw new Error(checked.problem.kind);
        return null;
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      return user ? { sid: await openSession(user.id) } : { sid: token.sid };
    },
    async session({ token, session }) {
      const open = typeof token.sid === 'string' ? await readSession(token.sid) : null;
      return { expires: session.expires, user: open ? { name: open.actor.name } : undefined };
    },
  },
  events: {
    async signOut({ token }) {
      const open = typeof token?.sid === 'string' ? await readSession(token.sid) : null;
      if (open) await transact(async (tx) => accept(await endSession(tx, open.actor, open.sessionId)));
    },
  },
});

const credentials = z.object({ email: z.string(), password: z.string() });
const cookieLifeSeconds = sessionLife.longestMs / 1000;

/** Set by proxy.ts: a server component is not told its own address. */
const askedPathHeader = 'x-asked-path';

/** The front has left one address in this header: the connection's own, or what our own outermost proxy saw. */
const clientAddress = (sent: Headers): string => sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';

function sessionCookie() {
  const isSecure = baseUrl().startsWith('https:');
  return {
    name: isSecure ? '__Host-cornerstone-session' : 'cornerstone-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure },
  };
}

function secret(): string {
  if (!env.NEXTAUTH_SECRET)
    throw new Error('NEXTAUTH_SECRET is not set: start the service with bin/cornerstone start.');
  return env.NEXTAUTH_SECRET;
}

async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    const read = z.object({ sid: z.uuid() }).safeParse(await decode({ token, secret: secret() }));
    return read.success ? read.data.sid : null;
  } catch {
    // Made with another secret, changed, or too old: nobody's.
    return null;
  }
}
