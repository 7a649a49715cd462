import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import { Attribution } from './attribution';
import type { StatementFacts } from './provenance';

export interface Fact {
  readonly slug: string;
  readonly categoryLabel: string;
  readonly referenceOn: DateSpan | null;
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
        { id: 'category', head: t('category'), cell: ({ categoryLabel }) => categoryLabel },
        ...(placeHref
          ? [
              {
                id: 'place',
                head: t('place'),
                cell: ({ placeSlug, placeName }: Fact) =>
                  placeSlug ? <a href={placeHref(placeSlug)}>{placeName}</a> : t('noPlace'),
              },
            ]
          : []),
        { id: 'date', head: t('date'), cell: ({ referenceOn }) => <DateText date={referenceOn} form="short" /> },
        { id: 'who', head: t('who'), cell: ({ statement }) => <Attribution statement={statement} /> },
      ]}
    />
  );
}
