import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import type { QualityRow } from './quality-row';

export interface LastWordsProps {
  /** The oldest first. */
  readonly rows: readonly QualityRow[];
  readonly list: 'projects' | 'organisations';
  readonly hrefOf?: (slug: string) => string;
}

/** Who or what was last reported on when: how many are stale, and those that have waited longest. */
export function LastWords({ rows, list, hrefOf }: LastWordsProps) {
  const t = useTranslations('quality');
  const format = useFigureFormat();
  const [first] = rows;
  const shown = rows.slice(0, shownRows);
  if (!first) return <p>{t(`${list}.nothing`)}</p>;
  return (
    <>
      <p>
        {t(`${list}.counts`, {
          total: format.number(first.rows),
          stale: format.number(first.stale),
          undated: format.number(first.undated),
        })}
      </p>
      <DataTable
        caption={t(`${list}.caption`, { shown: shown.length })}
        density="compact"
        phone="scroll"
        rows={shown}
        rowKey={({ slug }) => slug ?? ''}
        columns={[
          {
            id: 'name',
            head: t(`${list}.name`),
            isRowHead: true,
            cell: ({ slug, name }) => (slug && hrefOf ? <Link href={hrefOf(slug)}>{name}</Link> : name),
          },
          { id: 'count', head: t(`${list}.count`), kind: 'number', cell: ({ count }) => format.number(count ?? 0) },
          { id: 'last', head: t('lastOn'), cell: ({ lastOn }) => <DateText date={lastOn} form="short" /> },
          {
            id: 'age',
            head: t('ageDays'),
            kind: 'number',
            cell: ({ ageDays }) =>
              ageDays === null ? <FigureValue value={{ kind: 'unknown' }} /> : format.number(ageDays),
          },
        ]}
      />
    </>
  );
}

/** Enough to see where to ask; the file has all of them. */
const shownRows = 10;
