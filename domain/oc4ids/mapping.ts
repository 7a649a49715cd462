import type { RecordKind } from '../record/kinds';
import { ownName } from './own';

/**
 * Where each field of our records stands in a package: the paths of the standard, and those within our own object. An empty
 * list: it has no place there, and `oc4ids.absent` in the messages says why. The code that fills them is in this folder, and
 * a test holds the two to each other; docs/oc4ids.md and the page on OC4IDS are written from this table.
 */
export type Mapping = Readonly<Record<string, readonly string[]>>;

const inOwn = (at: string, name: string): string => (at === '' ? `${ownName}.${name}` : `${at}.${ownName}.${name}`);

/** What travels with every figure. */
const statementAt = (...places: readonly string[]): Mapping => {
  const at = (name: string) => places.map((place) => inOwn(place, `statement.${name}`));
  return {
    sourceSlug: [...at('source'), 'documents[]'],
    statedBySlug: at('statedBy'),
    reportedBy: at('reportedBy'),
    obtained: at('obtained'),
    verification: at('verification'),
    verifiedBySlug: at('verifiedBy'),
    note: at('note'),
  };
};

const observation = 'metrics[].observations[]';
const forecast = 'forecasts[].observations[]';
const contract = 'contractingProcesses[]';
const modification = `${contract}.summary.modifications[]`;
const breakdown = 'budget.budgetBreakdowns[].budgetBreakdown[]';

export const mappedKinds = [
  'project',
  'progress_report',
  'milestone',
  'contract',
  'budget_line',
  'place',
  'organisation',
  'source',
  'disagreement',
] as const satisfies readonly RecordKind[];
export type MappedKind = (typeof mappedKinds)[number];

/** Kinds of record that a package of projects has no place for; `oc4ids.absentKinds` says why. */
export const absentKinds = [
  'resettlement',
  'target',
  'readiness',
  'condition',
  'context_fact',
] as const satisfies readonly RecordKind[];

/** Kinds of which a project only names one: a classification of it, or the words of its codes. */
export const namedKinds = ['programme', 'landmark', 'code'] as const satisfies readonly RecordKind[];

export const mapping: Readonly<Record<MappedKind, Mapping>> = {
  project: {
    title: ['title'],
    titleIsOfficialName: [inOwn('', 'titleIsOfficialName')],
    description: ['description'],
    sector: ['sector[]', 'additionalClassifications[]'],
    subsector: ['sector[]', 'additionalClassifications[]'],
    programmeSlug: ['additionalClassifications[]'],
    partOfSlug: ['relatedProjects[]'],
    partWeight: [inOwn('', 'partWeight')],
    landmarkSlug: ['additionalClassifications[].uri'],
    'places.placeSlug': ['locations[]'],
    geometry: ['locations[].geometry'],
    'parties.organisationSlug': ['parties[]', 'publicAuthority'],
    'parties.role': ['parties[].roles[]', inOwn('parties[]', 'roles[]')],
    'measures.measure': ['forecasts[].id', inOwn('', 'measuresOfUnknownQuantity[]')],
    'measures.plannedQuantity': [`${forecast}.measure`, `${forecast}.dimensions.basis`],
    'measures.qualifier': [inOwn(forecast, 'qualifier')],
    'measures.unitAsStated': [inOwn(forecast, 'unitAsStated')],
    status: ['status', inOwn('', 'status')],
    statusAsStated: [inOwn('', 'statusAsStated')],
    statusOn: [inOwn('', 'dates.statusOn')],
    isOnHold: [inOwn('', 'isOnHold')],
    onHoldReason: [inOwn('', 'onHoldReason')],
    inUseNote: [inOwn('', 'inUseNote')],
    baselineStartOn: ['period.startDate', inOwn('', 'dates.baselineStartOn')],
    baselineEndOn: ['period.endDate', `${forecast}.period.endDate`, inOwn('', 'dates.baselineEndOn')],
    baselineReason: [inOwn('', 'baselineReason'), inOwn(forecast, 'reason')],
    forecastEndOn: [`${forecast}.period.endDate`, inOwn('', 'dates.forecastEndOn')],
    actualStartOn: ['milestones[].dateMet', inOwn('', 'dates.actualStartOn')],
    actualEndOn: ['completion.endDate', inOwn('', 'dates.actualEndOn')],
    ...statementAt('', forecast),
    confidence: [inOwn('', 'confidence')],
    tier: [inOwn('', 'tier')],
    'furtherSources.sourceSlug': ['documents[]'],
  },
  progress_report: {
    projectSlug: [inOwn('', 'reports[]')],
    kind: [inOwn('', 'reports[].kind')],
    referenceOn: [`${observation}.period`, inOwn(observation, 'dates.period')],
    physicalProgressPercent: [`${observation}.measure`],
    'quantities.measure': ['metrics[].id'],
    'quantities.quantity': [`${observation}.measure`],
    'quantities.qualifier': [inOwn(observation, 'qualifier')],
    'quantities.basis': [`${observation}.dimensions.basis`],
    'quantities.unitAsStated': [inOwn(observation, 'unitAsStated')],
    spentMinorUnits: [`${observation}.value.amount`, inOwn(observation, 'exactAmount')],
    currency: [`${observation}.value.currency`],
    status: [inOwn('', 'reports[].status')],
    promisedEndOn: [`${forecast}.period.endDate`, inOwn('', 'reports[].dates.promisedEndOn')],
    narrative: [`${observation}.notes`, inOwn('', 'reports[].narrative')],
    ...statementAt(observation),
  },
  milestone: {
    projectSlug: ['milestones[]'],
    title: ['milestones[].title'],
    type: ['milestones[].type', inOwn('milestones[]', 'type')],
    plannedOn: ['milestones[].dueDate', inOwn('milestones[]', 'dates.plannedOn')],
    forecastOn: ['milestones[].dueDate', inOwn('milestones[]', 'dates.forecastOn')],
    actualOn: ['milestones[].dateMet', 'milestones[].status', inOwn('milestones[]', 'dates.dateMet')],
    ...statementAt('milestones[]'),
  },
  contract: {
    projectSlug: [contract],
    title: [`${contract}.summary.title`],
    supplierSlug: [`${contract}.summary.suppliers[]`, 'parties[]'],
    buyerSlug: ['parties[]', inOwn(contract, 'buyer')],
    procurementMethod: [`${contract}.summary.tender.procurementMethod`, inOwn(contract, 'procurementMethod')],
    valueMinorUnits: [
      `${contract}.summary.contractValue.amount`,
      `${modification}.newContractValue`,
      inOwn(contract, 'exactAmount'),
    ],
    currency: [`${contract}.summary.contractValue.currency`],
    signedOn: [inOwn(contract, 'dates.signedOn')],
    startsOn: [`${contract}.summary.contractPeriod.startDate`, inOwn(contract, 'dates.startDate')],
    endsOn: [
      `${contract}.summary.contractPeriod.endDate`,
      `${modification}.newContractPeriod`,
      inOwn(contract, 'dates.endDate'),
    ],
    'amendments.amendedOn': [`${modification}.date`, inOwn(modification, 'dates.date')],
    'amendments.reason': [`${modification}.rationale`],
    'amendments.newValueMinorUnits': [`${modification}.newContractValue`],
    'amendments.newEndsOn': [`${modification}.newContractPeriod.endDate`, inOwn(modification, 'dates.endDate')],
    ...statementAt(contract),
  },
  budget_line: {
    programmeSlug: [],
    projectSlug: ['budget'],
    placeSlug: [inOwn(breakdown, 'place')],
    kind: ['budget.budgetBreakdowns[].id', 'metrics[].id', inOwn(breakdown, 'kind'), inOwn(observation, 'kind')],
    kindAsStated: [`${breakdown}.description`, inOwn(breakdown, 'kindAsStated')],
    accumulation: [
      `${breakdown}.description`,
      `${observation}.dimensions.accumulation`,
      inOwn(breakdown, 'accumulation'),
      inOwn(observation, 'accumulation'),
    ],
    amountMinorUnits: [
      `${breakdown}.amount.amount`,
      'budget.amount.amount',
      `${observation}.value.amount`,
      inOwn(breakdown, 'exactAmount'),
    ],
    currency: [`${breakdown}.amount.currency`, `${observation}.value.currency`],
    qualifier: [inOwn(breakdown, 'qualifier')],
    period: [`${breakdown}.period`, inOwn(breakdown, 'dates.period')],
    ...statementAt(breakdown),
  },
  place: {
    type: [inOwn('locations[]', 'type')],
    parentSlug: [inOwn('locations[]', 'within')],
    'names.language': [inOwn('locations[]', 'names[].language')],
    'names.name': ['locations[].description', inOwn('locations[]', 'names[].name')],
    'names.kind': [inOwn('locations[]', 'names[].kind')],
    'names.isMain': [inOwn('locations[]', 'names[].isMain')],
    'members.placeSlug': [],
    latitude: ['locations[].geometry.coordinates'],
    longitude: ['locations[].geometry.coordinates'],
    pointPrecisionKm: [inOwn('locations[]', 'pointPrecisionKm')],
    namesBasis: [],
    obtained: [],
    sourceSlug: [],
    note: [],
  },
  organisation: {
    name: ['parties[].name'],
    'names.language': [],
    'names.name': [],
    'names.kind': [],
    'names.isMain': [],
    website: [],
    note: [],
  },
  source: {
    publisher: ['documents[].author'],
    title: ['documents[].title'],
    titleBasis: [inOwn('documents[]', 'isRecalled')],
    url: ['documents[].url'],
    publishedOn: ['documents[].datePublished', inOwn('documents[]', 'dates.datePublished')],
    language: ['documents[].language'],
    'evidence.hash': ['documents[].url', inOwn('documents[]', 'sha256')],
    'evidence.caption': ['documents[].title'],
    'evidence.takenOn': [inOwn('documents[]', 'dates.takenOn')],
    'evidence.projectSlug': ['documents[]'],
    'evidence.landmarkSlug': [],
    'evidence.placeSlug': [],
    'evidence.pair': [],
    'evidence.side': [],
    note: [],
  },
  disagreement: {
    title: [inOwn('', 'disagreements[].title')],
    nature: [inOwn('', 'disagreements[].nature')],
    projectSlug: [inOwn('', 'disagreements[]')],
    placeSlug: [],
    landmarkSlug: [],
    explanation: [inOwn('', 'disagreements[].explanation')],
    preferredReason: [inOwn('', 'disagreements[].preferredReason'), inOwn(observation, 'rivals[].reason')],
    'claims.recordKind': [inOwn('', 'disagreements[].claims[].record')],
    'claims.recordSlug': [inOwn('', 'disagreements[].claims[].record'), inOwn(observation, 'rivals[]')],
    'claims.field': [inOwn('', 'disagreements[].claims[].field')],
    'claims.value': [inOwn('', 'disagreements[].claims[].value')],
    'claims.isPreferred': [inOwn('', 'disagreements[].claims[].isPreferred')],
    'claims.statedBySlug': [inOwn('', 'disagreements[].claims[].statedBy')],
    'claims.sourceSlug': [inOwn('', 'disagreements[].claims[].source'), 'documents[]'],
    'statements.statedBySlug': [inOwn('', 'disagreements[].statements[].statedBy')],
    'statements.statement': [inOwn('', 'disagreements[].statements[].statement')],
    'statements.sourceSlug': [inOwn('', 'disagreements[].statements[].source'), 'documents[]'],
  },
};

/** What a package has that no field of ours states: it follows from the settings, the publication, or from other fields. */
export const derived = {
  identifier: ['id', 'identifiers[]'],
  updated: ['updated'],
  language: ['language'],
  page: [inOwn('', 'page')],
  version: [inOwn('', 'version')],
  publishedAt: [
    inOwn('', 'statement.publishedAt'),
    inOwn(observation, 'statement.publishedAt'),
    inOwn(forecast, 'statement.publishedAt'),
  ],
  series: ['forecasts[].title', 'forecasts[].description', 'metrics[].title', 'metrics[].description'],
  observation: [`${forecast}.id`, `${observation}.id`],
  unit: [`${forecast}.unit`, `${observation}.unit`],
  promise: [inOwn(forecast, 'promise')],
  statedOn: [inOwn(forecast, 'statedOn')],
  dates: [inOwn(forecast, 'dates'), inOwn(observation, 'dates')],
  report: [inOwn(observation, 'report'), inOwn(forecast, 'report')],
  rivals: [inOwn(observation, 'rivals[]'), inOwn(forecast, 'rivals[]')],
} as const satisfies Mapping;

/** The paths of a document, lists without their numbers: `locations[].geometry.coordinates`. */
export function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, path === '' ? name : `${path}.${name}`));
}
