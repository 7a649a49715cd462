import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import type { IsoDate } from '@/domain/calendar';
import type { ChangeAction } from '@/domain/submission/change';

export interface CompareFormProps {
  /** The page that compares. */
  readonly action: string;
  readonly versions: readonly {
    readonly version: number;
    readonly action: ChangeAction;
    readonly publishedOn: IsoDate;
  }[];
  readonly from: number;
  readonly to: number;
}

/** Chooses two versions of one record, without JavaScript too. */
export function CompareForm({ action, versions, from, to }: CompareFormProps) {
  const t = useTranslations('history');
  const format = useFigureFormat();
  const options = versions.map(({ version, action: what, publishedOn }) => ({
    value: String(version),
    label: t('option', { version, date: format.date(publishedOn, 'short'), action: what }),
  }));
  return (
    <FilterBar action={action} label={t('compare')} isWide>
      <FilterSelect name="from" label={t('from')} value={String(from)} options={options} anyLabel={null} />
      <FilterSelect name="to" label={t('to')} value={String(to)} options={options} anyLabel={null} />
    </FilterBar>
  );
}
