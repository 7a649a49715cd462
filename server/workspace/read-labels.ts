import 'server-only';
import type { Actor } from '@/domain/permission';
import { db } from '../db';
import { type AskRecord, type CodeOptions, codesOf, type Labels, labelsOf, type RecordMention } from '../record/labels';

const askNow: AskRecord = (sql) => db.$queryRaw<unknown[]>(sql);

/** What records are called now; one that is not published keeps its identifier. */
export const readLabels = (_actor: Actor, mentions: readonly RecordMention[], locale: string): Promise<Labels> =>
  labelsOf(askNow, 'current', mentions, locale);

/** The codes that may be chosen now. */
export const readCodeOptions = (_actor: Actor, locale: string): Promise<CodeOptions> =>
  codesOf(askNow, 'current', locale);
