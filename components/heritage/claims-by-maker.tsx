import { useTranslations } from 'next-intl';
import type { ChartColor } from '@/components/charts/chart-frame';
import { StackedBars } from '@/components/charts/stacked-bars';
import { useFigureFormat } from '@/components/figures/server-format';
import type { IsoDate } from '@/domain/calendar';
import { type Condition, conditions } from '@/domain/vocabulary';
import type { LandmarkInList } from './landmark';

export interface ClaimsByMakerProps {
  readonly landmarks: readonly LandmarkInList[];
  readonly csvHref: string;
  readonly today: IsoDate;
  readonly hrefForMaker: (slug: string) => string;
}

/** Who says what: claims, not landmarks, so that contradictions are seen and nothing is counted as agreed. */
export function ClaimsByMaker({ landmarks, csvHref, today, hrefForMaker }: ClaimsByMakerProps) {
  const t = useTranslations('heritage.chart');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const claims = landmarks.flatMap((landmark) => landmark.claims);
  const makers = [...new Map(claims.map(({ statement }) => [statement.statedBy.slug, statement.statedBy.name]))]
    .map(([slug, name]) => ({ slug, name, own: claims.filter(({ statement }) => statement.statedBy.slug === slug) }))
    .sort((one, other) => other.own.length - one.own.length);
  const [first] = makers;
  if (!first) return null;
  return (
    <StackedBars
      headline={t('headline', {
        claims: claims.length,
        landmarks: format.quantity(landmarks.filter((landmark) => landmark.claims.length > 0).length, 'landmarks'),
        share: format.number(first.own.length),
        who: first.name,
      })}
      subtitle={t('subtitle')}
      notes={t('notes')}
      referenceDate={today}
      csvHref={csvHref}
      unit="claims"
      rowHead={t('claimMaker')}
      parts={conditions.map((id) => ({ id, label: words(`condition.${id}`), color: conditionColors[id] }))}
      rows={makers.map(({ slug, name, own }) => ({
        id: slug,
        label: shortened(name, (first) => t('andOthers', { first })),
        href: hrefForMaker(slug),
        counts: Object.fromEntries(
          conditions.map((condition) => [condition, own.filter((claim) => claim.condition === condition).length]),
        ),
      }))}
    />
  );
}

/** A line of the picture has room for one body; the list below names every one in full. */
function shortened(name: string, andOthers: (first: string) => string): string {
  const [first = name, ...others] = name.split(';');
  const text = others.length > 0 ? andOthers(first.trim()) : name;
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1).trimEnd()}…` : text;
}

const longestLabel = 36;

/** Apart in lightness, so that they stay apart in grey. */
const conditionColors: Record<Condition, ChartColor> = {
  standing: 'series-4',
  threatened: 'planned',
  damaged: 'underway',
  altered: 'series-2',
  destroyed: 'in-use',
  under_restoration: 'series-3',
  restored: 'series-5',
  unknown: 'proposed',
};
