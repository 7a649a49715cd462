import 'server-only';
import * as z from 'zod';
import { everyProject } from '@/domain/filter';
import { type RecentChanges, readRecentChanges } from './overview-changes';
import { readWholeAmounts, type WholeAmount } from './overview-money';
import { type DistrictCount, readDistricts } from './overview-places';
import { type OverviewProjects, readOverviewProjects } from './overview-projects';
import { type Count, type DoneQuantity, readCounts, readDone, readTargets, type Target } from './overview-returns';
import { type PlannedTotal, plannedTotal, plannedTotalsSql } from './project-totals';
import { countColumn } from './project-row';
import type { PublicRecord } from './record-at';

/** The programme at a glance: what was promised, what is done, who says so. */
export interface Overview {
  readonly programme: { readonly title: string; readonly isOfficialName: boolean } | null;
  readonly projects: OverviewProjects;
  readonly planned: readonly PlannedTotal[];
  /** The programme's target of families or persons, with the running totals of the same group at the same place. */
  readonly returns: { readonly target: Target; readonly counts: readonly Count[] } | null;
  /** The programme's target of a measure, with what reports say is done. */
  readonly quantity: { readonly target: Target; readonly done: readonly DoneQuantity[] } | null;
  readonly amounts: readonly WholeAmount[];
  readonly districts: readonly DistrictCount[];
  readonly changes: RecentChanges;
  readonly landmarks: LandmarkCount;
  /** Projects that any amount of money is known of. */
  readonly withMoney: number;
}

type LandmarkCount = z.output<typeof landmarkCount>;

export async function readOverview(record: PublicRecord, language: string): Promise<Overview> {
  const [projects, planned, ofProgramme, districts, changes, landmarks, withMoney] = await Promise.all([
    readOverviewProjects(record),
    readPlannedBySector(record, language),
    readOfProgramme(record, language),
    readDistricts(record, language),
    readRecentChanges(record),
    readLandmarkCount(record),
    readWithMoney(record),
  ]);
  return { projects, planned, ...ofProgramme, districts, changes, landmarks, withMoney };
}

/** What is promised and done for the whole: found by the programme's own targets, so that no target is named here. */
async function readOfProgramme(record: PublicRecord, language: string) {
  const [programme, targets] = await Promise.all([readProgramme(record), readTargets(record, language)]);
  const people =
    targets.find(({ metric }) => metric === 'families') ?? targets.find(({ metric }) => metric === 'persons');
  const measured = targets.find(({ metric }) => metric === 'measure');
  const [counts, done, amounts] = await Promise.all([
    people?.placeSlug && people.group ? readCounts(record, people.placeSlug, people.group) : [],
    measured?.measure ? readDone(record, measured.programmeSlug, measured.measure) : [],
    readWholeAmounts(record, people?.placeSlug ?? programme?.place_slug ?? null),
  ]);
  return {
    programme: programme && { title: programme.title, isOfficialName: programme.is_official_name },
    // Where the group moved more than once, the event that was counted last.
    returns: people ? { target: people, counts: counts.filter(({ event }) => event === counts.at(-1)?.event) } : null,
    quantity: measured ? { target: measured, done } : null,
    amounts,
  };
}

async function readProgramme(record: PublicRecord) {
  const rows =
    await record.query`select title, coalesce(title_is_official_name, false) as is_official_name, place_slug from current_programme order by starts_on_first desc nulls last, slug limit 1`;
  return (
    z
      .array(z.object({ title: z.string(), is_official_name: z.boolean(), place_slug: z.string().nullable() }))
      .parse(rows)[0] ?? null
  );
}

async function readPlannedBySector(record: PublicRecord, language: string) {
  return z.array(plannedTotal).parse(await record.query(plannedTotalsSql(everyProject, record.day, language, true)));
}

const landmarkCount = z.object({ known: countColumn, restoring: countColumn, restored: countColumn });

async function readLandmarkCount(record: PublicRecord) {
  const rows = await record.query`
    select count(*) as known, count(*) filter (where works.is_open) as restoring, count(*) filter (where works.is_built) as restored
    from current_landmark l
    left join (
      select landmark_slug, bool_or(status not in ('completed', 'in_use', 'cancelled')) as is_open,
        bool_or(status in ('completed', 'in_use')) as is_built
      from current_project
      where landmark_slug is not null
      group by landmark_slug
    ) as works on works.landmark_slug = l.slug`;
  return z.tuple([landmarkCount]).parse(rows)[0];
}

/** Projects that any amount of money is known of. */
async function readWithMoney(record: PublicRecord) {
  const rows =
    await record.query`select count(distinct project_slug) from current_budget_line where project_slug is not null`;
  return z.tuple([z.object({ count: countColumn })]).parse(rows)[0].count;
}
