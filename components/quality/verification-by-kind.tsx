import { useTranslations } from 'next-intl';
import { VerificationMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import { verifications } from '@/domain/vocabulary';
import type { QualityRow } from './quality-row';

/** How many figures are reported, documented, verified and disputed: all together, then kind by kind. */
export function VerificationByKind({ rows }: { readonly rows: readonly QualityRow[] }) {
  const t = useTranslations('quality.verification');
  const words = useTranslations();
  const format = useFigureFormat();
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort((one, other) =>
    one === null ? -1 : other === null ? 1 : 0,
  );
  const counted = (kind: string | null, verification: string) =>
    rows.find((row) => row.kind === kind && row.field === verification);
  const total = (kind: string | null) => rows.find((row) => row.kind === kind)?.total ?? 0;
  return (
    <>
      <ul>
        {verifications.map((verification) => (
          <li key={verification}>
            <VerificationMark verification={verification} />{' '}
            {t('share', {
              count: format.number(counted(null, verification)?.count ?? 0),
              total: format.number(total(null)),
              share: format.percent(counted(null, verification)?.sharePercent ?? 0, 1),
            })}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('caption')}
        density="compact"
        phone="scroll"
        rows={kinds}
        rowKey={(kind) => kind ?? 'all'}
        columns={[
          {
            id: 'kind',
            head: t('kind'),
            isRowHead: true,
            cell: (kind) => (kind === null ? t('all') : words(`record.${kind}.plural`)),
          },
          ...verifications.map((verification) => ({
            id: verification,
            head: words(`words.verification.${verification}`),
            kind: 'number' as const,
            cell: (kind: string | null) => format.number(counted(kind, verification)?.count ?? 0),
          })),
          { id: 'total', head: t('total'), kind: 'number', cell: (kind) => format.number(total(kind)) },
        ]}
      />
    </>
  );
}
