'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { PageHead } from '@/components/layout/page-head';
import { Page } from '@/components/layout/page';

export default function PageFailed({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations('errors');
  return (
    <Page>
      <PageHead title={t('failedTitle')} standfirst={t('failedText')}>
        {error.digest && <p>{t('failedId', { id: error.digest })}</p>}
        <p>
          <Button type="button" onClick={reset}>
            {t('failedRetry')}
          </Button>
        </p>
      </PageHead>
    </Page>
  );
}
