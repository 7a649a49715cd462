import { undisputed } from '@/domain/forecast/expected-finish';
import { type DateSpan, daysBetween } from '@/domain/calendar';
import type { DoneProject } from '@/domain/forecast/backtest';
import { isBuilt } from '@/domain/lateness';
import { type Content, numberOf, textOf } from '@/domain/record/content';
import { spanOf } from '@/domain/record/rules';
import { baselineEnd } from '@/domain/slippage';
import { type ProjectStatus, projectStatuses } from '@/domain/vocabulary';
import { readStarterFacts } from '@/prisma/seed/starter-facts';

/** The projects of the starter facts that are built, each with what was reported of it. */
export function starterHistories(): readonly DoneProject[] {
  const facts = readStarterFacts();
  const changes = facts.outcomes.flatMap((outcome) => outcome.changes);
  // The facts are read into content by their own schema.
  const contentsOf = (kind: string) =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ slug, content }) => ({ slug, content: content as Content }));
  const reports = contentsOf('progress_report');
  return contentsOf('project').flatMap(({ slug, content }) => {
    const own = reports.filter((report) => textOf(report.content, 'projectSlug') === slug);
    const project = historyOf(
      content,
      own.map((report) => report.content),
    );
    return project && isBuilt(project.status) ? [project] : [];
  });
}

function historyOf(content: Content, reports: readonly Content[]): DoneProject | null {
  const status = projectStatuses.find((one) => one === textOf(content, 'status'));
  if (!status) return null;
  return {
    sector: textOf(content, 'sector') ?? '',
    subsector: textOf(content, 'subsector') ?? '',
    status,
    startOn: spanOf(content, 'baselineStartOn') ?? spanOf(content, 'actualStartOn'),
    baselineEndOn: baselineOf(content, status, reports),
    actualEndOn: spanOf(content, 'actualEndOn'),
    reports: reports
      .flatMap((report) => {
        const percent = numberOf(report, 'physicalProgressPercent');
        return percent === null ? [] : [undisputed(spanOf(report, 'referenceOn'), percent)];
      })
      .toSorted((one, other) =>
        one.referenceOn && other.referenceOn ? daysBetween(other.referenceOn.last, one.referenceOn.last) : 0,
      ),
  };
}

function baselineOf(content: Content, status: ProjectStatus, reports: readonly Content[]): DateSpan | null {
  const promises = reports.flatMap((report) => {
    const promisedEndOn = spanOf(report, 'promisedEndOn');
    return promisedEndOn ? [{ statedOn: spanOf(report, 'referenceOn'), promisedEndOn }] : [];
  });
  const dates = {
    statusOn: null,
    forecastEndOn: null,
    actualEndOn: null,
    baselineEndOn: spanOf(content, 'baselineEndOn'),
  };
  return baselineEnd({ status, ...dates }, promises);
}
