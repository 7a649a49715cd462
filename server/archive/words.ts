import 'server-only';
import { readFile } from 'node:fs/promises';
import { createTranslator } from 'use-intl/core';
import type messages from '@/messages/en.json';
import { type Locale, locales } from '@/i18n/locales';
import { env } from '../env';

/** The words of a language for what the archive adds to the pages, and its way of writing days and numbers. */
export interface ArchiveWords {
  readonly locale: Locale;
  readonly t: ReturnType<typeof translator>;
  readonly siteName: string;
  day(instant: Date): string;
  number(value: number): string;
}

type Messages = typeof messages;

const translator = (locale: Locale, all: Messages) => createTranslator({ locale, messages: all, namespace: 'archive' });

export async function readWords(): Promise<readonly ArchiveWords[]> {
  return Promise.all(
    locales.map(async (locale): Promise<ArchiveWords> => {
      const file = new URL(`../../messages/${locale}.json`, import.meta.url);
      const all = JSON.parse(await readFile(file, 'utf8')) as Messages; // every language has the keys of the English file
      const days = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        dateStyle: 'long',
        timeZone: env.CORNERSTONE_TIME_ZONE,
      });
      const numbers = new Intl.NumberFormat(locale);
      return {
        locale,
        t: translator(locale, all),
        siteName: all.site.name,
        day: (instant) => days.format(instant),
        number: (value) => numbers.format(value),
      };
    }),
  );
}
