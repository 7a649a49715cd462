import { beforeAll, describe, expect, test } from 'vitest';
import { type DateSpan, day, type IsoDate, readDateSpan } from '@/domain/calendar';
import { isBuilt, isUnreported, lateByDays, passedByDays } from '@/domain/lateness';
import { now } from '@/domain/past';
import { baselineEnd, lastPromise, type ProjectDates, slippage } from '@/domain/slippage';
import { type ProjectStatus, projectStatuses } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { aProject, aReport, published, theGround } from '@/test/record';
import { db } from '../db';
import { readOverviewProjects } from './overview-projects';
import { type PublicRecord, recordAt } from './record-at';

const today = day('2026-06-01');

interface Report {
  readonly slug: string;
  readonly kind: 'observation' | 'plan';
  readonly referenceOn: string;
  readonly promisedEndOn: string | null;
  readonly status: ProjectStatus | null;
}

interface Project {
  readonly slug: string;
  readonly facts: Readonly<Record<string, string | null>> & { readonly status: ProjectStatus };
  readonly reports: readonly Report[];
}

// Numbers that look like chance and are the same in every run.
let seed = 7;
const upTo = (count: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % count;
};
const one = <Value>(of: readonly [Value, ...Value[]]): Value => of[upTo(of.length)] ?? of[0];
const someDay = (from: number, to: number) => {
  const written = `${from + upTo(to - from + 1)}-${String(1 + upTo(12)).padStart(2, '0')}-${String(1 + upTo(28)).padStart(2, '0')}`;
  return one([written, written, written.slice(0, 7), written.slice(0, 4)]);
};
const perhaps = (from: number, to: number) => (upTo(2) === 0 ? someDay(from, to) : null);

function someFacts(): Project['facts'] {
  const status = one(projectStatuses);
  return {
    status,
    statusOn: perhaps(2023, 2025),
    baselineEndOn: perhaps(2022, 2027),
    forecastEndOn: perhaps(2022, 2027),
    actualStartOn: upTo(3) === 0 ? someDay(2018, 2020) : null,
    actualEndOn: isBuilt(status) ? perhaps(2021, 2025) : null,
  };
}

const someReport = (slug: string): Report => ({
  slug,
  kind: one(['observation', 'observation', 'plan']),
  referenceOn: someDay(2021, 2025),
  promisedEndOn: perhaps(2022, 2027),
  status: upTo(3) === 0 ? one(['planned', 'underway']) : null,
});

const first = Array.from({ length: 120 }, (_, index): Project => {
  const slug = `project-${index}`;
  return {
    slug,
    facts: someFacts(),
    reports: Array.from({ length: upTo(4) }, (_none, at) => someReport(`${slug}-report-${at}`)),
  };
});
/** After a second publication: every third project and its first report say something else. */
const second = first.map((project, index): Project => {
  if (index % 3 > 0) return project;
  const [corrected, ...others] = project.reports;
  return {
    ...project,
    facts: { ...someFacts(), baselineEndOn: project.facts.baselineEndOn ?? null },
    reports: corrected ? [someReport(corrected.slug), ...others] : [],
  };
});

const entered = ({ slug, facts }: Project) => aProject(slug, { title: slug, ...facts });
const reported = (project: Project, { slug, ...facts }: Report) =>
  aReport(slug, { projectSlug: project.slug, physicalProgressPercent: 10, ...facts });
const correcting = (change: ReturnType<typeof aProject>): ReturnType<typeof aProject> => ({
  ...change,
  action: 'change',
  baseVersion: 1,
  reasonKind: 'correction_of_error',
  reason: 'Misread',
});
const corrected = second.filter((project, index) => project !== first[index]);
let between = '';

beforeAll(async () => {
  await published(...theGround, ...first.map(entered));
  await published(...first.flatMap((project) => project.reports.map((report) => reported(project, report))));
  const [moment] = await db.$queryRaw<
    [{ at: string }]
  >`select (max(published_at) + interval '1 millisecond')::text as at from revision`;
  between = moment.at;
  await published(
    ...corrected.flatMap((project) => [
      correcting(entered(project)),
      ...project.reports.slice(0, 1).map((report) => correcting(reported(project, report))),
    ]),
  );
}, 120_000);

/** The record between the two publications, which are of one day: the instant is set by hand. */
const recordBetween = (until: IsoDate | null): PublicRecord => ({
  past: { asOf: today, until },
  day: until ?? today,
  publishedUpTo: today,
  async query(asked: Prisma.Sql | TemplateStringsArray, ...values: readonly unknown[]) {
    const [, rows] = await db.$transaction([
      db.$queryRaw`select set_config('search_path', ${until ? 'happened, public' : 'said, public'}, true),
        set_config('cornerstone.before_instant', ${between}, true), set_config('cornerstone.by_day', ${until ?? ''}, true)`,
      db.$queryRaw<unknown[]>(asked instanceof Prisma.Sql ? asked : Prisma.sql(asked, ...values)),
    ]);
    return rows;
  },
});

const untilDays = ['2021-06-30', '2023-12-31', '2025-03-15'].map(day);

describe('the overview says what the rules say of one project after another', () => {
  test('now', async () => {
    expect(await read(recordAt(now, today))).toEqual(expected(second, today));
  });

  test('as of the moment before the correction', async () => {
    expect(await read(recordBetween(null))).toEqual(expected(first, today));
  });

  test.each(untilDays)('until %s', async (until) => {
    expect(await read(recordAt({ asOf: null, until }, today))).toEqual(expected(second, until, until));
  });

  test.each(untilDays)('until %s, as of the moment before the correction', async (until) => {
    expect(await read(recordBetween(until))).toEqual(expected(first, until, until));
  });
});

test.each([1, 6, 40, 120])('whichever %i projects are looked at first, the same are named', async (lookedAtFirst) => {
  expect(await read(recordAt(now, today), lookedAtFirst)).toEqual(expected(second, today));
});

async function read(record: PublicRecord, lookedAtFirst?: number) {
  const { groups, planned, ended, moved, late } = await readOverviewProjects(record, lookedAtFirst);
  const byDay = (counts: typeof planned) => counts.map(({ on, count }) => `${on} ${count}`).sort();
  return {
    groups: groups.map(({ status, count, late: lateCount, passed, unreported, moved: movedCount, ...unknown }) => ({
      status,
      count,
      late: lateCount,
      passed,
      unreported,
      moved: movedCount,
      withoutPromise: unknown.withoutPromise,
      withoutBaseline: unknown.withoutBaseline,
      withoutEnd: unknown.withoutEnd,
    })),
    planned: byDay(planned),
    ended: byDay(ended),
    moved: moved.map(({ slug }) => slug),
    late: late.map(({ slug }) => slug),
  };
}

/** The same, slowly: the rules of the domain, project by project. */
function expected(projects: readonly Project[], on: IsoDate, until: IsoDate | null = null) {
  const all = projects.flatMap((project) => described(project, on, until) ?? []);
  const byDay = (days: readonly IsoDate[]) =>
    [...new Set(days)].map((one) => `${one} ${days.filter((other) => other === one).length}`).sort();
  const most = (of: 'movedDays' | 'lateDays') =>
    all
      .filter((one) => (one[of] ?? 0) > 0)
      .sort((a, b) => (b[of] ?? 0) - (a[of] ?? 0) || (a.slug < b.slug ? -1 : 1))
      .slice(0, 6)
      .map(({ slug }) => slug);
  return {
    groups: projectStatuses.flatMap((status) => {
      const group = all.filter((one) => one.status === status);
      const count = (counts: (one: (typeof all)[number]) => boolean) => group.filter(counts).length;
      if (group.length === 0) return [];
      return {
        status,
        count: group.length,
        late: count(({ lateDays }) => lateDays !== null),
        passed: count(({ passedDays }) => passedDays !== null),
        unreported: count((one) => one.isUnreported),
        moved: count(({ movedDays }) => (movedDays ?? 0) > 0),
        withoutPromise: count(({ promised }) => !promised),
        withoutBaseline: count(({ baseline }) => !baseline),
        withoutEnd: count(({ actualEndOn }) => !actualEndOn),
      };
    }),
    planned: byDay(
      all.flatMap((one) => (one.promised && one.status !== 'cancelled' ? (one.baseline ?? one.promised).last : [])),
    ),
    ended: byDay(all.flatMap((one) => (one.promised && isBuilt(one.status) ? (one.actualEndOn?.last ?? []) : []))),
    moved: most('movedDays'),
    late: most('lateDays'),
  };
}

function described({ slug, facts, reports }: Project, on: IsoDate, until: IsoDate | null) {
  const told = reports
    .map((report) => ({ ...report, on: span(report.referenceOn), promised: span(report.promisedEndOn) }))
    .filter((report) => until === null || (report.on !== null && report.on.last <= until));
  const said: ProjectDates = {
    status: facts.status,
    statusOn: span(facts.statusOn),
    baselineEndOn: span(facts.baselineEndOn),
    forecastEndOn: span(facts.forecastEndOn),
    actualEndOn: span(facts.actualEndOn),
  };
  const project = until === null ? said : knownBy(until, said, span(facts.actualStartOn), told);
  if (!project) return null;
  const promises = told.flatMap((report) =>
    report.promised ? [{ statedOn: report.on, promisedEndOn: report.promised }] : [],
  );
  const promised = lastPromise(project, promises);
  const spoken = [project.statusOn, ...told.map((report) => report.on)]
    .flatMap((one) => one?.last ?? [])
    .sort()
    .at(-1);
  const open = { status: project.status, promisedEndOn: promised, lastReportOn: spoken ? { last: spoken } : null };
  return {
    slug,
    status: project.status,
    actualEndOn: project.actualEndOn,
    promised,
    baseline: baselineEnd(project, promises),
    movedDays: slippage(project, promises)?.mostDays ?? null,
    passedDays: passedByDays(open, on),
    lateDays: lateByDays(open, on),
    isUnreported: isUnreported(open, on),
  };
}

/** What had happened with a project by a day; null where nothing of it was known. */
function knownBy(
  until: IsoDate,
  said: ProjectDates,
  startedOn: DateSpan | null,
  told: readonly {
    kind: string;
    on: DateSpan | null;
    promised: DateSpan | null;
    status: ProjectStatus | null;
    slug: string;
  }[],
): ProjectDates | null {
  const isBy = (span: DateSpan | null) => span !== null && span.last <= until;
  const actualEndOn = isBy(said.actualEndOn) ? said.actualEndOn : null;
  if (isBy(said.statusOn)) return { ...said, actualEndOn };
  const then = (status: ProjectStatus, statusOn: DateSpan | null) => ({
    ...said,
    status,
    statusOn,
    actualEndOn,
    forecastEndOn: null,
  });
  const lastOf = (reports: typeof told) =>
    reports
      .flatMap((report) => report.on?.last ?? [])
      .sort()
      .at(-1);
  const dayOf = (one: IsoDate): DateSpan => ({ first: one, last: one, precision: 'day' });
  if (actualEndOn) return then(isBuilt(said.status) ? said.status : 'completed', actualEndOn);
  const withStatus = told.filter((report) => report.status !== null);
  const latest = withStatus
    .filter((report) => report.on?.last === lastOf(withStatus))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))[0];
  if (latest?.status) return then(latest.status, latest.on);
  if (isBy(startedOn)) return then('underway', startedOn);
  const seen = lastOf(told.filter(({ kind }) => kind !== 'plan'));
  if (seen) return then('underway', dayOf(seen));
  const promised = lastOf(told.filter((report) => report.promised));
  return promised ? then('planned', dayOf(promised)) : null;
}

function span(text: string | null | undefined): DateSpan | null {
  const found = readDateSpan(text ?? '');
  return found.ok ? found.value : null;
}
