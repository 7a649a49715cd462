import 'server-only';
import { readDateSpan } from '@/domain/calendar';
import type { Content, Row } from '@/domain/record/content';
import { rowsOf } from '@/domain/record/content';
import type { Field, Fields, SingleField } from '@/domain/record/field';
import { newId } from './hash';

type Columns = Record<string, unknown>;

/** The columns of one version, without its lists: a date becomes its first day, last day and precision. */
export function columnsOf(fields: Fields, content: Content): Columns {
  const columns: Columns = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.type !== 'list') Object.assign(columns, columnsOfCell(name, field, content[name] ?? null));
  }
  return columns;
}

/** The rows of one list, in order, each with the version it belongs to. */
export function rowColumnsOf(
  field: Field & { type: 'list' },
  content: Content,
  name: string,
  versionId: string,
): Columns[] {
  return rowsOf(content, name).map((row: Row, position) => {
    const columns: Columns = { id: newId(), versionId, position };
    for (const [key, each] of Object.entries(field.fields))
      Object.assign(columns, columnsOfCell(key, each, row[key] ?? null));
    return columns;
  });
}

function columnsOfCell(name: string, field: SingleField, value: Content[string]): Columns {
  switch (field.type) {
    case 'date':
      return dateColumns(name, value);
    case 'number':
      // Of a number that is not held here the content has a word.
      return { [name]: typeof value === 'number' ? value : null };
    case 'geometry':
      return value === null ? {} : { [name]: value };
    default:
      return { [name]: value };
  }
}

function dateColumns(name: string, value: Content[string]): Columns {
  if (typeof value !== 'string') return {};
  const span = readDateSpan(value);
  if (!span.ok) throw new Error(`Content holds a date that cannot be read: ${name} ${value}`);
  return {
    [`${name}First`]: span.value.first,
    [`${name}Last`]: span.value.last,
    [`${name}Precision`]: span.value.precision,
  };
}
