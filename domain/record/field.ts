import type { RecordKind } from './kinds';
import type { CodeList } from './code-lists';

/**
 * What one field of a record is. A record kind is declared once, as a list of fields; its form, its validation, the
 * reviewer's comparison, its columns in the database and in files, and the data dictionary all follow from that list.
 */
export type Field =
  | TextField
  | ChoiceField
  | CodeField
  | ReferenceField
  | RecordField
  | DateField
  | NumberField
  | MoneyField
  | YesNoField
  | GeometryField
  | ListField;

interface FieldBase {
  readonly isRequired: boolean;
}

/** Content: string. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly form: 'line' | 'paragraphs' | 'url' | 'language' | 'currency' | 'sha256';
  /** In characters. */
  readonly longest: number;
}
/** Content: one of the values. Closed: the code depends on each of them. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly values: readonly string[];
}
/** Content: a code of an open list, which an administrator keeps as data. */
export interface CodeField extends FieldBase {
  readonly type: 'code';
  readonly list: CodeList;
}
/** Content: the public identifier of another record. */
export interface ReferenceField extends FieldBase {
  readonly type: 'reference';
  readonly to: RecordKind;
  /** The record says nothing without the one it names, and is withdrawn with it: a report of a project. */
  readonly isOwner: boolean;
}
/** Content: the public identifier of a record, whose kind another field of the same row names. */
export interface RecordField extends FieldBase {
  readonly type: 'record';
  readonly kindField: string;
}
/** Content: text that `readDateSpan` reads. Columns: first day, last day, precision. */
export interface DateField extends FieldBase {
  readonly type: 'date';
}
/** Content: number, in the unit named. */
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly unit: string;
  readonly isWhole: boolean;
  readonly least: number;
  readonly most: number;
}
/** Content: whole minor units as text, so that no amount is rounded on its way. */
export interface MoneyField extends FieldBase {
  readonly type: 'money';
}
/** Content: boolean. */
export interface YesNoField extends FieldBase {
  readonly type: 'yes-no';
}
/** Content: a GeoJSON geometry (Point, LineString, Polygon and their Multi forms), longitude first. */
export interface GeometryField extends FieldBase {
  readonly type: 'geometry';
}
export type SingleField = Exclude<Field, ListField>;
/** Content: a list of small records of their own. Columns: a child table. */
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly fields: Readonly<Record<string, SingleField>>;
}

export type Fields = Readonly<Record<string, Field>>;

const optional = { isRequired: false } as const;
const textOf = (form: TextField['form'], longest: number): TextField => ({ type: 'text', form, longest, ...optional });

export const text = (longest = 300) => textOf('line', longest);
export const paragraphs = (longest = 5000) => textOf('paragraphs', longest);
export const url = () => textOf('url', 2000);
/** BCP 47, such as `az` or `sr-Latn`. */
export const language = () => textOf('language', 20);
/** ISO 4217, such as `AZN`. */
export const currency = () => textOf('currency', 3);
export const sha256 = () => textOf('sha256', 64);

export const choice = (values: readonly string[]): ChoiceField => ({ type: 'choice', values, ...optional });
export const code = (list: CodeList): CodeField => ({ type: 'code', list, ...optional });
export const reference = (to: RecordKind): ReferenceField => ({ type: 'reference', to, isOwner: false, ...optional });
export const owner = (to: RecordKind): ReferenceField => ({ ...reference(to), isOwner: true });
export const recordOf = (kindField: string): RecordField => ({ type: 'record', kindField, ...optional });
export const date = (): DateField => ({ type: 'date', ...optional });
export const money = (): MoneyField => ({ type: 'money', ...optional });
export const yesNo = (): YesNoField => ({ type: 'yes-no', ...optional });
export const geometry = (): GeometryField => ({ type: 'geometry', ...optional });
export const list = (fields: ListField['fields']): ListField => ({ type: 'list', fields, ...optional });

/** The bounds are what the database column holds (16 digits, 4 of them decimal) unless the rule is narrower. */
export const number = (unit: string, least = -999_999_999_999, most = 999_999_999_999): NumberField => ({
  type: 'number',
  unit,
  isWhole: false,
  least,
  most,
  ...optional,
});
export const whole = (unit: string, least = 0, most = 2_000_000_000): NumberField => ({
  type: 'number',
  unit,
  isWhole: true,
  least,
  most,
  ...optional,
});

export const required = <F extends Field>(field: F): F => ({ ...field, isRequired: true });
