import * as z from 'zod';
import { accept, refuse, type Result } from '@/domain/result';
import type { Migration } from '../embedded/migrate';

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const checksum = z.string().regex(/^[0-9a-f]{64}$/);

/** The first file of a backup: what is in it, how it can be checked, and which release can read it. */
export const manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  postgresql: z.string(),
  migrations: z.array(z.strictObject({ name: z.string().regex(/^[0-9a-z_]+$/), checksum })),
  tables: z.array(
    z.strictObject({ name, columns: z.array(name).min(1), rows: z.number().int().nonnegative(), sha256: checksum }),
  ),
  sequences: z.array(z.strictObject({ name, lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  /** Files of evidence, by the SHA-256 of their bytes, which is also their name. A backup of an earlier release has none. */
  evidence: z.array(checksum).default([]),
});

export type Manifest = z.infer<typeof manifest>;
export type TableInBackup = Manifest['tables'][number];

export const manifestFile = 'manifest.json';
export const fileOf = (table: string) => `tables/${table}.tsv`;
export const evidenceFileOf = (hash: string) => `evidence/${hash}`;

/** A sentence for the operator. */
export interface Unusable {
  readonly because: string;
}

export function readManifest(text: string): Result<Manifest, Unusable> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ because: 'its manifest.json is not JSON' });
  }
  const version = z.object({ format: z.number() }).safeParse(json);
  if (version.success && version.data.format !== 1) {
    return refuse({ because: `it has format ${version.data.format}; this release reads format 1` });
  }
  const read = manifest.safeParse(json);
  if (!read.success) return refuse({ because: `its manifest.json is not in order: ${z.prettifyError(read.error)}` });
  return accept(read.data);
}

export interface FileFound {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

/** Every table of the manifest is there, whole and unchanged, and nothing else is. */
export function checkFiles({ tables }: Manifest, found: readonly FileFound[]): Result<true, Unusable> {
  const files = new Map(found.map((file) => [file.table, file]));
  for (const { name: table, rows, sha256 } of tables) {
    const file = files.get(table);
    if (!file) return refuse({ because: `the file of table ${table} is missing` });
    if (file.sha256 !== sha256) return refuse({ because: `the file of table ${table} was changed or is damaged` });
    if (file.rows !== rows)
      return refuse({ because: `the file of table ${table} has ${file.rows} rows instead of ${rows}` });
    files.delete(table);
  }
  const [unknown] = files.keys();
  return unknown === undefined
    ? accept(true)
    : refuse({ because: `it holds a table ${unknown} that its manifest does not name` });
}

/** Every file of evidence that the manifest names is there and is what its name says, and nothing else is. */
export function checkEvidence({ evidence }: Manifest, found: ReadonlyMap<string, string>): Result<true, Unusable> {
  for (const hash of evidence) {
    const sha256 = found.get(hash);
    if (sha256 === undefined) return refuse({ because: `the evidence file ${hash} is missing` });
    if (sha256 !== hash) return refuse({ because: `the evidence file ${hash} was changed or is damaged` });
  }
  const named = new Set(evidence);
  const unknown = [...found.keys()].find((hash) => !named.has(hash));
  return unknown === undefined
    ? accept(true)
    : refuse({ because: `it holds an evidence file ${unknown} that its manifest does not name` });
}

/** The backup's migrations are the first ones of this release: an older backup is read by applying those first. */
export function checkMigrations(
  { migrations }: Pick<Manifest, 'migrations'>,
  ours: readonly Migration[],
): Result<true, Unusable> {
  for (const [position, { name: migration, checksum: theirs }] of migrations.entries()) {
    const our = ours[position];
    if (our?.name !== migration)
      return refuse({ because: `it was made by another release: this one lacks the migration ${migration}` });
    if (our.checksum !== theirs)
      return refuse({ because: `the migration ${migration} differs from the one of this release` });
  }
  return migrations.length > 0 ? accept(true) : refuse({ because: 'it names no migrations' });
}
