import type { RecordDefinition } from '../record/define';
import type { SingleField } from '../record/field';

/** Which part of a field stands in a column: a code and its label, the days a date covers, the title of what is named. */
export type Facet =
  | 'value'
  | 'label'
  | 'unit'
  | 'name'
  | 'first'
  | 'last'
  | 'precision'
  | 'publisher'
  | 'title'
  | 'url'
  | 'published_on';

export type ColumnType =
  | 'text'
  | 'code'
  | 'identifier'
  | 'number'
  | 'whole number'
  | 'date'
  | 'day'
  | 'instant'
  | 'yes or no'
  | 'address'
  | 'geometry'
  | 'json';

interface ColumnBase {
  /** Stable for ever: what readers' own programs name it by. */
  readonly header: string;
  readonly type: ColumnType;
  /** Key of the unit's words under `columns.unit`; null where the column counts nothing. */
  readonly unit: string | null;
  readonly facet: Facet;
}

/** A column that is a part of one field of the record. */
export interface FieldColumn extends ColumnBase {
  readonly origin: 'field';
  readonly name: string;
  readonly field: SingleField;
  /** The list the field is in; its rows stand in one cell, see `list-cell.ts`. */
  readonly list: string | null;
  /** Key of the definition in the messages. */
  readonly meaning: string;
}

/** A column that the record as a whole has, or that is worked out from it. */
export interface RecordColumn extends ColumnBase {
  readonly origin: 'record';
  readonly meaning: string;
  /** Several entries in one cell, joined as the lists of fields are. */
  readonly isList: boolean;
}

export type ExportColumn = FieldColumn | RecordColumn;

/** Says of a column what it means, in a reader's words. */
export type Describe = (column: ExportColumn) => string;

/** Never null, whatever the day: identifier, version, when it was published. */
export const isOfEveryVersion = ({ meaning }: ExportColumn): boolean =>
  ['columns.slug', 'columns.version', 'columns.publishedAt'].includes(meaning);

/** The columns of every field of a kind, in the order in which it declares them. */
export function fieldColumns({ kind, fields }: RecordDefinition): readonly FieldColumn[] {
  const key = `record.${kind}.fields`;
  return Object.entries(fields).flatMap(([name, field]) =>
    field.type === 'list'
      ? Object.entries(field.fields).flatMap(([inner, each]) =>
          facetsOf(inner, each, { list: name, meaning: `${key}.${name}.fields.${inner}.meaning` }),
        )
      : facetsOf(name, field, { list: null, meaning: `${key}.${name}.meaning` }),
  );
}

/** `baselineEndOn` → `baseline_end_on`. */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Where = Pick<FieldColumn, 'list' | 'meaning'>;

function facetsOf(name: string, field: SingleField, where: Where): readonly FieldColumn[] {
  const column = (header: string, facet: Facet, type: ColumnType, unit: string | null = null): FieldColumn => ({
    origin: 'field',
    header: where.list ? `${snakeCase(where.list)}_${header}` : header,
    type,
    unit,
    name,
    field,
    facet,
    ...where,
  });
  const own = snakeCase(name);
  switch (field.type) {
    case 'text':
      return [column(own, 'value', field.form === 'url' ? 'address' : 'text')];
    case 'choice':
      return [column(own, 'value', 'code'), column(`${own}_label`, 'label', 'text')];
    case 'code':
      return [
        column(own, 'value', 'code'),
        column(`${own}_label`, 'label', 'text'),
        ...(field.list === 'measure' ? [column(`${own}_unit`, 'unit', 'text')] : []),
      ];
    case 'record':
      return [column(own, 'value', 'identifier')];
    case 'reference':
      return referenceFacets(own, field.to === 'source', where.list !== null, column);
    case 'date':
      return [
        column(own, 'value', 'date'),
        column(`${own}_first`, 'first', 'day'),
        column(`${own}_last`, 'last', 'day'),
        column(`${own}_precision`, 'precision', 'code'),
      ];
    case 'number':
      return [column(own, 'value', field.isWhole ? 'whole number' : 'number', field.unit.replaceAll(' ', '_'))];
    case 'money':
      return [column(own.replace('_minor_units', ''), 'value', 'number', 'currency')];
    case 'yes-no':
      return [column(own, 'value', 'yes or no')];
    case 'geometry':
      return [column(own, 'value', 'geometry')];
  }
}

function referenceFacets(
  own: string,
  isSource: boolean,
  isInList: boolean,
  column: (header: string, facet: Facet, type: ColumnType) => FieldColumn,
): readonly FieldColumn[] {
  const stem = own.replace(/_slug$/, '');
  if (!isSource) return [column(own, 'value', 'identifier'), column(`${stem}_name`, 'name', 'text')];
  return [
    column(own, 'value', 'identifier'),
    ...(isInList ? [] : [column(`${stem}_publisher`, 'publisher', 'text'), column(`${stem}_title`, 'title', 'text')]),
    column(`${stem}_url`, 'url', 'address'),
    ...(isInList ? [] : [column(`${stem}_published_on`, 'published_on', 'date')]),
  ];
}
