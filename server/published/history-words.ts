import 'server-only';
import { mentionsIn } from '@/domain/form/mentions';
import type { Stated } from '@/domain/form/title-of';
import { records } from '@/domain/record/records';
import { type AskRecord, codesOf, labelsOf } from '../record/labels';
import type { PublicRecord } from './record-at';

/** Names and labels for everything that these contents say, withdrawn records and codes included. */
export async function readHistoryWords(record: PublicRecord, stated: readonly Stated[], locale: string) {
  const ask: AskRecord = (sql) => record.query(sql);
  const mentions = stated.flatMap(({ kind, content }) => mentionsIn(records[kind], content));
  const [labels, codes] = await Promise.all([
    labelsOf(ask, 'latest', [...mentions, ...stated], locale),
    codesOf(ask, 'latest', locale),
  ]);
  return { labels, codes };
}
