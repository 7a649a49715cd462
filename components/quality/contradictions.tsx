import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import type { QualityRow } from './quality-row';

/** Figures that are disputed now. */
export function Contradictions({ rows }: { readonly rows: readonly QualityRow[] }) {
  const t = useTranslations('quality');
  const words = useTranslations();
  const format = useFigureFormat();
  const [first] = rows;
  if (!first) return <p>{t('contradictions.nothing')}</p>;
  return (
    <DataTable
      caption={t('contradictions.caption', { total: format.number(first.rows), shown: rows.length })}
      density="compact"
      rows={rows}
      rowKey={({ kind, slug }) => `${kind}/${slug}`}
      columns={[
        { id: 'slug', head: t('contradictions.record'), isRowHead: true, cell: ({ slug }) => slug },
        { id: 'kind', head: t('contradictions.kind'), cell: ({ kind }) => (kind ? words(`record.${kind}.name`) : '') },
        { id: 'source', head: t('contradictions.source'), cell: ({ name }) => name },
        { id: 'on', head: t('contradictions.on'), cell: ({ lastOn }) => <DateText date={lastOn} form="short" /> },
      ]}
    />
  );
}
