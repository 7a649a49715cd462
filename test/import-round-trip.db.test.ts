import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOfTable } from '@/domain/export/tables';
import type { SheetRow } from '@/domain/import/cell';
import { concludeConventions, noteCell, startEvidence } from '@/domain/import/conventions';
import { nothingKnown } from '@/domain/import/known';
import { findLayout, leftOutBecause } from '@/domain/import/layout';
import { conventionColumns, guessMapping } from '@/domain/import/mapping';
import { identifyRow, type RowReader, readRow } from '@/domain/import/read-row';
import type { RecordTable } from '@/domain/import/targets';
import { widthFindings } from '@/domain/import/width';
import { loadStarterFacts } from '@/prisma/seed/load';
import { currentVersions, keyOf } from '@/server/commands/current-versions';
import { db } from '@/server/db';
import { closeExportPool } from '@/server/export/copy-out';
import { openFile } from '@/server/export/open-file';
import { openSheet } from '@/server/import/read/open-file';
import { recordNow } from '@/server/published/record-at';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-'));
  await loadStarterFacts(() => {});
}, 120_000);

afterAll(async () => {
  await closeExportPool();
  await rm(folder, { recursive: true });
});

/** Every row of a file as an import reads it, beside what is published. */
async function readBack(table: RecordTable, path: string) {
  const opened = await openSheet(path, path);
  if (!opened.ok) throw new Error(opened.problem.because);
  const { format, questions, rows } = opened.value;
  expect(questions).toEqual([]);
  const all: SheetRow[] = [];
  for await (const row of rows()) all.push(row);
  const layout = findLayout(table, all);
  const { mapping, isOwnFile, missing } = guessMapping(table, layout);
  expect({ isOwnFile, missing }).toEqual({ isOwnFile: true, missing: [] });
  const data = all.filter((row) => leftOutBecause(layout, mapping, row) === null);
  expect(data.flatMap((row) => widthFindings(layout, row, format))).toEqual([]);

  const evidence = startEvidence();
  const columns = conventionColumns(table, mapping);
  for (const { rowNumber, cells } of data) {
    for (const { position, what } of columns) noteCell(evidence, what, cells[position], { rowNumber, position });
  }
  const found = concludeConventions(evidence, { isOwnFile });
  expect(found.questions).toEqual([]);

  const reader: RowReader = {
    table,
    mapping,
    conventions: found.conventions,
    known: nothingKnown,
    isGuarded: format === 'csv',
    ownScheme: null,
  };
  const kind = kindOfTable[table];
  const named = data.map(({ cells }) => {
    const identity = identifyRow(reader, cells);
    return { cells, slug: identity.ok ? (identity.value.slug ?? '') : '' };
  });
  const published = await db.$transaction((tx) =>
    currentVersions(
      tx,
      named.map(({ slug }) => ({ kind, slug })),
    ),
  );
  return named.map(({ cells, slug }) => ({
    slug,
    read: readRow(reader, cells, published.get(keyOf({ kind, slug })) ?? null),
  }));
}

const tables = Object.keys(kindOfTable) as RecordTable[]; // its keys are those tables

describe.each(tables)('the file of %s', (table) => {
  test.each(['csv', 'xlsx'] as const)(
    'that was downloaded as %s changes nothing when it is brought back',
    async (format) => {
      const path = join(folder, `${table}.${format}`);
      await writeFile(path, await openFile(recordNow(), table, {}, format));
      const rows = await readBack(table, path);
      const changed = rows.flatMap(({ slug, read }): readonly object[] => {
        if (!read.ok) return [{ slug, findings: read.problem }];
        return read.value.changes.length > 0 ? [{ slug, changes: read.value.changes }] : [];
      });
      const published = await db.revision.groupBy({ by: ['slug'], where: { kind: kindOfTable[table] } });
      expect(rows.length).toBe(published.length);
      expect(changed).toEqual([]);
    },
  );
});
