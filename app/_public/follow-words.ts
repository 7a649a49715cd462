import { getTranslations } from 'next-intl/server';
import { type FigureFormat, figureFormat } from '@/components/figures/figure-format';
import type { FormWords } from '@/components/forms/form-spec';
import type { FilterValues } from '@/domain/export/filters';
import type { RecordKind } from '@/domain/record/kinds';
import { titleOf } from '@/domain/form/title-of';
import { sectors } from '@/domain/vocabulary';
import type { Locale } from '@/i18n/locales';
import { readHistoryWords } from '@/server/published/history-words';
import type { PublicRecord } from '@/server/published/record-at';

/** What a feed or a calendar is written with: the messages and the forms of figures of one language. */
export interface FollowWords {
  readonly locale: Locale;
  readonly t: FormWords;
  readonly format: FigureFormat;
}

/** Where there is no page that says which language. */
export async function followWords(locale: Locale): Promise<FollowWords> {
  const [t, figures] = [await getTranslations({ locale }), await getTranslations({ locale, namespace: 'figures' })];
  return { locale, t, format: figureFormat(locale, figures) };
}

/** What is followed, in words: `Housing`, `A bridge`; nothing where it is everything. */
export async function nameFollowed(
  record: PublicRecord,
  of: FilterValues,
  { locale, t }: FollowWords,
): Promise<string> {
  const named = (['programme', 'project', 'place'] as const).flatMap((kind) => {
    const slug = of[kind];
    return slug ? [{ kind, slug, content: null }] : [];
  });
  const { labels } = await readHistoryWords(record, named, locale);
  const sector = sectors.find((each) => each === of.sector);
  return [
    ...named.map((each) => titleOf(each, labels)),
    ...(sector ? [t(`words.sector.${sector}`)] : []),
    ...(of.kind ? [t(`record.${of.kind as RecordKind}.plural`)] : []), // its rule allows kinds alone
  ].join(' · ');
}
