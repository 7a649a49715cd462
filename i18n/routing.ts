import { defineRouting } from 'next-intl/routing';
import { defaultLocale, locales } from './locales';

/** The language is in the address and nowhere else: no cookie, no guess, so that one address is one page. */
export const routing = defineRouting({
  locales: [...locales],
  defaultLocale,
  localePrefix: 'always',
  localeCookie: false,
  localeDetection: false,
  alternateLinks: false,
});
