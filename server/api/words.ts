import 'server-only';
import { createTranslator } from 'use-intl/core';
import messages from '@/messages/en.json';

export interface ApiTranslate {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
}

/** The API speaks one language, whoever asks, as the files do: a program reads its words. Any key, not only known ones. */
export const apiWords = createTranslator({ locale: 'en', messages }) as ApiTranslate;
