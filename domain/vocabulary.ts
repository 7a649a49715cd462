/** The closed lists: the code depends on each value, so they change only with it. The open ones are codes. */

export const sectors = ['housing', 'infrastructure', 'cultural'] as const;
export type Sector = (typeof sectors)[number];

export const projectStatuses = ['proposed', 'planned', 'underway', 'completed', 'in_use', 'cancelled'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export const conditions = [
  'standing',
  'threatened',
  'damaged',
  'altered',
  'destroyed',
  'under_restoration',
  'restored',
  'unknown',
] as const;
export type Condition = (typeof conditions)[number];

export const certainties = ['definite', 'probable', 'possible', 'not_stated'] as const;

export const moneyKinds = ['required', 'requested', 'draft', 'approved', 'funded', 'contracted', 'spent'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

/** Whether an amount is of its period alone or of everything up to its end. */
export const accumulations = ['in_period', 'cumulative'] as const;

export const qualifiers = ['exact', 'about', 'at_least', 'at_most', 'range'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** What a quantity is of: done in the period, done up to the date, planned, or what the thing can carry. */
export const quantityBases = ['in_period', 'total_to_date', 'planned', 'capacity'] as const;
export type QuantityBasis = (typeof quantityBases)[number];

export const verifications = ['reported', 'documented', 'verified', 'disputed'] as const;
export type Verification = (typeof verifications)[number];

/** How a figure was obtained: it stood in the page cited, or it is common knowledge without a checked page. */
export const obtainments = ['found', 'recalled'] as const;

export const confidences = ['high', 'medium', 'low'] as const;

export const placeTypes = ['region', 'district', 'city', 'town', 'village', 'site', 'zone'] as const;
export type PlaceType = (typeof placeTypes)[number];

export const nameKinds = ['official', 'alternate', 'historic', 'transliteration', 'not_stated'] as const;

export const resettlementKinds = ['return', 'relocation', 'departure'] as const;
export type ResettlementKind = (typeof resettlementKinds)[number];

/** An announced group is a dated statement of a plan: neither a return nor a target. */
export const resettlementStages = ['happened', 'announced'] as const;

/** A running total counts everyone so far; a single group is one arrival. They are never summed with each other. */
export const countings = ['running_total', 'single_group'] as const;
export type Counting = (typeof countings)[number];

export const personsMethods = ['counted', 'estimated', 'not_stated'] as const;

export const readinessStates = ['ready', 'partly_ready', 'under_way', 'planned', 'not_ready', 'not_known'] as const;
export type ReadinessState = (typeof readinessStates)[number];

export const milestoneTypes = ['foundation', 'start', 'approval', 'delivery', 'opening', 'handover', 'other'] as const;

export const reportKinds = ['observation', 'start', 'plan', 'completed'] as const;

/** What a disagreement is: claims that cannot all hold, a promise that moved, or something to know about one claim. */
export const disagreementNatures = ['rival_claims', 'moved_promise', 'note'] as const;
export type DisagreementNature = (typeof disagreementNatures)[number];

/** The kinds of record that can be a claim in a disagreement. */
export const claimKinds = [
  'progress_report',
  'resettlement',
  'budget_line',
  'condition',
  'milestone',
  'contract',
  'context_fact',
  'readiness',
  'project',
  'target',
  'landmark',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The fields of those records that sources differ on. */
export const claimFields = [
  'families',
  'persons',
  'physicalProgressPercent',
  'quantities',
  'measures',
  'value',
  'amountMinorUnits',
  'valueMinorUnits',
  'kind',
  'status',
  'state',
  'condition',
  'referenceOn',
  'observedOn',
  'promisedEndOn',
  'forecastEndOn',
  'actualStartOn',
  'actualOn',
  'dueOn',
  'description',
  'statement',
] as const;
export type ClaimField = (typeof claimFields)[number];

/** Beside which figures the facts of a category are shown; they are added to none. */
export const factPlacements = ['residents', 'departures'] as const;
export type FactPlacement = (typeof factPlacements)[number];

export const targetMetrics = ['families', 'persons', 'measure'] as const;

export const procurementMethods = ['open', 'selective', 'limited', 'direct', 'not_stated'] as const;

/** What became of a record between two days: `moved` is a correction of a promised day. */
export const recordChanges = ['added', 'corrected', 'withdrawn', 'moved'] as const;
export type RecordChange = (typeof recordChanges)[number];

export const reasonKinds = [
  'first_publication',
  'new_report',
  'correction_of_error',
  'source_changed',
  'definition_changed',
  'withdrawn',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What a source's title is: its own headline, our description of the page, or words taken from the address. */
export const titleBases = ['headline', 'description', 'slug', 'recalled'] as const;

/** Which of the two pictures of a pair a photo is. */
export const pairSides = ['before', 'after'] as const;
export type PairSide = (typeof pairSides)[number];

export const sexes = ['female', 'male', 'all'] as const;
