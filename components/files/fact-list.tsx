import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { statedNumber } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import type { Qualifier } from '@/domain/vocabulary';
import { Attribution } from './attribution';
import type { StatementFacts } from './provenance';

export interface Fact {
  readonly slug: string;
  readonly categoryLabel: string;
  readonly referenceOn: DateSpan | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly qualifier: Qualifier | null;
  readonly statementText: string;
  readonly placeSlug: string | null;
  readonly placeName: string | null;
  readonly statement: StatementFacts;
}

export interface FactListProps {
  readonly caption: string;
  readonly facts: readonly Fact[];
  /** Absent where every fact is of the same place. */
  readonly placeHref?: (slug: string) => string;
}

/** What sources state besides projects and returns, in their words. */
export function FactList({ caption, facts, placeHref }: FactListProps) {
  const t = useTranslations('files.facts');
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      density="compact"
      rows={facts}
      rowKey={({ slug }) => slug}
      columns={[
        { id: 'what', head: t('statement'), isRowHead: true, cell: ({ statementText }) => statementText },
        {
          id: 'figure',
          head: t('figure'),
          cell: ({ value, unit, qualifier }) =>
            value === null ? t('noFigure') : <FigureValue value={statedNumber(value, unit ?? undefined, qualifier)} />,
        },
        { id: 'category', head: t('category'), cell: ({ categoryLabel }) => categoryLabel },
        ...(placeHref
          ? [
              {
                id: 'place',
                head: t('place'),
                cell: ({ placeSlug, placeName }: Fact) =>
                  placeSlug ? <Link href={placeHref(placeSlug)}>{placeName}</Link> : t('noPlace'),
              },
            ]
          : []),
        { id: 'date', head: t('date'), cell: ({ referenceOn }) => <DateText date={referenceOn} form="short" /> },
        { id: 'who', head: t('who'), cell: ({ statement }) => <Attribution statement={statement} /> },
      ]}
    />
  );
}
