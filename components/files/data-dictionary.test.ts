import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { columnInWords } from '@/domain/export/column-words';
import { filtersOf } from '@/domain/export/filters';
import { hxlTag, isTagged } from '@/domain/export/hxl';
import { columnsOf, type TableName, tableNames } from '@/domain/export/tables';
import messages from '@/messages/en.json';

const t = createTranslator({ locale: 'en', messages }) as (key: string, values?: Record<string, string>) => string; // any key, not only known ones

function tagOf(table: TableName, header: string): string {
  if (!isTagged(table)) return '';
  const tag = hxlTag(table, header);
  return tag ? ` \`${tag}\` |` : ' |';
}

/** The document that docs/ holds: what a reader of the files needs, from the declarations themselves. */
function dictionary(): string {
  const tables = tableNames.map((table) => {
    const rows = columnsOf(table)
      .map((column) => columnInWords(column, t))
      .map(
        ({ header, meaning, type, unit }) =>
          `| \`${header}\` | ${meaning} | ${type} | ${unit ?? ''} |${tagOf(table, header)}`,
      );
    const filters = Object.keys(filtersOf[table]).map((name) => `\`${name}\``);
    return [
      `## ${table}.csv`,
      '',
      t(`files.table.${table}.holds`),
      '',
      filters.length > 0 ? `Filters: ${filters.join(', ')}.` : 'It has no filters.',
      '',
      ...(isTagged(table) ? ['`?hxl=1` gives the row of HXL tags under the header.', ''] : []),
      `| column | what it holds | type | unit |${isTagged(table) ? ' HXL tag |' : ''}`,
      `| --- | --- | --- | --- |${isTagged(table) ? ' --- |' : ''}`,
      ...rows,
      '',
    ].join('\n');
  });
  return [
    '# Data dictionary',
    '',
    'Every table of `/data`, written from the declarations in `domain/export` (a test keeps it equal; `npx vitest run -u` writes it anew).',
    '',
    ...['format', 'columns', 'unknown', 'lists', 'formulas'].flatMap((part) => [t(`files.use.${part}`), '']),
    t('hxl.counts'),
    '',
    ...tables,
  ].join('\n');
}

test('docs/data-dictionary.md says what the files hold', async () => {
  await expect(dictionary()).toMatchFileSnapshot('../../docs/data-dictionary.md');
});
