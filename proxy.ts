import createMiddleware from 'next-intl/middleware';
import { type NextRequest, NextResponse } from 'next/server';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { routing } from '@/i18n/routing';

const answerInLanguage = createMiddleware(routing);

/** A courtesy, never the guard: sends `/` to the default language and tells the page which language was asked for. */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (pathname === '/') return NextResponse.redirect(new URL(`/${defaultLocale}`, request.url));
  // An unknown language is an unknown address, not a page of the default language.
  if (!isLocale(pathname.split('/')[1])) return NextResponse.next();
  // A server component is not told its address; signing in leads back to it.
  request.headers.set('x-asked-path', `${pathname}${request.nextUrl.search}`);
  return answerInLanguage(request);
}

export const config = {
  matcher: [
    '/((?!api|data|evidence/|health|feed\\.|milestones\\.ics|_next|.*\\.(?:ico|png|svg|txt|webmanifest|woff2)$).*)',
  ],
};
