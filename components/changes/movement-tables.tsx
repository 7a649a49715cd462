import { useTranslations } from 'next-intl';
import { FigureValue } from '@/components/figures/figure-value';
import { SectorMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import type { Moved, PlannedSum, PromiseMovement, TotalOnDay } from '@/domain/movement';

/** What projects plan, by sector and measure, where the sums differ. */
export function PlannedMovement({ moved }: { readonly moved: readonly Moved<PlannedSum>[] }) {
  const t = useTranslations('changes.movement');
  return (
    <DataTable
      caption={t('planned')}
      density="compact"
      rows={moved}
      rowKey={({ of }) => `${of.sector} ${of.measure}`}
      columns={[
        { id: 'measure', head: t('measure'), isRowHead: true, cell: ({ of }) => of.label },
        { id: 'sector', head: t('sector'), cell: ({ of }) => of.sector && <SectorMark sector={of.sector} /> },
        ...amounts<PlannedSum>(t, ({ of }) => of.unit),
      ]}
    />
  );
}

/** Running totals of people that differ, each at its own place and of its own group. */
export function TotalMovement(props: {
  readonly moved: readonly Moved<TotalOnDay>[];
  readonly placeHref: (slug: string) => string;
}) {
  const t = useTranslations('changes.movement');
  const kinds = useTranslations('vocabulary.resettlementKinds');
  const returns = useTranslations('returns');
  return (
    <DataTable
      caption={t('totals')}
      density="compact"
      rows={props.moved}
      rowKey={({ of }) => [of.kind, of.populationGroup, of.placeSlug, of.event, of.origin, of.metric].join(' ')}
      note={t('totalsNote')}
      columns={[
        {
          id: 'place',
          head: t('place'),
          isRowHead: true,
          cell: ({ of }) => <Link href={props.placeHref(of.placeSlug)}>{of.placeName}</Link>,
        },
        {
          id: 'group',
          head: t('group'),
          cell: ({ of }) =>
            [
              kinds(of.kind),
              of.groupLabel,
              of.event,
              of.originLabel && returns('fromOrigin', { origin: of.originLabel }),
            ]
              .filter(Boolean)
              .join(', '),
        },
        ...amounts<TotalOnDay>(t, ({ of }) => of.metric),
      ]}
    />
  );
}

/** Promised days that moved, by sector: later and earlier apart. */
export function PromisesMoved({ moved }: { readonly moved: readonly PromiseMovement[] }) {
  const t = useTranslations('changes.movement');
  const format = useFigureFormat();
  const cell = (count: number, days: number) =>
    count === 0
      ? format.number(0)
      : t('together', { count: format.number(count), days: format.quantity(days, 'days') });
  return (
    <DataTable
      caption={t('promises')}
      density="compact"
      rows={moved}
      rowKey={({ sector }) => sector}
      note={t('promisesNote')}
      columns={[
        { id: 'sector', head: t('sector'), isRowHead: true, cell: ({ sector }) => <SectorMark sector={sector} /> },
        { id: 'later', head: t('later'), kind: 'number', cell: ({ later, laterDays }) => cell(later, laterDays) },
        {
          id: 'earlier',
          head: t('earlier'),
          kind: 'number',
          cell: ({ earlier, earlierDays }) => cell(earlier, earlierDays),
        },
      ]}
    />
  );
}

type Words = ReturnType<typeof useTranslations<'changes.movement'>>;

function amounts<Of>(t: Words, unitOf: (row: Moved<Of>) => string | null) {
  const value = (name: 'before' | 'after') => ({
    id: name,
    head: t(name),
    kind: 'number' as const,
    cell: (row: Moved<Of>) => <FigureValue value={statedNumber(row[name], unitOf(row) ?? undefined)} />,
  });
  return [
    value('before'),
    value('after'),
    {
      id: 'difference',
      head: t('difference'),
      kind: 'number' as const,
      cell: (row: Moved<Of>) => <Difference value={row.difference} unit={unitOf(row)} />,
    },
  ];
}

function Difference({ value, unit }: { readonly value: number; readonly unit: string | null }) {
  const format = useFigureFormat();
  return format.difference(value, unit);
}
