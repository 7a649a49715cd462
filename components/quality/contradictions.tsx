import { useTranslations } from 'next-intl';
import { DateText, Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import type { QualityRow } from './quality-row';

/** Figures that are disputed now. */
export function Contradictions({ rows }: { readonly rows: readonly QualityRow[] }) {
  const t = useTranslations('quality');
  const words = useTranslations();
  const format = useFigureFormat();
  const [first] = rows;
  const shown = rows.slice(0, shownRows);
  if (!first) return <p>{t('contradictions.nothing')}</p>;
  return (
    <DataTable
      caption={t('contradictions.caption', { total: format.number(first.rows), shown: shown.length })}
      density="compact"
      rows={shown}
      rowKey={({ kind, slug }) => `${kind}/${slug}`}
      columns={[
        { id: 'source', head: t('contradictions.source'), isRowHead: true, cell: ({ name }) => name ?? <Unknown /> },
        { id: 'kind', head: t('contradictions.kind'), cell: ({ kind }) => (kind ? words(`record.${kind}.name`) : '') },
        { id: 'slug', head: t('contradictions.record'), cell: ({ slug }) => <code>{slug}</code> },
        { id: 'on', head: t('contradictions.on'), cell: ({ lastOn }) => <DateText date={lastOn} form="short" /> },
      ]}
    />
  );
}

/** Enough to see what they are; the sheet of disagreements and the file have all of them. */
const shownRows = 10;
