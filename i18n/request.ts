import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale } from './locales';

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { default: messages } = await import(`../messages/${locale}.json`);
  // Dates are calendar days and are written as they stand; no time zone may move them.
  return { locale, messages, timeZone: 'UTC' };
});
