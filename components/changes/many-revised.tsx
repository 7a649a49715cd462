import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { Stack } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import type { IsoDate } from '@/domain/calendar';
import type { RecordKind } from '@/domain/record/kinds';

export interface ManyRevisedProps {
  readonly revised: readonly { readonly kind: RecordKind; readonly records: number }[];
  /** How many of them, the latest, are compared. */
  readonly compared: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The same page of one kind alone. */
  readonly kindHref: (kind: RecordKind) => string;
}

/** Said where more lies between two days than a page compares: how much there is, and how to see it whole. */
export function ManyRevised({ revised, compared, from, to, kindHref }: ManyRevisedProps) {
  const t = useTranslations('changes.many');
  const kinds = useTranslations('record');
  const format = useFigureFormat();
  const records = revised.reduce((sum, one) => sum + one.records, 0);
  return (
    <Stack>
      <p>
        {t('sentence', {
          from: format.date(from),
          to: format.date(to),
          records: format.number(records),
          compared: format.number(compared),
        })}
      </p>
      <DataTable
        caption={t('caption')}
        density="compact"
        phone="scroll"
        rows={revised}
        rowKey={({ kind }) => kind}
        columns={[
          {
            id: 'kind',
            head: t('kind'),
            isRowHead: true,
            cell: ({ kind }) => <Link href={kindHref(kind)}>{kinds(`${kind}.plural`)}</Link>,
          },
          { id: 'records', head: t('records'), kind: 'number', cell: (one) => format.number(one.records) },
        ]}
      />
    </Stack>
  );
}
