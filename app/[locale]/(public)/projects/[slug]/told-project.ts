import type { Statement } from '@/components/projects/published-project';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { expectedFinish } from '@/domain/forecast/expected-finish';
import { isSettled, lateByDays, passedByDays } from '@/domain/lateness';
import { baselineEnd, lastPromise, promisesMade, slippage } from '@/domain/slippage';
import type { PublishedProject } from '@/server/published/project';
import type { PublicRecord } from '@/server/published/record-at';
import { readReferenceClass } from '@/server/published/reference-class';

/** What follows from the project's dates and its reports' promises. */
export function tellPromises(project: PublishedProject, day: IsoDate) {
  const dated = project.reports
    .flatMap(({ referenceOn, promisedEndOn, statement, slug }) =>
      promisedEndOn ? [{ statedOn: referenceOn, promisedEndOn, statement, slug }] : [],
    )
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
  const promises = promisesMade(project, dated);
  const endOn = lastPromise(project, dated);
  const made =
    endOn &&
    promises.findLast(({ promisedEndOn }) => promisedEndOn.first === endOn.first && promisedEndOn.last === endOn.last);
  const statement: Statement = made?.report?.statement ?? project.statement;
  return {
    promises,
    promised: endOn && { endOn, statedOn: made?.statedOn ?? null, statement },
    baseline: baselineEnd(project, dated),
    slippage: slippage(project, dated),
    late: lateByDays({ status: project.status, promisedEndOn: endOn, lastReportOn: lastReportOf(project) }, day),
    passed: passedByDays({ status: project.status, promisedEndOn: endOn }, day),
  };
}

/** The last day that its status or a report speaks of. */
function lastReportOf({ statusOn, reports }: PublishedProject) {
  const days = [statusOn, ...reports.map(({ referenceOn }) => referenceOn)].flatMap((on) => on?.last ?? []);
  const last = days.toSorted().at(-1);
  return last ? { last } : null;
}

/** What to expect of a project that is open; null of any other. */
export async function expectOf(record: PublicRecord, project: PublishedProject, baselineEndOn: DateSpan | null) {
  if (project.isWithdrawn || isSettled(project.status)) return null;
  const stated = project.reports.flatMap((report) =>
    report.progressPercent === null ? [] : [{ ...report, percent: report.progressPercent }],
  );
  const startOn = project.baselineStartOn ?? project.actualStartOn;
  return expectedFinish(
    { ...project, startOn, baselineEndOn },
    stated,
    await readReferenceClass(record, project),
    record.day,
  );
}

/** Every source that something on the page is stated by, once. */
export function sourcesOf(project: PublishedProject) {
  const stated = [project, ...project.reports, ...project.money, ...project.contracts, ...project.milestones];
  const all = [...stated.map(({ statement }) => statement.source), ...project.furtherSources];
  return all.filter(({ slug }, index) => all.findIndex((other) => other.slug === slug) === index);
}
