import { useTranslations } from 'next-intl';
import { FigureValue } from '@/components/figures/figure-value';
import { SectorMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import { type Sector, sectors } from '@/domain/vocabulary';
import { countOf, type SectorTotal, type StatusGroup } from './overview-data';

export interface SectorTableProps {
  readonly groups: readonly StatusGroup[];
  readonly totals: readonly SectorTotal[];
  readonly landmarks: { readonly known: number; readonly restoring: number; readonly restored: number };
  readonly hrefForSector: (sector: Sector) => string;
}

/** How many measures stand for a sector: those that most of its projects state. */
const measuresShown = 2;

/** Each sector with what matters most in it: planned, and of it in projects that are built. */
export function SectorTable({ groups, totals, landmarks, hrefForSector }: SectorTableProps) {
  const t = useTranslations('overview.sectors');
  const rows = sectors
    .map((sector) => ({ sector, groups: groups.filter((group) => group.sector === sector) }))
    .filter((row) => row.groups.length > 0);
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      rows={rows}
      rowKey={({ sector }) => sector}
      note={t('note')}
      columns={[
        {
          id: 'sector',
          head: t('sector'),
          isRowHead: true,
          cell: ({ sector }) => (
            <Link href={hrefForSector(sector)}>
              <SectorMark sector={sector} />
            </Link>
          ),
        },
        { id: 'built', head: t('built'), kind: 'number', cell: (row) => <Built groups={row.groups} /> },
        {
          id: 'matters',
          head: t('matters'),
          cell: ({ sector }) => (
            <>
              {sector === 'cultural' && <Landmarks {...landmarks} />}
              {totals
                .filter((total) => total.sector === sector && total.planned !== null)
                .slice(0, sector === 'cultural' ? 0 : measuresShown)
                .map((total) => (
                  <Planned key={total.measure} total={total} />
                ))}
            </>
          ),
        },
      ]}
    />
  );
}

function Built({ groups }: { readonly groups: readonly StatusGroup[] }) {
  const t = useTranslations('overview.sectors');
  const format = useFigureFormat();
  return t('builtOf', {
    built: format.number(countOf(groups, ['completed', 'in_use'])),
    total: format.number(groups.reduce((sum, { count }) => sum + count, 0)),
  });
}

function Planned({ total }: { readonly total: SectorTotal }) {
  const t = useTranslations('overview.sectors');
  const format = useFigureFormat();
  const qualifier = total.isExact ? null : ('about' as const);
  return (
    <p>
      {t.rich('planned', {
        label: total.label,
        planned: () => <FigureValue value={statedNumber(total.planned, total.unit ?? undefined, qualifier)} />,
        built: () => <FigureValue value={statedNumber(total.built, total.unit ?? undefined, qualifier)} />,
        projects: format.quantity(total.stated, 'projects'),
      })}
      {total.unknown > 0 && ` ${t('unknown', { projects: format.quantity(total.unknown, 'projects') })}`}
    </p>
  );
}

function Landmarks({ known, restoring, restored }: SectorTableProps['landmarks']) {
  const t = useTranslations('overview.sectors');
  const format = useFigureFormat();
  return (
    <p>
      {t('landmarks', {
        known: format.quantity(known, 'landmarks'),
        restoring: format.number(restoring),
        restored: format.number(restored),
      })}
    </p>
  );
}
