import { groupFields, type FieldGroup } from '@/domain/form/groups';
import { listNameOf } from '@/domain/form/list-name';
import type { CodeList } from '@/domain/record/code-lists';
import type { Field, Fields, SingleField } from '@/domain/record/field';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';

/** The form of one kind of record as plain data: every label is a finished text, so that the browser needs no messages. */
export interface FormSpec {
  readonly kind: RecordKind;
  readonly name: string;
  readonly sentence: string;
  readonly groups: readonly FormGroup[];
}

export interface FormGroup {
  readonly group: FieldGroup;
  readonly legend: string;
  /** Of the whole group: how dates are written. */
  readonly hint?: string;
  readonly controls: readonly FormControl[];
}

export type FormControl = SingleControl | ListControl;

interface ControlBase {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isOptional: boolean;
}

export interface SingleControl extends ControlBase {
  readonly type:
    | 'line'
    | 'short'
    | 'paragraphs'
    | 'url'
    | 'select'
    | 'reference'
    | 'number'
    | 'money'
    | 'date'
    | 'geometry'
    | 'file';
  readonly unit?: string;
  readonly options?: readonly FormOption[];
  /** A reference: to what kind of record. */
  readonly to?: RecordKind;
  /** A reference to a record of the kind that this control of the same row says. */
  readonly kindIn?: string;
}

export interface ListControl extends ControlBase {
  readonly type: 'list';
  readonly row: readonly SingleControl[];
}

export interface FormOption {
  readonly value: string;
  readonly label: string;
  /** Unit of a measure: stands beside the quantity when this is chosen. */
  readonly unit?: string;
  /** Offered for this sector alone. */
  readonly sector?: string;
}

/** The messages, as next-intl hands them out without a namespace. */
export interface FormWords {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export type FormCodes = Readonly<
  Record<
    CodeList,
    readonly {
      readonly code: string;
      readonly label: string;
      readonly unit: string | null;
      readonly sector: string | null;
    }[]
  >
>;

export function formSpec(kind: RecordKind, words: FormWords, codes: FormCodes): FormSpec {
  const { fields } = records[kind];
  return {
    kind,
    name: words(`record.${kind}.name`),
    sentence: words(`record.${kind}.sentence`),
    groups: groupFields(fields).map(({ group, names }) => ({
      group,
      legend: words(`workspace.groups.${group}`),
      ...(group === 'dates' ? { hint: words('workspace.form.dateHint') } : {}),
      controls: names.flatMap(
        (name) => controlOf({ name, path: `record.${kind}.fields.${name}`, field: fields[name], words, codes }) ?? [],
      ),
    })),
  };
}

/** The label of a field, or of a column of a list: `quantities.0.measure`. */
export function fieldLabel(kind: RecordKind, path: string, words: FormWords): string {
  const [name = '', , key] = path.split('.');
  const label = `record.${kind}.fields.${name}.label`;
  if (!words.has(label)) return path;
  const column = `record.${kind}.fields.${name}.fields.${key ?? ''}.label`;
  return key && words.has(column) ? `${words(label)}: ${words(column)}` : words(label);
}

/** The same from a form's own labels. */
export function controlLabel(spec: FormSpec, path: string): string | null {
  const [name, , key] = path.split('.');
  const control = spec.groups.flatMap(({ controls }) => controls).find((each) => each.name === name);
  if (!control) return null;
  const cell = control.type === 'list' ? control.row.find((each) => each.name === key) : undefined;
  return cell ? `${control.label}: ${cell.label}` : control.label;
}

interface ControlContext {
  readonly name: string;
  readonly path: string;
  readonly field: Field | undefined;
  readonly words: FormWords;
  readonly codes: FormCodes;
}

/** Left out only where a figure was recalled without a page: the form asks for it as for anything required. */
const askedFor: readonly string[] = ['referenceOn'];

function controlOf({ name, path, field, words, codes }: ControlContext): FormControl | null {
  if (!field) return null;
  const base = {
    name,
    label: words(`${path}.label`),
    hint: words(`${path}.meaning`),
    isOptional: !field.isRequired && !askedFor.includes(name),
  };
  if (field.type !== 'list') return { ...base, ...kindOfControl(field, words, codes) };
  return { ...base, type: 'list', row: rowControls(field.fields, path, words, codes) };
}

function rowControls(fields: Fields, path: string, words: FormWords, codes: FormCodes): readonly SingleControl[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const control = controlOf({ name, path: `${path}.fields.${name}`, field, words, codes });
    return control && control.type !== 'list' ? [control] : [];
  });
}

function kindOfControl(
  field: SingleField,
  words: FormWords,
  codes: FormCodes,
): Pick<SingleControl, 'type' | 'unit' | 'options' | 'to' | 'kindIn'> {
  switch (field.type) {
    case 'text':
      if (field.form === 'paragraphs' || field.form === 'url') return { type: field.form };
      if (field.form === 'sha256') return { type: 'file' };
      return { type: field.longest <= 20 ? 'short' : 'line' };
    case 'choice': {
      const list = listNameOf(field.values);
      return {
        type: 'select',
        options: field.values.map((value) => ({ value, label: words(`vocabulary.${list}.${value}`) })),
      };
    }
    case 'code':
      return {
        type: 'select',
        options: codes[field.list].map(({ code, label, unit, sector }) => ({
          value: code,
          label,
          ...(unit ? { unit } : {}),
          ...(sector ? { sector } : {}),
        })),
      };
    case 'yes-no':
      return { type: 'select', options: ['yes', 'no'].map((value) => ({ value, label: words(`workspace.${value}`) })) };
    case 'reference':
      return { type: 'reference', to: field.to };
    case 'record':
      return { type: 'reference', kindIn: field.kindField };
    case 'number': {
      const unit = `workspace.units.${field.unit.replaceAll(' ', '_')}`;
      return words.has(unit) ? { type: 'number', unit: words(unit) } : { type: 'number' };
    }
    case 'date':
    case 'money':
    case 'geometry':
      return { type: field.type };
  }
}
