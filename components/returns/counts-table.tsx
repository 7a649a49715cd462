import { useTranslations } from 'next-intl';
import { DateText, FigureLegend, Unknown } from '@/components/figures/figure-value';
import { DisagreementLinks } from '@/components/claims/disagreement-links';
import { Attribution } from '@/components/files/attribution';
import { Link } from '@/components/layout/link';
import { type Column, DataTable } from '@/components/tables/data-table';
import { CountValue } from './count-value';
import type { PersonCount } from './person-count';

export interface CountsTableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly counts: readonly PersonCount[];
  readonly placeHref?: (slug: string) => string;
  readonly hasOrigin?: boolean;
  readonly hasGroup?: boolean;
}

/** Counts one by one, each with its source; nothing is added up. */
export function CountsTable({ caption, isCaptionHidden, counts, placeHref, hasOrigin, hasGroup }: CountsTableProps) {
  const t = useTranslations('returns.columns');
  const words = useTranslations('words');
  const columns: readonly Column<PersonCount>[] = [
    ...(placeHref
      ? [
          {
            id: 'place',
            head: t('place'),
            isRowHead: true,
            cell: ({ placeSlug, placeName }: PersonCount) => <Link href={placeHref(placeSlug)}>{placeName}</Link>,
          },
        ]
      : []),
    {
      id: 'date',
      head: t('date'),
      isRowHead: !placeHref,
      cell: ({ referenceOn }) => <DateText date={referenceOn} form="short" />,
    },
    ...(hasGroup
      ? [
          {
            id: 'group',
            head: t('group'),
            cell: ({ groupLabel, kind }: PersonCount) => `${groupLabel}: ${words(`resettlementKind.${kind}`)}`,
          },
        ]
      : []),
    {
      id: 'families',
      head: t('families'),
      kind: 'number',
      cell: (count) => <CountValue count={count} metric="families" />,
    },
    {
      id: 'persons',
      head: t('persons'),
      kind: 'number',
      cell: (count) => <CountValue count={count} metric="persons" />,
    },
    ...(hasOrigin
      ? [{ id: 'origin', head: t('origin'), cell: ({ originLabel }: PersonCount) => originLabel ?? <Unknown /> }]
      : []),
    {
      id: 'who',
      head: t('who'),
      cell: ({ statement, rivals }) => (
        <>
          <Attribution statement={statement} />
          <DisagreementLinks rivals={rivals} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden={isCaptionHidden}
      columns={columns}
      rows={counts}
      rowKey={({ slug }) => slug}
      density="compact"
      note={<FigureLegend hasWithheld />}
    />
  );
}
