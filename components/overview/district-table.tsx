import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';

export interface District {
  readonly slug: string;
  readonly name: string;
  readonly projects: number;
  readonly underway: number;
  readonly built: number;
}

export function DistrictTable({
  districts,
  placeHref,
  projectsHref,
}: {
  readonly districts: readonly District[];
  readonly placeHref: (slug: string) => string;
  readonly projectsHref: (slug: string) => string;
}) {
  const t = useTranslations('overview.districts');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      density="compact"
      phone="scroll"
      rows={districts}
      rowKey={({ slug }) => slug}
      note={t('note')}
      columns={[
        {
          id: 'district',
          head: t('district'),
          isRowHead: true,
          cell: ({ slug, name }) => <Link href={placeHref(slug)}>{name}</Link>,
        },
        { id: 'underway', head: t('underway'), kind: 'number', cell: ({ underway }) => format.number(underway) },
        { id: 'built', head: t('built'), kind: 'number', cell: ({ built }) => format.number(built) },
        {
          id: 'projects',
          head: t('projects'),
          kind: 'number',
          cell: ({ slug, projects }) =>
            projects === 0 ? format.number(0) : <Link href={projectsHref(slug)}>{format.number(projects)}</Link>,
        },
      ]}
    />
  );
}
