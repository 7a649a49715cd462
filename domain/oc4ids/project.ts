import { standardMilestoneType, sectorCodes, standardStatus } from './codes';
import { contractingProcessOf } from './contracts';
import { documentsOf } from './documents';
import { type JsonObject, known } from './json';
import { locationsOf } from './locations';
import { measureId, seriesOf } from './metrics';
import { budgetOf } from './money';
import { documentOfSource, own, ownDates, ownRivals, ownStatement, recordId, reference } from './own';
import { partiesOf, publicAuthorityOf } from './parties';
import { between, momentOf } from './period';
import { projectIdentifier } from './prefix';
import { pageAddress, type Publishing } from './publishing';
import { baselineEnd } from '../slippage';
import type { Named, ToldDisagreement, ToldMilestone, ToldProject, ToldReport } from './told';

/** The scheme of our own public identifiers, beside the one that the standard asks for. */
export const identifierScheme = 'cornerstone';

/** One project as OC4IDS 0.9 has it; what the standard has no field for stands in `cornerstone`. */
export function standardProject(project: ToldProject, publishing: Publishing): JsonObject {
  const { forecasts, metrics } = seriesOf(project, publishing);
  return known({
    id: projectIdentifier(publishing.prefix, project.slug),
    updated: project.publishedAt,
    language: publishing.language,
    identifiers: [{ id: project.slug, scheme: identifierScheme }],
    publicAuthority: publicAuthorityOf(project),
    title: project.title,
    description: project.description,
    status: standardStatus[project.status],
    sector: sectorCodes(project.sector, project.subsector),
    additionalClassifications: classificationsOf(project, publishing),
    period: between(project.baselineStartOn, promisedFirst(project), publishing),
    locations: locationsOf(project, publishing),
    budget: budgetOf(project.money, publishing),
    parties: partiesOf(project),
    forecasts,
    metrics,
    milestones: milestonesOf(project, publishing),
    completion: known({ endDate: momentOf(project.actualEndOn, publishing) }),
    contractingProcesses: project.contracts.map((contract) => contractingProcessOf(contract, publishing)),
    relatedProjects: relatedOf(project, publishing),
    documents: documentsOf(project, publishing),
    ...own(ownFields(project, publishing)),
  });
}

/** The earliest dated promise, as on the pages: the plan that was frozen, else the first that a report made. */
function promisedFirst(project: ToldProject) {
  return baselineEnd(
    project,
    project.reports
      .flatMap(({ slug, referenceOn, promisedEndOn }) =>
        promisedEndOn ? [{ slug, statedOn: referenceOn, promisedEndOn }] : [],
      )
      .toSorted((one, other) => (one.slug < other.slug ? -1 : 1)),
  );
}

function classificationsOf(project: ToldProject, publishing: Publishing): readonly JsonObject[] {
  const { sector, subsector, programme, landmark } = project;
  return [
    { scheme: 'cornerstone-sector', id: sector, description: publishing.words(`vocabulary.sectors.${sector}`) },
    { scheme: 'cornerstone-subsector', id: subsector.code, description: subsector.label },
    ...(programme ? [{ scheme: 'cornerstone-programme', id: programme.slug, description: programme.name }] : []),
    ...(landmark
      ? [
          {
            scheme: 'cornerstone-landmark',
            id: landmark.slug,
            description: landmark.name,
            uri: pageAddress(publishing, `/heritage/${landmark.slug}`),
          },
        ]
      : []),
  ];
}

/** The milestones of the record, and the beginning of the works where its day is known. */
function milestonesOf(project: ToldProject, publishing: Publishing): readonly JsonObject[] {
  const { actualStartOn, statement, publishedAt } = project;
  return [
    ...(actualStartOn
      ? [
          known({
            id: recordId('project', 'actualStartOn'),
            title: publishing.words('oc4ids.words.worksBegan'),
            type: 'delivery',
            dateMet: momentOf(actualStartOn, publishing),
            status: 'met',
            ...own({
              dates: ownDates({ dateMet: actualStartOn }),
              statement: ownStatement(statement, publishedAt),
            }),
          }),
        ]
      : []),
    ...project.milestones.map((milestone) => milestoneOf(milestone, publishing)),
  ];
}

/**
 * A milestone whose day has passed without word of it is given no status: whether it was met is not known, and the standard
 * has no word for that.
 */
function milestoneOf(milestone: ToldMilestone, publishing: Publishing): JsonObject {
  const { slug, title, type, plannedOn, forecastOn, actualOn } = milestone;
  const due = forecastOn ?? plannedOn;
  return known({
    id: recordId('milestone', slug),
    title,
    type: standardMilestoneType[type],
    dueDate: momentOf(due, publishing),
    dateMet: momentOf(actualOn, publishing),
    status: actualOn ? 'met' : due && due.last >= publishing.day ? 'scheduled' : null,
    ...own({
      type,
      dates: ownDates({ plannedOn, forecastOn, dateMet: actualOn }),
      statement: ownStatement(milestone.statement, milestone.publishedAt),
    }),
  });
}

/** The whole that a project is part of, and its own parts. The standard's list of relationships is open, and has neither. */
function relatedOf({ whole, parts }: ToldProject, publishing: Publishing): readonly JsonObject[] {
  const related = ({ slug, name }: Named, relationship: 'partOf' | 'hasPart') => ({
    id: `${relationship}/${slug}`,
    scheme: 'oc4ids',
    identifier: projectIdentifier(publishing.prefix, slug),
    relationship,
    title: name,
    uri: pageAddress(publishing, `/projects/${slug}`),
  });
  return [...(whole ? [related(whole, 'partOf')] : []), ...parts.map((part) => related(part, 'hasPart'))];
}

function ownFields(project: ToldProject, publishing: Publishing) {
  return {
    page: pageAddress(publishing, `/projects/${project.slug}`),
    version: project.version,
    titleIsOfficialName: project.titleIsOfficialName || null,
    status: project.status,
    statusAsStated: project.statusAsStated,
    isOnHold: project.isOnHold || null,
    onHoldReason: project.onHoldReason,
    inUseNote: project.inUseNote,
    baselineReason: project.baselineReason,
    dates: ownDates({
      statusOn: project.statusOn,
      baselineStartOn: project.baselineStartOn,
      baselineEndOn: project.baselineEndOn,
      forecastEndOn: project.forecastEndOn,
      actualStartOn: project.actualStartOn,
      actualEndOn: project.actualEndOn,
    }),
    partWeight: project.partWeight,
    measuresOfUnknownQuantity: project.measures.flatMap(({ measure, planned }) =>
      planned === null ? [measureId(measure)] : [],
    ),
    confidence: project.confidence,
    tier: project.tier,
    statement: ownStatement(project.statement, project.publishedAt),
    reports: project.reports.map(ownReport),
    disagreements: project.disagreements.map(ownDisagreement),
  };
}

/** What a report says beside its figures, which stand among the metrics and name it. */
const ownReport = (report: ToldReport): JsonObject =>
  known({
    id: recordId('progress_report', report.slug),
    kind: report.kind,
    status: report.status,
    narrative: report.narrative,
    dates: ownDates({ referenceOn: report.referenceOn, promisedEndOn: report.promisedEndOn }),
    rivals: ownRivals(report.rivals),
    statement: ownStatement(report.statement, report.publishedAt),
  });

/** Claims that differ stand side by side; one that is preferred is preferred for a reason. */
const ownDisagreement = (disagreement: ToldDisagreement): JsonObject =>
  known({
    id: disagreement.slug,
    title: disagreement.title,
    nature: disagreement.nature,
    explanation: disagreement.explanation,
    preferredReason: disagreement.preferredReason,
    claims: disagreement.claims.map(({ kind, slug, field, value, isPreferred, statedBy, source }) =>
      known({
        record: kind && slug && recordId(kind, slug),
        field,
        value,
        isPreferred: isPreferred || null,
        statedBy: statedBy && reference(statedBy),
        source: source && documentOfSource(source.slug),
      }),
    ),
    statements: disagreement.statements.map(({ statedBy, statement, source }) =>
      known({ statedBy: reference(statedBy), statement, source: source && documentOfSource(source.slug) }),
    ),
  });
