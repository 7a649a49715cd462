import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { statedMoney } from '@/components/figures/stated-value';
import { Attribution } from '@/components/files/attribution';
import { Link } from '@/components/layout/link';
import { ProjectName } from '@/components/projects/project-name';
import { DataTable } from '@/components/tables/data-table';
import type { AmountOfMoney } from './budget-line';

export interface AmountsTableProps {
  readonly caption: string;
  readonly lines: readonly AmountOfMoney[];
  readonly locale: string;
}

/** Amounts one by one. There is no total: kinds, periods and currencies differ. */
export function AmountsTable({ caption, lines, locale }: AmountsTableProps) {
  const t = useTranslations('budget.columns');
  const words = useTranslations('words');
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={lines}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'period',
          head: t('period'),
          isRowHead: true,
          cell: ({ period }) => <DateText date={period} form="short" />,
        },
        {
          id: 'kind',
          head: t('kind'),
          cell: ({ kind, kindAsStated }) =>
            // Said only where the source's word is another than ours.
            kindAsStated && kindAsStated !== kind
              ? t('kindAsStated', { kind: words(`moneyKind.${kind}`), stated: kindAsStated })
              : words(`moneyKind.${kind}`),
        },
        {
          id: 'amount',
          head: t('amount'),
          kind: 'number',
          cell: ({ minorUnits, currency, qualifier }) => (
            <FigureValue value={statedMoney(minorUnits, currency, qualifier)} />
          ),
        },
        { id: 'for', head: t('for'), cell: (line) => <What line={line} locale={locale} /> },
        { id: 'who', head: t('who'), cell: ({ statement }) => <Attribution statement={statement} /> },
      ]}
    />
  );
}

function What({
  line: { project, programme, place },
  locale,
}: {
  readonly line: AmountOfMoney;
  readonly locale: string;
}) {
  if (project) {
    return (
      <Link href={`/${locale}/projects/${project.slug}`}>
        <ProjectName {...project} />
      </Link>
    );
  }
  return (
    <span>
      {programme && <ProjectName {...programme} />}
      {programme && place && ', '}
      {place && <Link href={`/${locale}/places/${place.slug}`}>{place.title}</Link>}
    </span>
  );
}
