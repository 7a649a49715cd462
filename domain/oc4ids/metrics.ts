import type { DateSpan } from '../calendar';
import { camelCase, isSnakeCase, unitCode } from './codes';
import { type Json, type JsonObject, known } from './json';
import { exactAmount, ownOfMoney, valueOf } from './money';
import { own, ownDates, ownRivals, ownStatement, recordId } from './own';
import { periodOf } from './period';
import type { Publishing } from './publishing';
import type { MeasureWords, ToldMoney, ToldProject, ToldQuantity, ToldReport } from './told';

/** The series that are no measure of ours. The first two are codes of the standard. */
export const seriesIds = {
  physical: 'physicalProgress',
  financial: 'financialProgress',
  contracted: 'contractedAmounts',
} as const;

/** The identifier of a measure's series: the same among forecasts and metrics, so that planned and actual lie side by side. */
export function measureId(measure: string): string {
  const isTaken = Object.values<string>(seriesIds).includes(camelCase(measure));
  return isSnakeCase(measure) && !isTaken ? camelCase(measure) : `measure:${measure}`;
}

/** What was planned or promised, and what was done, as series that share their identifiers. */
export interface Series {
  readonly forecasts: readonly JsonObject[];
  readonly metrics: readonly JsonObject[];
}

export function seriesOf(project: ToldProject, publishing: Publishing): Series {
  const forecasts = new SeriesByName(publishing);
  const metrics = new SeriesByName(publishing);
  addPromises(forecasts, project, publishing);
  addPlans(forecasts, project);
  for (const report of project.reports.toReversed()) {
    const isPlan = report.kind === 'plan';
    addPercent(isPlan ? forecasts : metrics, report, publishing);
    for (const quantity of report.quantities) {
      const into = isPlan || quantity.basis === 'planned' ? forecasts : metrics;
      into.addTo(quantity, quantityOf(quantity, report, publishing));
    }
    addSpent(metrics, report, publishing);
  }
  for (const line of project.money) addAmount(metrics, line, publishing);
  return { forecasts: forecasts.all(), metrics: metrics.all() };
}

/** An end is promised for a date: all of the works are to be done by then. Each promise stands, the first and every later one. */
function addPromises(into: SeriesByName, project: ToldProject, publishing: Publishing): void {
  const { baselineEndOn, forecastEndOn, statusOn, reports, baselineReason } = project;
  const { statement, publishedAt } = project;
  const add = (id: string, promised: DateSpan | null, fields: Readonly<Record<string, Json | undefined>>) => {
    if (!promised) return;
    into.add(
      seriesIds.physical,
      known({
        id,
        period: { endDate: publishing.moments.endOf(promised.last) },
        measure: 100,
        unit: percentUnit(publishing),
        ...own({ dates: ownDates({ endDate: promised }), ...fields }),
      }),
    );
  };
  add(recordId('project', 'baselineEndOn'), baselineEndOn, {
    promise: 'baseline',
    reason: baselineReason,
    statement: ownStatement(statement, publishedAt),
  });
  for (const report of reports.toReversed()) {
    add(`${recordId('progress_report', report.slug)}/promisedEndOn`, report.promisedEndOn, {
      promise: 'report',
      report: recordId('progress_report', report.slug),
      statedOn: report.referenceOn && ownDates({ statedOn: report.referenceOn }).statedOn,
      rivals: ownRivals(report.rivals),
      statement: ownStatement(report.statement, report.publishedAt),
    });
  }
  add(recordId('project', 'forecastEndOn'), forecastEndOn, {
    promise: 'forecast',
    statedOn: statusOn && ownDates({ statedOn: statusOn }).statedOn,
    statement: ownStatement(statement, publishedAt),
  });
}

/** What the project is to come to. When is another question: the quantity is not given the date of a promise. */
function addPlans(into: SeriesByName, project: ToldProject): void {
  for (const measure of project.measures) {
    if (measure.planned === null) continue;
    into.addTo(
      measure,
      known({
        id: recordId('project', 'planned'),
        measure: measure.planned,
        unit: unitNamed(measure.unit),
        dimensions: { basis: 'planned' },
        ...own({
          qualifier: measure.qualifier,
          unitAsStated: measure.unitAsStated,
          statement: ownStatement(project.statement, project.publishedAt),
        }),
      }),
    );
  }
}

function addPercent(into: SeriesByName, report: ToldReport, publishing: Publishing): void {
  if (report.percent === null) return;
  into.add(
    seriesIds.physical,
    observationOf(report, publishing, {
      measure: report.percent,
      unit: percentUnit(publishing),
      notes: report.narrative,
    }),
  );
}

function quantityOf(quantity: ToldQuantity, report: ToldReport, publishing: Publishing): JsonObject {
  return observationOf(
    report,
    publishing,
    { measure: quantity.quantity, unit: unitNamed(quantity.unit), dimensions: { basis: quantity.basis } },
    { qualifier: quantity.qualifier, unitAsStated: quantity.unitAsStated },
  );
}

/** A report says what was spent up to its day. */
function addSpent(into: SeriesByName, report: ToldReport, publishing: Publishing): void {
  const { spentMinorUnits, currency } = report;
  if (spentMinorUnits === null || currency === null) return;
  into.add(
    seriesIds.financial,
    observationOf(
      report,
      publishing,
      { value: valueOf(spentMinorUnits, currency), dimensions: { accumulation: 'cumulative' } },
      { exactAmount: exactAmount(spentMinorUnits, currency) },
    ),
  );
}

/** Amounts that are no budget: what was contracted, and what was spent. */
function addAmount(into: SeriesByName, line: ToldMoney, publishing: Publishing): void {
  if (line.kind !== 'contracted' && line.kind !== 'spent') return;
  into.add(
    line.kind === 'spent' ? seriesIds.financial : seriesIds.contracted,
    known({
      id: recordId('budget_line', line.slug),
      period: line.period && periodOf(line.period, publishing),
      value: valueOf(line.minorUnits, line.currency),
      dimensions: { accumulation: line.accumulation },
      ...own(ownOfMoney(line)),
    }),
  );
}

function observationOf(
  report: ToldReport,
  publishing: Publishing,
  fields: Readonly<Record<string, Json | undefined>>,
  ours: Readonly<Record<string, Json | undefined>> = {},
): JsonObject {
  return known({
    id: recordId('progress_report', report.slug),
    period: report.referenceOn && periodOf(report.referenceOn, publishing),
    ...fields,
    ...own({
      report: recordId('progress_report', report.slug),
      dates: ownDates({ period: report.referenceOn }),
      ...ours,
      rivals: ownRivals(report.rivals),
      statement: ownStatement(report.statement, report.publishedAt),
    }),
  });
}

const percentUnit = ({ words }: Publishing): JsonObject => ({
  name: words('oc4ids.words.percent'),
  scheme: 'UNCEFACT',
  id: unitCode.percent ?? null,
});

function unitNamed(unit: string | null): JsonObject | null {
  if (unit === null) return null;
  const id = unitCode[unit];
  return id ? { name: unit, scheme: 'UNCEFACT', id } : { name: unit };
}

/** Series in the order in which they are first met. */
class SeriesByName {
  readonly #publishing: Publishing;
  readonly #series = new Map<string, { readonly head: JsonObject; readonly observations: JsonObject[] }>();

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
  }

  add(id: (typeof seriesIds)[keyof typeof seriesIds], observation: JsonObject): void {
    const { words } = this.#publishing;
    this.#add(
      { id, title: words(`oc4ids.series.${id}.title`), description: words(`oc4ids.series.${id}.text`) },
      observation,
    );
  }

  addTo({ measure, label, meaning }: MeasureWords, observation: JsonObject): void {
    this.#add(known({ id: measureId(measure), title: label, description: meaning }), observation);
  }

  #add(head: JsonObject, observation: JsonObject): void {
    const id = String(head.id);
    const series = this.#series.get(id) ?? { head, observations: [] };
    series.observations.push(observation);
    this.#series.set(id, series);
  }

  all(): readonly JsonObject[] {
    return [...this.#series.values()].map(({ head, observations }) => ({ ...head, observations }));
  }
}
