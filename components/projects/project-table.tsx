import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText, FigureLegend, FigureValue, Unknown } from '@/components/figures/figure-value';
import { LateMark, OnHoldMark, SectorMark, StatusMark, VerificationMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedDate, statedMoney, statedPercent } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { type Column, DataTable } from '@/components/tables/data-table';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { isBuilt } from '@/domain/lateness';
import { isNaturallyAscending, type ProjectFilter, type ProjectSort } from '@/domain/filter';
import type { MoneyKind, ProjectStatus, Sector, Verification } from '@/domain/vocabulary';
import { ProjectName } from './project-name';
import { Slipped } from './slipped';
import styles from './project-table.module.css';

export interface ProjectRow {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly sector: Sector;
  readonly subsectorLabel: string;
  readonly places: readonly { readonly slug: string; readonly name: string }[];
  readonly status: ProjectStatus;
  readonly statusOn: DateSpan | null;
  readonly isOnHold: boolean;
  readonly promisedEndOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
  readonly slippage: { readonly leastDays: number; readonly mostDays: number } | null;
  readonly lateByDays: number | null;
  readonly progressPercent: number | null;
  /** Where claims of it differ. */
  readonly progressRange: { readonly lowest: number; readonly highest: number } | null;
  readonly progressOn: DateSpan | null;
  readonly lastReportOn: IsoDate | null;
  readonly budget: { readonly kind: MoneyKind; readonly minorUnits: bigint; readonly currency: string } | null;
  readonly verification: Verification;
}

export interface ProjectTableProps {
  readonly rows: readonly ProjectRow[];
  readonly filter: ProjectFilter;
  readonly hrefFor: (filter: ProjectFilter) => string;
  readonly hrefOf: (slug: string) => string;
  readonly placeHref: (slug: string) => string;
  readonly caption: string;
}

/** The list of projects: a table with sortable heads, cards on a phone. */
export function ProjectTable({ rows, filter, hrefFor, hrefOf, placeHref, caption }: ProjectTableProps) {
  const t = useTranslations('projects.columns');
  const sortBy = (sort: ProjectSort): Column<ProjectRow>['sort'] => {
    const isOn = filter.sort === sort;
    const isAscending = isOn ? !filter.isAscending : isNaturallyAscending(sort);
    return {
      href: hrefFor({ ...filter, sort, isAscending, page: 1 }),
      direction: isOn ? (filter.isAscending ? 'ascending' : 'descending') : null,
    };
  };
  const columns: readonly Column<ProjectRow>[] = [
    {
      id: 'name',
      head: t('name'),
      isRowHead: true,
      sort: sortBy('name'),
      cell: (row) => <Name row={row} href={hrefOf(row.slug)} />,
    },
    { id: 'place', head: t('place'), cell: (row) => <Places row={row} placeHref={placeHref} /> },
    { id: 'status', head: t('status'), sort: sortBy('status'), cell: (row) => <Status row={row} /> },
    {
      id: 'progress',
      head: t('progress'),
      kind: 'number',
      sort: sortBy('progress'),
      cell: (row) => <Progress row={row} />,
    },
    { id: 'promised', head: t('promised'), sort: sortBy('promised'), cell: (row) => <Promised row={row} /> },
    {
      id: 'slipped',
      head: t('slipped'),
      unit: t('days'),
      kind: 'number',
      sort: sortBy('slipped'),
      cell: (row) => <Slipped slippage={row.slippage} />,
    },
    ...(filter.sort === 'budget'
      ? [
          {
            id: 'budget',
            head: t('budget'),
            kind: 'number' as const,
            sort: sortBy('budget'),
            cell: (row: ProjectRow) => <Budget row={row} />,
          },
        ]
      : []),
    ...(filter.sort === 'last-report' || filter.isUnreported
      ? [
          {
            id: 'last-report',
            head: t('lastReport'),
            sort: sortBy('last-report'),
            cell: (row: ProjectRow) => <DateText date={row.lastReportOn} form="short" />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ slug }) => slug}
      note={<FigureLegend />}
    />
  );
}

function Name({ row, href }: { readonly row: ProjectRow; readonly href: string }) {
  return (
    <span className={styles.name}>
      <Link href={href}>
        <ProjectName {...row} />
      </Link>
      <span className={styles.under}>
        <SectorMark sector={row.sector} />
        <span>{row.subsectorLabel}</span>
        {row.verification !== 'reported' && <VerificationMark verification={row.verification} />}
      </span>
    </span>
  );
}

function Places({ row, placeHref }: { readonly row: ProjectRow; readonly placeHref: (slug: string) => string }) {
  return row.places.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 && ', '}
      <Link className={styles.quiet} href={placeHref(slug)}>
        {name}
      </Link>
    </span>
  ));
}

function Status({ row }: { readonly row: ProjectRow }) {
  return (
    <TwoLines under={row.statusOn && <DateText date={row.statusOn} form="short" />}>
      <StatusMark status={row.status} />
      {row.isOnHold && (
        <>
          {' '}
          <OnHoldMark />
        </>
      )}
    </TwoLines>
  );
}

/** What is built needs no percentage; one that was reported is shown all the same. */
function Progress({ row }: { readonly row: ProjectRow }) {
  const t = useTranslations('projects');
  const format = useFigureFormat();
  const built = isBuilt(row.status);
  if (row.progressPercent === null) return built ? <span className={styles.quiet}>{t('built')}</span> : <Unknown />;
  return (
    <TwoLines
      under={
        <>
          <DateText date={row.progressOn} form="short" />
          {row.progressRange &&
            `. ${t('claimsRange', { lowest: format.percent(row.progressRange.lowest), highest: format.percent(row.progressRange.highest) })}`}
        </>
      }
    >
      <FigureValue value={statedPercent(row.progressPercent)} />
    </TwoLines>
  );
}

function Promised({ row }: { readonly row: ProjectRow }) {
  const t = useTranslations('projects');
  const format = useFigureFormat();
  const late = row.lateByDays !== null && (
    <LateMark>{t('lateBy', { days: format.quantity(row.lateByDays, 'days') })}</LateMark>
  );
  const done = row.actualEndOn && t.rich('doneOn', { date: () => <DateText date={row.actualEndOn} form="short" /> });
  return (
    <TwoLines under={late || done}>
      {row.promisedEndOn ? (
        <time>{format.date(row.promisedEndOn, 'short')}</time>
      ) : (
        <FigureValue value={statedDate(null)} />
      )}
    </TwoLines>
  );
}

function Budget({ row }: { readonly row: ProjectRow }) {
  const words = useTranslations('words.moneyKind');
  if (!row.budget) return <Unknown />;
  return (
    <TwoLines under={words(row.budget.kind)}>
      <FigureValue value={statedMoney(row.budget.minorUnits, row.budget.currency)} />
    </TwoLines>
  );
}

function TwoLines({ children, under }: { readonly children: ReactNode; readonly under?: ReactNode }) {
  return (
    <span className={styles.lines}>
      <span>{children}</span>
      {under && <span className={styles.under}>{under}</span>}
    </span>
  );
}
