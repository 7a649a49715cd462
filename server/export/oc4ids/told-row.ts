import 'server-only';
import * as z from 'zod';
import { type DateSpan, day, isIsoDate, precisions, readDateSpan } from '@/domain/calendar';
import type { ToldProject } from '@/domain/oc4ids/told';
import type { Geometry } from '@/domain/record/content';
import {
  accumulations,
  claimFields,
  claimKinds,
  confidences,
  disagreementNatures,
  milestoneTypes,
  moneyKinds,
  nameKinds,
  obtainments,
  placeTypes,
  procurementMethods,
  projectStatuses,
  qualifiers,
  quantityBases,
  reasonKinds,
  reportKinds,
  sectors,
  verifications,
} from '@/domain/vocabulary';

const text = z.string();
const textOrNone = text.nullable();
const numberOrNone = z.number().nullable();

const isoDay = text.refine(isIsoDate).transform(day);
const span = z.object({ first: isoDay, last: isoDay, precision: z.enum(precisions) }).transform((one): DateSpan => one);
const spanOrNone = span.nullable();
/** A date as change sets write it. */
const writtenSpan = textOrNone.transform((written) => {
  const read = written === null ? null : readDateSpan(written);
  return read?.ok ? read.value : null;
});

const named = z.object({ slug: text, name: text });
const code = z.object({ code: text, label: text, standard: textOrNone });

const source = z.object({
  slug: text,
  title: text,
  publisher: text,
  url: textOrNone,
  publishedOn: spanOrNone,
  language: textOrNone,
  isRecalled: z.boolean(),
});

const statement = z.object({
  statedBy: named,
  reportedBy: textOrNone,
  obtained: z.enum(obtainments),
  verification: z.enum(verifications),
  verifiedBy: named.nullable(),
  note: textOrNone,
  source: source.nullable(),
});

const rivals = z.array(
  z.object({
    disagreement: text,
    field: z.enum(claimFields).nullable(),
    isPreferred: z.boolean(),
    reason: textOrNone,
  }),
);

const measureWords = {
  measure: text,
  label: text,
  meaning: textOrNone,
  unit: textOrNone,
  unitAsStated: textOrNone,
  qualifier: z.enum(qualifiers).nullable(),
};

const place = named.extend({
  type: z.enum(placeTypes).nullable(),
  within: named.nullable(),
  latitude: numberOrNone,
  longitude: numberOrNone,
  pointPrecisionKm: numberOrNone,
  names: z.array(z.object({ language: text, name: text, kind: z.enum(nameKinds), isMain: z.boolean().nullable() })),
});

const report = z.object({
  slug: text,
  publishedAt: text,
  kind: z.enum(reportKinds),
  referenceOn: spanOrNone,
  percent: numberOrNone,
  quantities: z.array(z.object({ ...measureWords, quantity: z.number(), basis: z.enum(quantityBases) })),
  spentMinorUnits: textOrNone,
  currency: textOrNone,
  status: z.enum(projectStatuses).nullable(),
  promisedEndOn: spanOrNone,
  narrative: textOrNone,
  rivals,
  statement,
});

const money = z.object({
  slug: text,
  publishedAt: text,
  kind: z.enum(moneyKinds),
  kindAsStated: textOrNone,
  accumulation: z.enum(accumulations),
  minorUnits: text,
  currency: text,
  qualifier: z.enum(qualifiers).nullable(),
  period: spanOrNone,
  place: named.nullable(),
  rivals,
  statement,
});

const contract = z.object({
  slug: text,
  publishedAt: text,
  title: text,
  supplier: named,
  buyer: named.nullable(),
  procurementMethod: z.enum(procurementMethods),
  minorUnits: textOrNone,
  currency: textOrNone,
  signedOn: spanOrNone,
  startsOn: spanOrNone,
  endsOn: spanOrNone,
  amendments: z.array(
    z.object({ amendedOn: span, reason: text, newValueMinorUnits: textOrNone, newEndsOn: spanOrNone }),
  ),
  changes: z.array(
    z.object({
      version: z.number(),
      publishedAt: text,
      reasonKind: z.enum(reasonKinds),
      reason: textOrNone,
      oldMinorUnits: textOrNone,
      newMinorUnits: textOrNone,
      oldCurrency: textOrNone,
      newCurrency: textOrNone,
      oldStartsOn: writtenSpan,
      newStartsOn: writtenSpan,
      oldEndsOn: writtenSpan,
      newEndsOn: writtenSpan,
      isToldByAmendments: z.boolean(),
    }),
  ),
  statement,
});

const milestone = z.object({
  slug: text,
  publishedAt: text,
  title: text,
  type: z.enum(milestoneTypes),
  plannedOn: spanOrNone,
  forecastOn: spanOrNone,
  actualOn: spanOrNone,
  statement,
});

const disagreement = z.object({
  slug: text,
  title: text,
  nature: z.enum(disagreementNatures),
  explanation: text,
  preferredReason: textOrNone,
  claims: z.array(
    z.object({
      kind: z.enum(claimKinds).nullable(),
      slug: textOrNone,
      field: z.enum(claimFields).nullable(),
      value: textOrNone,
      isPreferred: z.boolean(),
      statedBy: named.nullable(),
      source: source.nullable(),
    }),
  ),
  statements: z.array(z.object({ statedBy: named, statement: text, source: source.nullable() })),
});

const geometryTypes = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const;
const geometry = z
  .object({ type: z.enum(geometryTypes), coordinates: z.array(z.unknown()) })
  .transform((one): Geometry => one);

/** A project as `select-told.ts` reads it. */
export const toldRow: z.ZodType<ToldProject> = z.object({
  slug: text,
  version: z.number(),
  publishedAt: text,
  title: text,
  titleIsOfficialName: z.boolean(),
  description: textOrNone,
  sector: z.enum(sectors),
  subsector: code,
  programme: named.nullable(),
  landmark: named.nullable(),
  whole: named.nullable(),
  partWeight: numberOrNone,
  parts: z.array(named),
  places: z.array(place),
  geometry: geometry.nullable(),
  parties: z.array(named.extend({ role: code })),
  measures: z.array(z.object({ ...measureWords, planned: numberOrNone })),
  status: z.enum(projectStatuses),
  statusAsStated: textOrNone,
  statusOn: spanOrNone,
  isOnHold: z.boolean(),
  onHoldReason: textOrNone,
  inUseNote: textOrNone,
  baselineStartOn: spanOrNone,
  baselineEndOn: spanOrNone,
  baselineReason: textOrNone,
  forecastEndOn: spanOrNone,
  actualStartOn: spanOrNone,
  actualEndOn: spanOrNone,
  confidence: z.enum(confidences).nullable(),
  tier: numberOrNone,
  statement,
  furtherSources: z.array(source),
  reports: z.array(report),
  money: z.array(money),
  contracts: z.array(contract),
  milestones: z.array(milestone),
  evidence: z.array(z.object({ hash: text, caption: text, takenOn: spanOrNone, isPhoto: z.boolean(), source: text })),
  disagreements: z.array(disagreement),
});
