import { useTranslations } from 'next-intl';
import { BarRow } from '@/components/charts/bar-row';
import { FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import type { QualityRow } from './quality-row';

/** Of each field of each kind of record: of how many records it is known. Each kind unfolds; all work without JavaScript. */
export function CompletenessByKind({ rows }: { readonly rows: readonly QualityRow[] }) {
  const t = useTranslations('quality.completeness');
  const words = useTranslations();
  const format = useFigureFormat();
  const kinds = [...new Set(rows.flatMap(({ kind }) => kind ?? []))];
  return kinds.map((kind) => {
    const fields = rows.filter((row) => row.kind === kind);
    const total = fields[0]?.total ?? 0;
    const isKnown = fields.filter(({ count }) => (count ?? 0) > 0).length;
    return (
      <details key={kind} id={`completeness-${kind}`}>
        <summary>
          {t('kind', {
            kind: words(`record.${kind}.plural`),
            total: format.number(total),
            known: isKnown,
            fields: fields.length,
          })}
        </summary>
        {total === 0 ? (
          <p>{t('noRecords')}</p>
        ) : (
          <DataTable
            caption={t('caption', { kind: words(`record.${kind}.plural`) })}
            isCaptionHidden
            density="compact"
            phone="scroll"
            rows={fields}
            rowKey={({ field }) => field ?? ''}
            columns={[
              {
                id: 'field',
                head: t('field'),
                isRowHead: true,
                cell: ({ field }) => words(`record.${kind}.fields.${field}.label`),
              },
              { id: 'count', head: t('count'), kind: 'number', cell: ({ count }) => format.number(count ?? 0) },
              {
                id: 'share',
                head: t('share'),
                cell: ({ sharePercent }) =>
                  sharePercent === null ? (
                    <FigureValue value={{ kind: 'unknown' }} />
                  ) : (
                    <BarRow percent={sharePercent} text={format.percent(sharePercent, 1)} />
                  ),
              },
            ]}
          />
        )}
      </details>
    );
  });
}
