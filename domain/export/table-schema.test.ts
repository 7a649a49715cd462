import { expect, test } from 'vitest';
import { csvwSchema, frictionlessSchema, keyOf } from './table-schema';
import { columnsOf, tableNames } from './tables';

const describe = () => 'What it holds.';

test.each(tableNames)('%s is described column by column, in both languages of description', (table) => {
  const headers = columnsOf(table).map(({ header }) => header);
  expect(frictionlessSchema(table, describe).fields.map(({ name }) => name)).toEqual(headers);
  expect(csvwSchema(table, describe).columns.map(({ name }) => name)).toEqual(headers);
  expect((keyOf(table) ?? []).filter((header) => !headers.includes(header))).toEqual([]);
});

test('a column is described by its type, and a list is split only where nothing in it is marked', () => {
  const field = (name: string) => frictionlessSchema('projects', describe).fields.find((one) => one.name === name);
  expect(field('slug')).toMatchObject({ type: 'string', constraints: { required: true } });
  expect(field('sector')).toMatchObject({ constraints: { enum: ['housing', 'infrastructure', 'cultural'] } });
  expect(field('is_on_hold')).toMatchObject({ type: 'boolean', trueValues: ['yes'], falseValues: ['no'] });
  expect(field('places_place_slug')).toMatchObject({ type: 'list', delimiter: '; ', itemType: 'string' });
  expect(field('places_place_name')).toMatchObject({ type: 'string' });
  expect(field('measures_planned_quantity')).toMatchObject({ type: 'string' });
  expect(field('geometry')).toMatchObject({ type: 'geojson' });
  const column = (name: string) => csvwSchema('projects', describe).columns.find((one) => one.name === name);
  expect(column('places_place_slug')).toMatchObject({ datatype: 'string', separator: '; ' });
  expect(column('published_at')).toMatchObject({ datatype: { base: 'dateTime' }, required: true });
});
