import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import { type Rates, rateNames } from '@/domain/api/rates';

/** How often one network may ask here. */
export function RatesTable({ rates }: { readonly rates: Rates }) {
  const t = useTranslations('api.page.rates');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('caption')}
      isCaptionHidden
      density="compact"
      rows={rateNames}
      rowKey={(name) => name}
      columns={[
        { id: 'rule', head: t('rule'), isRowHead: true, cell: (name) => <code>{name}</code> },
        { id: 'questions', head: t('questions'), cell: (name) => t(`of.${name}`) },
        {
          id: 'perMinute',
          head: t('perMinute'),
          kind: 'number',
          cell: (name) => (rates[name] === 0 ? t('unlimited') : format.number(rates[name])),
        },
      ]}
    />
  );
}
