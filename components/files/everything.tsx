import { useTranslations } from 'next-intl';
import { Prose, Stack } from '@/components/layout/page';
import { LongDownload } from './long-download';

/** The whole record at once: an archive of every table, and what describes them to programs. */
export function Everything() {
  const t = useTranslations('downloads.everything');
  return (
    <Stack>
      <LongDownload
        href="/data/cornerstone.zip"
        label={t('archive')}
        words={{
          soFar: t.raw('soFar') as string, // messages are text
          of: t.raw('of') as string,
          done: t.raw('done') as string,
          cancel: t('cancel'),
          cancelled: t('cancelled'),
          broken: t('broken'),
        }}
      />
      <Prose>
        <p>{t('holds')}</p>
        <p>
          {t.rich('described', {
            package: () => (
              <a href="/data/datapackage.json" rel="nofollow">
                datapackage.json
              </a>
            ),
          })}
        </p>
      </Prose>
    </Stack>
  );
}
