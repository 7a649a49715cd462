import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import { day } from '@/domain/calendar';

export interface WithdrawnRecordProps {
  readonly slug: string;
  readonly withdrawnAt: Date;
  readonly way: string;
  readonly historyHref: string;
}

/** A record that was withdrawn keeps its page and says so. */
export function WithdrawnRecord({ slug, withdrawnAt, way, historyHref }: WithdrawnRecordProps) {
  const t = useTranslations('place.withdrawn');
  const format = useFigureFormat();
  return (
    <PageHead title={slug}>
      <Notice tone="warning" title={t('title')}>
        <p>{t('text', { date: format.date(day(withdrawnAt.toISOString().slice(0, 10))) })}</p>
        <p>
          <Link href={historyHref}>{t('history')}</Link> · <Link href={way}>{t('way')}</Link>
        </p>
      </Notice>
    </PageHead>
  );
}
