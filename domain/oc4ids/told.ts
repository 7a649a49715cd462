import type { DateSpan } from '../calendar';
import type { Geometry } from '../record/content';
import type {
  accumulations,
  claimFields,
  claimKinds,
  confidences,
  disagreementNatures,
  milestoneTypes,
  MoneyKind,
  nameKinds,
  obtainments,
  PlaceType,
  procurementMethods,
  ProjectStatus,
  Qualifier,
  QuantityBasis,
  ReasonKind,
  reportKinds,
  Sector,
  Verification,
} from '../vocabulary';

/** All that the record tells of one project, in the shape in which the mapping reads it. */
export interface ToldProject {
  readonly slug: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly title: string;
  readonly titleIsOfficialName: boolean;
  readonly description: string | null;
  readonly sector: Sector;
  readonly subsector: ToldCode;
  readonly programme: Named | null;
  readonly landmark: Named | null;
  readonly whole: Named | null;
  readonly partWeight: number | null;
  readonly parts: readonly Named[];
  readonly places: readonly ToldPlace[];
  readonly geometry: Geometry | null;
  readonly parties: readonly ToldParty[];
  readonly measures: readonly ToldMeasure[];
  readonly status: ProjectStatus;
  readonly statusAsStated: string | null;
  readonly statusOn: DateSpan | null;
  readonly isOnHold: boolean;
  readonly onHoldReason: string | null;
  readonly inUseNote: string | null;
  readonly baselineStartOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
  readonly baselineReason: string | null;
  readonly forecastEndOn: DateSpan | null;
  readonly actualStartOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
  readonly confidence: (typeof confidences)[number] | null;
  readonly tier: number | null;
  readonly statement: ToldStatement;
  readonly furtherSources: readonly ToldSource[];
  readonly reports: readonly ToldReport[];
  readonly money: readonly ToldMoney[];
  readonly contracts: readonly ToldContract[];
  readonly milestones: readonly ToldMilestone[];
  readonly evidence: readonly ToldEvidence[];
  readonly disagreements: readonly ToldDisagreement[];
}

export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** A code of an open list, with the code of the standard that the list gives it. */
export interface ToldCode {
  readonly code: string;
  readonly label: string;
  readonly standard: string | null;
}

export interface ToldSource {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedOn: DateSpan | null;
  readonly language: string | null;
  readonly isRecalled: boolean;
}

export interface ToldStatement {
  readonly statedBy: Named;
  readonly reportedBy: string | null;
  readonly obtained: (typeof obtainments)[number];
  readonly verification: Verification;
  readonly verifiedBy: Named | null;
  readonly note: string | null;
  readonly source: ToldSource | null;
}

export interface ToldPlace {
  readonly slug: string;
  readonly name: string;
  /** Null: the place was withdrawn since, and only its identifier is known. */
  readonly type: PlaceType | null;
  readonly within: Named | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly pointPrecisionKm: number | null;
  readonly names: readonly {
    readonly language: string;
    readonly name: string;
    readonly kind: (typeof nameKinds)[number];
    readonly isMain: boolean | null;
  }[];
}

export interface ToldParty extends Named {
  readonly role: ToldCode;
}

export interface MeasureWords {
  readonly measure: string;
  readonly label: string;
  readonly meaning: string | null;
  readonly unit: string | null;
  readonly unitAsStated: string | null;
  readonly qualifier: Qualifier | null;
}

export interface ToldMeasure extends MeasureWords {
  readonly planned: number | null;
}

export interface ToldQuantity extends MeasureWords {
  readonly quantity: number;
  readonly basis: QuantityBasis;
}

/** That a disagreement of rival claims names a record. */
export interface ToldRival {
  readonly disagreement: string;
  readonly field: (typeof claimFields)[number] | null;
  readonly isPreferred: boolean;
  readonly reason: string | null;
}

export interface ToldReport {
  readonly slug: string;
  readonly publishedAt: string;
  readonly kind: (typeof reportKinds)[number];
  readonly referenceOn: DateSpan | null;
  readonly percent: number | null;
  readonly quantities: readonly ToldQuantity[];
  readonly spentMinorUnits: string | null;
  readonly currency: string | null;
  readonly status: ProjectStatus | null;
  readonly promisedEndOn: DateSpan | null;
  readonly narrative: string | null;
  readonly rivals: readonly ToldRival[];
  readonly statement: ToldStatement;
}

export interface ToldMoney {
  readonly slug: string;
  readonly publishedAt: string;
  readonly kind: MoneyKind;
  readonly kindAsStated: string | null;
  readonly accumulation: (typeof accumulations)[number];
  readonly minorUnits: string;
  readonly currency: string;
  readonly qualifier: Qualifier | null;
  readonly period: DateSpan | null;
  readonly place: Named | null;
  readonly rivals: readonly ToldRival[];
  readonly statement: ToldStatement;
}

export interface ToldAmendment {
  readonly amendedOn: DateSpan;
  readonly reason: string;
  readonly newValueMinorUnits: string | null;
  readonly newEndsOn: DateSpan | null;
}

/** What a published version of a contract said otherwise than the one before, and why it was published. */
export interface ToldContractChange {
  readonly version: number;
  readonly publishedAt: string;
  readonly reasonKind: ReasonKind;
  readonly reason: string | null;
  readonly oldMinorUnits: string | null;
  readonly newMinorUnits: string | null;
  readonly oldCurrency: string | null;
  readonly newCurrency: string | null;
  readonly oldStartsOn: DateSpan | null;
  readonly newStartsOn: DateSpan | null;
  readonly oldEndsOn: DateSpan | null;
  readonly newEndsOn: DateSpan | null;
  /** The amendments of the contract changed with it: they tell the change themselves. */
  readonly isToldByAmendments: boolean;
}

export interface ToldContract {
  readonly slug: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly supplier: Named;
  readonly buyer: Named | null;
  readonly procurementMethod: (typeof procurementMethods)[number];
  readonly minorUnits: string | null;
  readonly currency: string | null;
  readonly signedOn: DateSpan | null;
  readonly startsOn: DateSpan | null;
  readonly endsOn: DateSpan | null;
  readonly amendments: readonly ToldAmendment[];
  readonly changes: readonly ToldContractChange[];
  readonly statement: ToldStatement;
}

export interface ToldMilestone {
  readonly slug: string;
  readonly publishedAt: string;
  readonly title: string;
  readonly type: (typeof milestoneTypes)[number];
  readonly plannedOn: DateSpan | null;
  readonly forecastOn: DateSpan | null;
  readonly actualOn: DateSpan | null;
  readonly statement: ToldStatement;
}

export interface ToldEvidence {
  readonly hash: string;
  readonly caption: string;
  readonly takenOn: DateSpan | null;
  readonly isPhoto: boolean;
  readonly source: string;
}

export interface ToldDisagreement {
  readonly slug: string;
  readonly title: string;
  readonly nature: (typeof disagreementNatures)[number];
  readonly explanation: string;
  readonly preferredReason: string | null;
  readonly claims: readonly {
    readonly kind: (typeof claimKinds)[number] | null;
    readonly slug: string | null;
    readonly field: (typeof claimFields)[number] | null;
    readonly value: string | null;
    readonly isPreferred: boolean;
    readonly statedBy: Named | null;
    readonly source: ToldSource | null;
  }[];
  readonly statements: readonly {
    readonly statedBy: Named;
    readonly statement: string;
    readonly source: ToldSource | null;
  }[];
}
