import { useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { drawSpread } from '@/components/charts/spread-drawn';
import { SpreadPicture } from '@/components/charts/spread-picture';
import { useFigureFormat } from '@/components/figures/server-format';
import type { SlippageSpread } from './late-project';
import { SpreadTable } from './spread-table';

/** How far promises slip, by sector: the picture and its numbers. */
export function SlippageSpreadFigure({
  spread,
  csvHref,
}: {
  readonly spread: readonly SlippageSpread[];
  readonly csvHref: string;
}) {
  const t = useTranslations('late.spread');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const rows = spread.filter(({ kind }) => kind !== 'district');
  const nameOf = ({ kind, slug }: SlippageSpread) => (kind === 'sector' ? words(`sector.${slug}`) : t('all'));
  const median = rows.find(({ kind }) => kind === 'all')?.days?.middle ?? null;
  const headline =
    median === null
      ? t('headlineUnknown')
      : median < 0
        ? t('headlineEarly')
        : t('headline', { median: Math.floor(median) });
  const drawn = drawSpread(
    rows.map((row) => ({
      id: row.slug,
      label: nameOf(row),
      text: row.days ? signed(row.days.middle, format) : t('unknown'),
      days: row.days,
    })),
    headline,
    (days) => signed(days, format),
  );
  return (
    <ChartFigure
      headline={headline}
      subtitle={t('subtitle')}
      notes={t('note')}
      csvHref={csvHref}
      table={<SpreadTable caption={t('bySector')} head={t('sector')} rows={rows} nameOf={nameOf} />}
    >
      <SpreadPicture drawn={drawn} />
    </ChartFigure>
  );
}

const signed = (days: number, format: ReturnType<typeof useFigureFormat>) =>
  Math.round(days) === 0 ? format.number(0) : format.difference(Math.round(days));
