import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import type { Disclosure } from '@/domain/privacy/count-version';

export interface NotShownNoticeProps {
  /** The highest count that is small. */
  readonly most: number;
  readonly counts: readonly { readonly title: string; readonly disclosure: Disclosure }[];
}

/** What the public would not see of what is to be approved, and why. */
export function NotShownNotice({ most, counts }: NotShownNoticeProps) {
  const t = useTranslations('workspace.notShown');
  if (counts.length === 0) return null;
  return (
    <Notice title={t('title')}>
      <ul>
        {counts.map(({ title, disclosure: { totals, totalsBecause, breakdownBecause } }) => (
          <li key={title}>
            {totals
              ? t('breakdown', { record: title, reason: breakdownBecause })
              : t('totals', { record: title, reason: totalsBecause, most })}
          </li>
        ))}
      </ul>
      <p>{t('words')}</p>
    </Notice>
  );
}
