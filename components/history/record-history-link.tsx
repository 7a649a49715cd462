import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import { historyPath } from '@/domain/history/history-path';
import type { RecordKind } from '@/domain/record/kinds';

export interface RecordHistoryLinkProps {
  readonly kind: RecordKind;
  readonly slug: string;
}

/** From a figure to every version of the record that states it. */
export function RecordHistoryLink({ kind, slug }: RecordHistoryLinkProps) {
  const [locale, t] = [useLocale(), useTranslations('history')];
  return <Link href={`/${locale}${historyPath({ of: 'record', kind, slug })}`}>{t('ofFigure')}</Link>;
}
