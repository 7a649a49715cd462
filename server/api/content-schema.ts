import 'server-only';
import { contentSchema, type JsonSchema } from '@/domain/api/content-schema';
import { apiRoot } from '@/domain/api/route';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { baseUrl } from '../env';
import { apiWords } from './words';

/** What the content of a change must be, with the words that its form has. */
export function describeContent(kind: RecordKind): JsonSchema {
  const id = `${baseUrl()}${apiRoot}/schemas/${kind}.json`;
  return contentSchema(records[kind], id, apiWords(`record.${kind}.name`), (path, field) => {
    const unit = field.type === 'number' && field.unit !== 'units' ? ` (${field.unit})` : '';
    const money = field.type === 'money' ? ` ${apiWords('api.content.money')}` : '';
    const date = field.type === 'date' ? ` ${apiWords('api.content.date')}` : '';
    return {
      title: apiWords(`${path}.label`),
      description: `${apiWords(`${path}.meaning`)}${unit}${money}${date}`,
    };
  });
}
