import { useTranslations } from 'next-intl';
import { Figure } from '@/components/figures/figure';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedDate } from '@/components/figures/stated-value';
import type { DateSpan } from '@/domain/calendar';
import type { Slippage } from '@/domain/slippage';
import { provenanceOf, type Statement } from './published-project';

export interface PromisedFigureProps {
  readonly promised: {
    readonly endOn: DateSpan;
    readonly statedOn: DateSpan | null;
    readonly statement: Statement;
  } | null;
  readonly slippage: Slippage | null;
  readonly isBuilt: boolean;
}

/** The last promise, and how far it lies from the first. */
export function PromisedFigure({ promised, slippage, isBuilt }: PromisedFigureProps) {
  const t = useTranslations('project.promised');
  const format = useFigureFormat();
  const isMoved = slippage !== null && (slippage.leastDays !== 0 || slippage.mostDays !== 0);
  return (
    <Figure
      size="headline"
      label={t('label')}
      value={statedDate(promised?.endOn)}
      provenance={
        promised
          ? provenanceOf(promised.statement, promised.statedOn, t('definition'))
          : { referenceDate: null, statedBy: null, verification: null, definition: t('definition') }
      }
      against={
        !promised
          ? t('none')
          : isBuilt
            ? null
            : slippage === null
              ? t('noBaseline')
              : isMoved
                ? t('moved', { slippage: format.slippage(slippage) })
                : t('notMoved')
      }
    />
  );
}

export interface DoneFigureProps {
  readonly endedOn: DateSpan | null;
  readonly slippage: Slippage | null;
  readonly statement: Statement;
  readonly statusOn: DateSpan | null;
}

/** The day it was done, against the first promise. */
export function DoneFigure({ endedOn, slippage, statement, statusOn }: DoneFigureProps) {
  const t = useTranslations('project.done');
  const format = useFigureFormat();
  return (
    <Figure
      size="headline"
      label={t('label')}
      value={statedDate(endedOn)}
      provenance={provenanceOf(statement, statusOn, t('definition'))}
      against={slippage ? format.slippage(slippage) : t('noBaseline')}
    />
  );
}
