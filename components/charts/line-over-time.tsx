import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import type { StatedValue } from '@/components/figures/stated-value';
import { DataTable } from '@/components/tables/data-table';
import { ChartFigure } from './chart-figure';
import type { ChartFrame } from './chart-frame';
import { drawLines, type LinesInput, type TimePoint } from './lines-drawn';
import { LinesPicture } from './lines-picture';
import { LiveChart } from './live-chart';

export interface LineOverTimeProps extends ChartFrame, LinesInput {
  readonly height?: number;
  /** What is said instead of an empty picture. */
  readonly empty?: string;
}

/** One measure over time, by series, with its targets. Unknown is a gap; claims of different sources can be points. */
export function LineOverTime(props: LineOverTimeProps) {
  const t = useTranslations('charts');
  const format = useFigureFormat();
  const rows = tableRows(props);
  if (rows.length === 0) return <p>{props.empty ?? t('nothing')}</p>;
  const drawn = drawLines(props, props.headline, format, props.height);
  const hasSources = rows.some(({ point }) => point.statedBy);
  return (
    <ChartFigure
      {...props}
      table={
        <DataTable
          caption={t('tableCaption', { title: props.headline })}
          isCaptionHidden
          density="compact"
          phone="scroll"
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { id: 'date', head: t('date'), isRowHead: true, cell: ({ point }) => <DateText date={point.date} /> },
            ...(props.series.length > 1 ? [{ id: 'series', head: t('series'), cell: (row: Row) => row.series }] : []),
            {
              id: 'value',
              head: props.subtitle,
              unit: props.unit === '%' ? undefined : format.unit(props.unit),
              kind: 'number',
              cell: (row: Row) => <FigureValue value={row.value} />,
            },
            ...(hasSources ? [{ id: 'by', head: t('statedBy'), cell: ({ point }: Row) => point.statedBy }] : []),
          ]}
        />
      }
    >
      <LiveChart kind="lines" drawn={drawn}>
        <LinesPicture drawn={drawn} />
      </LiveChart>
    </ChartFigure>
  );
}

interface Row {
  readonly key: string;
  readonly series: string;
  readonly point: TimePoint;
  readonly value: StatedValue;
}

function tableRows({ series, unit }: LinesInput): readonly Row[] {
  return series.flatMap((one) =>
    one.points.map((point, index) => ({
      key: `${one.id} ${index}`,
      series: one.label,
      point,
      value: statedIn(unit, point),
    })),
  );
}

function statedIn(unit: string, { value, qualifier }: TimePoint): StatedValue {
  if (value === null) return { kind: 'unknown' };
  return unit === '%' ? { kind: 'percent', value, qualifier } : { kind: 'number', value, qualifier };
}
