import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Timeline, type TimelineEvent } from '@/components/layout/timeline';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { PromiseMade, Slippage } from '@/domain/slippage';
import type { Statement } from './published-project';

export interface PromiseTimelineProps {
  readonly promises: readonly PromiseMade<{
    readonly statedOn: DateSpan | null;
    readonly promisedEndOn: DateSpan;
    readonly statement: Statement;
  }>[];
  readonly baselineReason: string | null;
  readonly startedOn: DateSpan | null;
  readonly endedOn: DateSpan | null;
  readonly statement: Statement;
  readonly slippage: Slippage | null;
  readonly isBuilt: boolean;
  /** Since the last promised day, late or not known to be. */
  readonly passedByDays: number | null;
  readonly today: IsoDate;
}

/** Promise and outcome: what was promised first, each move, what happened. */
export function PromiseTimeline(props: PromiseTimelineProps) {
  const t = useTranslations('project.timeline');
  const { promises, startedOn, endedOn, statement, today } = props;
  const events: readonly TimelineEvent[] = [
    ...(startedOn
      ? [{ id: 'start', kind: 'event' as const, date: startedOn, label: t('started'), note: saidBy(statement, null) }]
      : []),
    ...promises.map(
      (promise, index): TimelineEvent => ({
        id: `promise ${index}`,
        kind: promise.kind === 'baseline' ? 'baseline' : 'forecast',
        date: promise.promisedEndOn,
        label: promise.kind === 'baseline' ? t('baseline') : t(promises[0]?.kind === 'baseline' ? 'moved' : 'promised'),
        note: saidBy(promise.report?.statement ?? statement, promise.statedOn),
      }),
    ),
    ...(endedOn || props.isBuilt
      ? [{ id: 'end', kind: 'actual' as const, date: endedOn, label: t('done'), note: saidBy(statement, null) }]
      : []),
  ];
  if (events.length === 0) return <p>{t('nothing')}</p>;
  return <Timeline label={t('label')} events={events} today={today} summary={<Summary {...props} />} />;
}

function saidBy(statement: Statement, statedOn: DateSpan | null) {
  return <SaidBy statement={statement} statedOn={statedOn} />;
}

function SaidBy({ statement, statedOn }: { readonly statement: Statement; readonly statedOn: DateSpan | null }) {
  const t = useTranslations('project.timeline');
  const who = statement.statedBy ?? t('someone');
  const { url } = statement.source;
  const words = statedOn ? t.rich('saidOn', { who, date: () => <DateText date={statedOn} /> }) : t('said', { who });
  return url ? (
    <>
      {words}{' '}
      <a href={url} rel="external noopener">
        {t('source')}
      </a>
    </>
  ) : (
    words
  );
}

/** One sentence: how far the outcome, or the last promise, lies from the first. */
function Summary({ promises, slippage, isBuilt, passedByDays, endedOn }: PromiseTimelineProps) {
  const t = useTranslations('project.timeline');
  const format = useFigureFormat();
  if (!slippage) {
    if (isBuilt && !endedOn) return t('endUnknown');
    return promises.length === 0 ? (
      t('noPromise')
    ) : (
      <>
        <Story promises={promises} /> {t('noBaseline')}
      </>
    );
  }
  const said = format.slippage(slippage);
  if (isBuilt) {
    return (
      <>
        <Story promises={promises} /> {t('outcome', { slippage: said })}
      </>
    );
  }
  const isMoved = slippage.mostDays !== 0 || slippage.leastDays !== 0;
  return (
    <>
      {isMoved && <Story promises={promises} />} {isMoved ? t('movedBy', { slippage: said }) : t('notMoved')}
      {passedByDays !== null && ` ${t('late', { days: format.quantity(passedByDays, 'days') })}`}
    </>
  );
}

/** Every promise in one sentence: "Promised for December 2023; moved to 2025; moved to 2026." */
function Story({ promises }: Pick<PromiseTimelineProps, 'promises'>) {
  const t = useTranslations('project.timeline');
  const format = useFigureFormat();
  const [first, ...moves] = promises;
  if (!first) return null;
  return t('story', {
    first: format.date(first.promisedEndOn),
    moves: moves.map(({ promisedEndOn }) => t('storyMove', { date: format.date(promisedEndOn) })).join(''),
  });
}
