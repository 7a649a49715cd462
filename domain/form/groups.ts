import type { Field, Fields } from '../record/field';

/** The parts of a form, in the order in which people think of them. */
export const fieldGroups = ['what', 'where', 'dates', 'figures', 'who', 'note'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

const named: Readonly<Record<FieldGroup, readonly string[]>> = {
  what: [],
  where: [
    'placeSlug',
    'places',
    'parentSlug',
    'members',
    'latitude',
    'longitude',
    'pointPrecisionKm',
    'geometry',
    'originPlaceSlug',
    'originAsStated',
  ],
  dates: ['baselineReason', 'dateBasis', 'amendments', 'period'],
  figures: [
    'measures',
    'quantities',
    'breakdown',
    'currency',
    'qualifier',
    'unit',
    'accumulation',
    'families',
    'persons',
    'personsMethod',
    'personsPerFamily',
    'alreadyPublic',
    'publicBecause',
    'value',
  ],
  who: [
    'sourceSlug',
    'statedBySlug',
    'reportedBy',
    'obtained',
    'verification',
    'verifiedBySlug',
    'confidence',
    'tier',
    'furtherSources',
    'namesBasis',
  ],
  note: ['note'],
};

export interface GroupedFields {
  readonly group: FieldGroup;
  readonly names: readonly string[];
}

/** The fields of a kind by group, each group in the order of the definition; groups without a field are left out. */
export function groupFields(fields: Fields): readonly GroupedFields[] {
  const entries = Object.entries(fields);
  return fieldGroups.flatMap((group) => {
    const names = entries.filter(([name, field]) => groupOf(name, field) === group).map(([name]) => name);
    return names.length > 0 ? [{ group, names }] : [];
  });
}

function groupOf(name: string, field: Field): FieldGroup {
  const group = fieldGroups.find((each) => named[each].includes(name));
  if (group) return group;
  if (field.type === 'date') return 'dates';
  return field.type === 'money' || (field.type === 'number' && field.unit === 'percent') ? 'figures' : 'what';
}
