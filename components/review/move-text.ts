import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { FigureMove } from '@/domain/submission/outliers';
import type { TextContext } from './content-text';

export interface MoveProps {
  readonly move: FigureMove;
  readonly isPercent: boolean;
  /** Of one quantity among several. */
  readonly measure: { readonly label: string; readonly unit: string | null } | null;
}

/** How far a figure moved, in words: in its own unit, and as a share of what it was. */
export function useMoveText() {
  const t = useTranslations();
  const format = useFigureFormat();
  return ({ move, isPercent, measure }: MoveProps): string => {
    // A percent of a percent says nothing: it moves by points.
    const share =
      isPercent || move.share === null ? '' : ` (${format.difference(Math.round(move.share * 1000) / 10)}\u00a0%)`;
    return `${measure ? `${measure.label}: ` : ''}${differenceText(move.difference, isPercent, measure?.unit, { t, format })}${share}`;
  };
}

/** A difference alone: `+12 points`, `−40 km`. */
export const differenceText = (
  difference: number,
  isPercent: boolean,
  unit: string | null | undefined,
  { t, format }: Pick<TextContext, 't' | 'format'>,
): string =>
  isPercent
    ? t('workspace.review.points', { difference: format.difference(difference), count: Math.abs(difference) })
    : format.difference(difference, unit);
