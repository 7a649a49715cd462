import { recordKinds, type RecordKind } from '../record/kinds';
import { records } from '../record/records';

export interface RelatedKind {
  readonly kind: RecordKind;
  /** The field that names the record. */
  readonly field: string;
}

/** What is entered about a record of this kind: of a project its reports, contracts, milestones, money. */
export function relatedKinds(of: RecordKind): readonly RelatedKind[] {
  if (of === 'source' || of === 'organisation' || of === 'code') return [];
  return recordKinds.flatMap((kind) =>
    kind === of
      ? []
      : Object.entries(records[kind].fields).flatMap(([field, each]) =>
          each.type === 'reference' && each.to === of && field === `${of}Slug` ? [{ kind, field }] : [],
        ),
  );
}
