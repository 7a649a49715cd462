import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { everyProject } from '@/domain/filter';
import { db } from '../db';
import { type RecentChanges, readRecentChanges } from './overview-changes';
import { readWholeAmounts, type WholeAmount } from './overview-money';
import { type DistrictCount, readDistricts } from './overview-places';
import { type OverviewProjects, readOverviewProjects } from './overview-projects';
import { type Count, type DoneQuantity, readCounts, readDone, readTargets, type Target } from './overview-returns';
import { type PlannedTotal, plannedTotal, plannedTotalsSql } from './project-totals';
import { countColumn } from './project-row';

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

export async function readOverview(today: IsoDate, language: string): Promise<Overview> {
  const [projects, planned, ofProgramme, districts, changes, landmarks, withMoney] = await Promise.all([
    readOverviewProjects(today),
    readPlannedBySector(today, language),
    readOfProgramme(language),
    readDistricts(language),
    readRecentChanges(today),
    readLandmarkCount(),
    readWithMoney(),
  ]);
  return { projects, planned, ...ofProgramme, districts, changes, landmarks, withMoney };
}

/** What is promised and done for the whole: found by the programme's own targets, so that no target is named here. */
async function readOfProgramme(language: string) {
  const [programme, targets] = await Promise.all([readProgramme(), readTargets(language)]);
  const people = targets.find(({ metric }) => metric === 'families') ?? targets.find(({ metric }) => metric === 'persons');
  const measured = targets.find(({ metric }) => metric === 'measure');
  const [counts, done, amounts] = await Promise.all([
    people?.placeSlug && people.group ? readCounts(people.placeSlug, people.group) : [],
    measured?.measure ? readDone(measured.programmeSlug, measured.measure) : [],
    readWholeAmounts(people?.placeSlug ?? programme?.place_slug ?? null),
  ]);
  return {
    programme: programme && { title: programme.title, isOfficialName: programme.is_official_name },
    returns: people ? { target: people, counts } : null,
    quantity: measured ? { target: measured, done } : null,
    amounts,
  };
}

async function readProgramme() {
  const rows = await db.$queryRaw`select title, coalesce(title_is_official_name, false) as is_official_name, place_slug from current_programme order by starts_on_first desc nulls last, slug limit 1`;
  return z.array(z.object({ title: z.string(), is_official_name: z.boolean(), place_slug: z.string().nullable() })).parse(rows)[0] ?? null;
}

async function readPlannedBySector(today: IsoDate, language: string) {
  return z.array(plannedTotal).parse(await db.$queryRaw(plannedTotalsSql(everyProject, today, language, true)));
}

const landmarkCount = z.object({ known: countColumn, restoring: countColumn, restored: countColumn });

async function readLandmarkCount() {
  const rows = await db.$queryRaw`
    select count(*) as known,
      count(*) filter (where exists (
        select 1 from current_project p where p.landmark_slug = l.slug and p.status not in ('completed', 'in_use', 'cancelled')
      )) as restoring,
      count(*) filter (where exists (
        select 1 from current_project p where p.landmark_slug = l.slug and p.status in ('completed', 'in_use')
      )) as restored
    from current_landmark l`;
  return z.tuple([landmarkCount]).parse(rows)[0];
}

/** Projects that any amount of money is known of. */
async function readWithMoney() {
  const rows = await db.$queryRaw`select count(distinct project_slug) from current_budget_line where project_slug is not null`;
  return z.tuple([z.object({ count: countColumn })]).parse(rows)[0].count;
}
