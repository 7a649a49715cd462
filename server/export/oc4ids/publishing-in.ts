import 'server-only';
import { createTranslator } from 'use-intl/core';
import { momentsIn } from '@/domain/oc4ids/moments';
import type { Publishing } from '@/domain/oc4ids/publishing';
import type { PublicRecord } from '../../published/record-at';
import { baseUrl, env } from '../../env';

/** The settings of this record and the words of a language that has a file in `messages/`. */
export async function publishingIn(record: PublicRecord, language: string): Promise<Publishing> {
  const { default: messages } = await import(`../../../messages/${language}.json`);
  const translate = createTranslator({ locale: language, messages }) as (key: string) => string; // keys that the domain puts together
  return {
    prefix: env.CORNERSTONE_OC4IDS_PREFIX,
    baseUrl: baseUrl(),
    language,
    moments: momentsIn(env.CORNERSTONE_TIME_ZONE),
    day: record.day,
    words: (key) => translate(key),
  };
}
