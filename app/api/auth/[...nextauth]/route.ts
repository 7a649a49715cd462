import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { defaultLocale } from '@/i18n/locales';
import { authOptions } from '@/server/session';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

// The options are read with each request: a build knows no secret.
const answer = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions(defaultLocale));

export { answer as GET, answer as POST };
