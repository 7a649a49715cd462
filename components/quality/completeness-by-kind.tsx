import { useTranslations } from 'next-intl';
import { BarRow } from '@/components/charts/bar-row';
import { FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import type { QualityRow } from './quality-row';

export interface CompletenessByKindProps {
  readonly rows: readonly QualityRow[];
  /** The kind whose fields are shown: the address names it. */
  readonly kind: string | null;
  readonly hrefOf: (kind: string) => string;
}

/** Of how many records each field is known: kind by kind, and the fields of the one that is asked for. */
export function CompletenessByKind({ rows, kind: asked, hrefOf }: CompletenessByKindProps) {
  const t = useTranslations('quality.completeness');
  const words = useTranslations();
  const format = useFigureFormat();
  const kinds = [...new Set(rows.flatMap(({ kind }) => kind ?? []))].map((kind) => {
    const fields = rows.filter((row) => row.kind === kind);
    return {
      kind,
      fields,
      total: fields[0]?.total ?? 0,
      known: fields.filter(({ count }) => (count ?? 0) > 0).length,
    };
  });
  const shown = kinds.find(({ kind }) => kind === asked);
  return (
    <>
      <DataTable
        caption={t('kindsCaption')}
        isCaptionHidden
        density="compact"
        phone="scroll"
        rows={kinds}
        rowKey={({ kind }) => kind}
        columns={[
          {
            id: 'kind',
            head: t('kindHead'),
            isRowHead: true,
            cell: ({ kind }) => <Link href={hrefOf(kind)}>{words(`record.${kind}.plural`)}</Link>,
          },
          { id: 'total', head: t('records'), kind: 'number', cell: ({ total }) => format.number(total) },
          { id: 'fields', head: t('fields'), kind: 'number', cell: ({ fields }) => format.number(fields.length) },
          { id: 'known', head: t('knownFields'), kind: 'number', cell: ({ known }) => format.number(known) },
        ]}
      />
      {shown && (
        <Section
          id="fields"
          level={3}
          title={t('kind', {
            kind: words(`record.${shown.kind}.plural`),
            total: format.number(shown.total),
            known: shown.known,
            fields: shown.fields.length,
          })}
        >
          {shown.total === 0 ? <p>{t('noRecords')}</p> : <Fields kind={shown.kind} rows={shown.fields} />}
        </Section>
      )}
    </>
  );
}

function Fields({
  kind,
  rows,
}: {
  readonly kind: NonNullable<QualityRow['kind']>;
  readonly rows: readonly QualityRow[];
}) {
  const t = useTranslations('quality.completeness');
  const words = useTranslations();
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('caption', { kind: words(`record.${kind}.plural`) })}
      isCaptionHidden
      density="compact"
      phone="scroll"
      rows={rows}
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
  );
}
