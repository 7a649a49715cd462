import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { FigureFormat } from '@/components/figures/figure-format';
import type { FormWords } from '@/components/forms/form-spec';
import { daysAfter, type IsoDate } from '@/domain/calendar';
import type { FilterValues } from '@/domain/export/filters';
import { followPath } from '@/domain/follow/follow';
import { baseUrl } from '@/server/env';
import { type CalendarDay, longestCalendar, readCalendar } from '@/server/published/calendar';
import type { PublicRecord } from '@/server/published/record-at';
import { type FollowWords, nameFollowed } from './follow-words';

/**
 * Milestones and promised ends as a calendar of whole days. A date known to the month or quarter fills all of it, says so
 * in words and is tentative; every move of a date raises the number of its event, so that calendars take it over.
 */
export async function makeCalendar(record: PublicRecord, of: FilterValues, told: FollowWords): Promise<string> {
  const { locale, t, format } = told;
  const days = await readCalendar(record, of);
  const name = await nameFollowed(record, of, told);
  const base = baseUrl();
  const calendar = ical({
    prodId: { company: t('site.name'), product: 'milestones', language: locale.toUpperCase() },
    name: name ? t('follow.calendar.title', { name }) : t('follow.calendar.titleOfAll'),
    description: t('follow.calendar.description', { most: longestCalendar }),
    url: base + followPath(locale, 'milestones.ics', of),
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
  });
  for (const day of days) {
    calendar.createEvent({
      id: `${day.of}-${day.slug}@${new URL(base).hostname}`,
      sequence: day.moves,
      // Of the record, not of the asking: the same calendar is the same bytes.
      stamp: day.publishedAt,
      allDay: true,
      start: utc(day.on.first),
      // The day after the last one, as calendars have it.
      end: utc(daysAfter(day.on.last, 1)),
      summary: summaryOf(day, t, format),
      description: describe(day, t, format),
      url: `${base}/${locale}/projects/${day.projectSlug}${day.of === 'milestone' ? '#milestones' : '#promise'}`,
      status: statusOf(day),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function summaryOf(day: CalendarDay, t: FormWords, format: FigureFormat): string {
  const title =
    day.of === 'milestone'
      ? t('follow.calendar.milestone', { title: day.title ?? '', project: day.projectTitle })
      : t(day.is === 'actual' ? 'follow.calendar.ended' : 'follow.calendar.promised', { project: day.projectTitle });
  return day.isTentative ? t('follow.calendar.tentative', { title, date: format.date(day.on) }) : title;
}

function describe(day: CalendarDay, t: FormWords, format: FigureFormat): string {
  const { source } = day;
  const dates = (['planned', 'forecast', 'actual'] as const).flatMap((which) => {
    const on = day[which];
    return on
      ? [t(`follow.calendar.${day.of === 'milestone' ? 'dates' : 'ends'}.${which}`, { date: format.date(on) })]
      : [];
  });
  return [
    ...(day.type ? [t(`vocabulary.milestoneTypes.${day.type}`)] : []),
    ...dates,
    ...(day.isTentative ? [t('follow.calendar.whole', { date: format.date(day.on) })] : []),
    ...(day.isCancelled ? [t('follow.calendar.cancelled')] : []),
    `${t('figures.source')}: ${[source.publisher, source.title].filter(Boolean).join(': ')}${source.url ? ` ${source.url}` : ''}`,
  ].join('\n');
}

function statusOf({ isCancelled, is, isTentative }: CalendarDay): ICalEventStatus {
  if (isCancelled && is !== 'actual') return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

const utc = (day: IsoDate) => new Date(`${day}T00:00:00Z`);
