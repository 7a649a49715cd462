import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import { derived } from '@/domain/oc4ids/mapping';
import { Paths } from './mapping-table';

const rows = Object.entries(derived) as readonly (readonly [keyof typeof derived, readonly string[]])[]; // its own keys

/** What stands in a package without being a field of a record. */
export function DerivedTable() {
  const t = useTranslations('oc4ids');
  return (
    <DataTable
      caption={t('page.derived.title')}
      isCaptionHidden
      density="compact"
      rows={rows}
      rowKey={([name]) => name}
      columns={[
        { id: 'paths', head: t('page.derived.path'), isRowHead: true, cell: ([, paths]) => <Paths paths={paths} /> },
        { id: 'meaning', head: t('page.derived.meaning'), cell: ([name]) => t(`derived.${name}`) },
      ]}
    />
  );
}
