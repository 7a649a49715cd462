import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import { type FilterRule, filtersOf } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';

/** The filters that a file takes in its address, with what each may say. */
export function FiltersTable({ table }: { readonly table: TableName }) {
  const t = useTranslations('files.filters');
  const rules = Object.entries(filtersOf[table]);
  if (rules.length === 0) return <p>{t('none')}</p>;
  return (
    <DataTable
      caption={t('caption')}
      isCaptionHidden
      density="compact"
      rows={rules}
      rowKey={([name]) => name}
      columns={[
        { id: 'name', head: t('name'), isRowHead: true, cell: ([name]) => <code>{name}</code> },
        { id: 'values', head: t('values'), cell: ([, rule]) => <Values rule={rule} /> },
      ]}
    />
  );
}

function Values({ rule }: { readonly rule: FilterRule }) {
  const t = useTranslations('files.filters');
  switch (rule.type) {
    case 'choice':
      return rule.values.map((value, index) => (
        <span key={value}>
          {index > 0 && ', '}
          <code>{value}</code>
        </span>
      ));
    case 'code':
      return t('code', { list: rule.list });
    case 'reference':
      return t('reference');
    default:
      return t(rule.type);
  }
}
