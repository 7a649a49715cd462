import 'server-only';
import * as z from 'zod';
import { accept, refuse, type Result } from '@/domain/result';

const checksum = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
/** Below the folder, and nowhere else. */
const path = z.string().refine((text) => !text.split('/').some((part) => ['', '.', '..'].includes(part)));

const archivedFile = z.strictObject({ path, bytes: z.number().int().nonnegative(), sha256: checksum });
export type ArchivedFile = z.infer<typeof archivedFile>;

/** `manifest.json`: what the folder is, and every other file in it. */
const archiveFacts = z.strictObject({
  format: z.literal(1),
  what: z.literal('cornerstone-archive'),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  /** Where the record was served, as people typed it; null where its settings did not say. */
  address: z.string().nullable(),
  operator: z.string().nullable(),
  languages: z.array(z.string()),
  pages: z.number().int().nonnegative(),
  files: z.array(archivedFile),
});
export type ArchiveFacts = z.infer<typeof archiveFacts>;

/** `record/record.json`: what the record is made of, for loading it again. */
const recordFacts = z.strictObject({
  format: z.literal(1),
  madeBy: z.string(),
  /** The tables of the database as this release has them; a later one brings them up to its own. */
  migrations: z.array(z.strictObject({ name: z.string().regex(/^[0-9a-z_]+$/), checksum })).min(1),
  head: z.strictObject({
    revisionCount: z.number().int().nonnegative(),
    lastPublishedAt: z.iso.datetime({ offset: true }).nullable(),
  }),
  /** In the order in which they are loaded. */
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1), rows: z.number().int().nonnegative() })),
});
export type RecordFacts = z.infer<typeof recordFacts>;

export const manifestFile = 'manifest.json';
export const sumsFile = 'SHA256SUMS';
export const recordFile = 'record/record.json';
export const rowsFile = (table: string) => `record/${table}.ndjson`;

/** A sentence for the operator. */
export interface Unusable {
  readonly because: string;
}

export const readArchiveFacts = (text: string) => read(archiveFacts, manifestFile, text);
export const readRecordFacts = (text: string) => read(recordFacts, recordFile, text);

function read<Facts>(schema: z.ZodType<Facts>, file: string, text: string): Result<Facts, Unusable> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ because: `its ${file} is not JSON` });
  }
  const version = z.object({ format: z.number() }).safeParse(json);
  if (version.success && version.data.format !== 1)
    return refuse({ because: `it has format ${version.data.format}; this release reads format 1` });
  const facts = schema.safeParse(json);
  return facts.success
    ? accept(facts.data)
    : refuse({ because: `its ${file} is not in order: ${z.prettifyError(facts.error)}` });
}
