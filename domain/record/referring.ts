import type { CodeList } from './code-lists';
import type { Field, SingleField } from './field';
import { recordKinds, type RecordKind } from './kinds';
import { records } from './records';

/** One field of one kind in which another record may be named. */
export interface ReferringField {
  readonly kind: RecordKind;
  /** The list field it stands in; null for a field of the record itself. */
  readonly list: string | null;
  readonly field: string;
  /** A code is named within its list. */
  readonly codeList: CodeList | null;
  /** The field beside it that says the kind of the record named; null where the kind is given. */
  readonly kindField: string | null;
  readonly isOwner: boolean;
}

/** Every field, of any kind, that may name a record of this kind. */
export function referringFields(to: RecordKind): readonly ReferringField[] {
  return recordKinds.flatMap((kind) =>
    Object.entries(records[kind].fields).flatMap(([name, field]) =>
      singleFields(name, field).flatMap(({ list, key, each }): ReferringField[] => {
        const named = { kind, list, field: key, codeList: null, kindField: null, isOwner: false };
        if (each.type === 'code' && to === 'code') return [{ ...named, codeList: each.list }];
        if (each.type === 'record') return [{ ...named, kindField: each.kindField }];
        return each.type === 'reference' && each.to === to ? [{ ...named, isOwner: each.isOwner }] : [];
      }),
    ),
  );
}

function singleFields(name: string, field: Field): readonly { list: string | null; key: string; each: SingleField }[] {
  if (field.type !== 'list') return [{ list: null, key: name, each: field }];
  return Object.entries(field.fields).map(([key, each]) => ({ list: name, key, each }));
}
