import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedDate } from '@/components/figures/stated-value';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import styles from './timeline.module.css';

export interface TimelineEvent {
  readonly id: string;
  /** `baseline`: the first promise. `forecast`: a move of it. `actual`: what happened. `event`: anything else. */
  readonly kind: 'baseline' | 'forecast' | 'actual' | 'event';
  /** Null: known to have happened or been promised, date not known. */
  readonly date: DateSpan | null;
  readonly label: ReactNode;
  /** When and by whom it was said: "said on 14 June 2023 by ...". */
  readonly note?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  /** In the order they were said. */
  readonly events: readonly TimelineEvent[];
  readonly today: IsoDate;
  /** One sentence: how far the outcome is from the promise. */
  readonly summary?: ReactNode;
}

/** Promise and outcome: the first promise, each move, what happened, along one axis, and the same as a list. */
export function Timeline({ label, events, today, summary }: TimelineProps) {
  const t = useTranslations('layout.timeline');
  return (
    <figure className={styles.timeline} aria-label={label}>
      {summary && <figcaption className={styles.summary}>{summary}</figcaption>}
      <Axis events={events} today={today} todayLabel={t('today')} />
      <ol className={styles.events}>
        {events.map((event) => (
          <li key={event.id} className={styles[event.kind]}>
            <Sign kind={event.kind} />
            <div>
              <p className={styles.what}>
                <strong>{event.date ? <FigureValue value={statedDate(event.date)} /> : t('unknownDate')}</strong>{' '}
                {event.label}
              </p>
              {event.note && <p className={styles.note}>{event.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Axis({ events, today, todayLabel }: Pick<TimelineProps, 'events' | 'today'> & { todayLabel: string }) {
  const format = useFigureFormat();
  const dated = events.flatMap((event) => (event.date ? [{ ...event, date: event.date }] : []));
  if (dated.length < 2) return null;
  const times = dated.flatMap(({ date }) => [Date.parse(date.first), Date.parse(date.last)]);
  // What has not happened is read against today.
  if (!dated.some(({ kind }) => kind === 'actual')) times.push(Date.parse(today));
  const firstYear = new Date(Math.min(...times)).getUTCFullYear();
  const lastYear = new Date(Math.max(...times)).getUTCFullYear() + 1;
  const [start, end] = [Date.UTC(firstYear, 0), Date.UTC(lastYear, 0)];
  const at = (day: string) => (100 * (Date.parse(day) - start)) / (end - start);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const step = Math.ceil(years.length / 8);
  const now = at(today);
  const hasNow = now > 0 && now < 100;
  return (
    <svg className={styles.axis} height={dated.length * 22 + (hasNow ? 50 : 34)} aria-hidden="true">
      {years.map((year, index) => (
        <g key={year}>
          <line
            className={styles.tick}
            x1={`${at(`${year}-01-01`)}%`}
            x2={`${at(`${year}-01-01`)}%`}
            y1="0"
            y2={dated.length * 22 + 12}
          />
          {index % step === 0 && index < years.length - 1 && (
            <text className={styles.year} x={`${at(`${year}-01-01`)}%`} y={dated.length * 22 + 28} dx="2">
              {year}
            </text>
          )}
        </g>
      ))}
      {hasNow && (
        <>
          <line className={styles.now} x1={`${now}%`} x2={`${now}%`} y1="0" y2={dated.length * 22 + 33} />
          {/* A line of its own: on a phone there is no room for it among the years. */}
          <text
            className={styles.nowText}
            x={`${now}%`}
            y={dated.length * 22 + 46}
            textAnchor={now > 80 ? 'end' : 'start'}
          >
            {todayLabel}
          </text>
        </>
      )}
      {dated.map(({ id, kind, date }, index) => {
        const [x1, x2, y] = [at(date.first), at(date.last), index * 22 + 14];
        // The last day counts for lateness, so the mark stands there; the line shows how precisely it is known.
        const isAfterMiddle = x2 > 55;
        return (
          <g key={id} className={styles[kind]}>
            <line className={styles.span} x1={`${x1}%`} x2={`${x2}%`} y1={y} y2={y} />
            <circle className={styles.point} cx={`${x2}%`} cy={y} r="5" />
            <text
              className={styles.date}
              x={`${isAfterMiddle ? x1 : x2}%`}
              y={y + 4}
              dx={isAfterMiddle ? -10 : 10}
              textAnchor={isAfterMiddle ? 'end' : 'start'}
            >
              {format.date(date, 'short')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Sign({ kind }: { readonly kind: TimelineEvent['kind'] }) {
  return (
    <svg className={styles.sign} viewBox="0 0 14 14" aria-hidden="true">
      <circle className={styles.point} cx="7" cy="7" r={kind === 'event' ? 3 : 5} />
    </svg>
  );
}
