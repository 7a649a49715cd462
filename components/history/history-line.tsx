import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import type { IsoDate } from '@/domain/calendar';

export interface HistoryLineProps {
  readonly count: number;
  readonly lastOn: IsoDate | null;
  readonly href: string;
}

/** `History: 3 revisions, last on 22 November 2026`: the way from a page to all that was published of it. */
export function HistoryLine({ count, lastOn, href }: HistoryLineProps) {
  const t = useTranslations('history');
  const format = useFigureFormat();
  if (!lastOn) return null;
  return (
    <p>
      {t.rich('line.summary', {
        count,
        date: format.date(lastOn),
        link: (chunks) => <Link href={href}>{chunks}</Link>,
      })}
    </p>
  );
}
