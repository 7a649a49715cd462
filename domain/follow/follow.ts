import { choice, type FilterRules, type FilterValues, filterQuery, reference, within } from '../export/filters';
import { recordKinds } from '../record/kinds';
import { sectors } from '../vocabulary';

/** What a feed or a calendar is of: everything, or what these leave. */
export const followRules = {
  project: reference('project'),
  place: within,
  programme: reference('programme'),
  sector: choice(sectors),
  kind: choice(recordKinds),
} as const satisfies FilterRules;

/** A calendar has the days of projects and their milestones: no kind chooses among them. */
export const calendarRules: FilterRules = {
  project: followRules.project,
  place: followRules.place,
  programme: followRules.programme,
  sector: followRules.sector,
};

export const followForms = ['feed.atom', 'feed.json', 'milestones.ics'] as const;
export type FollowForm = (typeof followForms)[number];

export const mediaTypeOf: Readonly<Record<FollowForm, string>> = {
  'feed.atom': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'milestones.ics': 'text/calendar',
};

/** How many changes a feed tells: who follows asks often, and older ones are in the files. */
export const longestFeed = 50;

/** Where a feed or a calendar stands: one project's and one place's beside its page, any other by its filter. */
export function followPath(locale: string, form: FollowForm, of: FilterValues = {}): string {
  const { project, place, ...rest } = of;
  const isAlone = Object.keys(rest).length === 0;
  if (project && !place && isAlone) return `/${locale}/projects/${project}/${form}`;
  if (place && !project && isAlone) return `/${locale}/places/${place}/${form}`;
  return `/${locale}/${form}${filterQuery(of)}`;
}

/** What a page offers to be followed: a project, a place, or everything. */
export function followedOn(pathname: string): FilterValues {
  const [, of, slug] = /^\/[^/]+\/(projects|places)\/([^/]+)(?:\/|$)/.exec(pathname) ?? [];
  if (!slug) return {};
  return of === 'projects' ? { project: slug } : { place: slug };
}
