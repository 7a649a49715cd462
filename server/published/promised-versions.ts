import 'server-only';
import * as z from 'zod';
import type { PromisedVersion } from '@/domain/moved-figures';
import { qualifiers, reasonKinds } from '@/domain/vocabulary';
import { dayOfRecord } from './project-statement';
import type { PublicRecord } from './record-at';

const version = z.object({
  slug: z.string(),
  published_at: z.date(),
  reason_kind: z.enum(reasonKinds),
  reason: z.string().nullable(),
  after: z.record(z.string(), z.unknown()),
});

async function readVersions(record: PublicRecord, kind: 'project' | 'target', slugs: readonly string[]) {
  return z.array(version).parse(
    await record.query`
      select slug, published_at, reason_kind::text, reason, after from public_revision
      where kind = ${kind}::"RecordKind" and slug = any(${[...slugs]}) order by sequence`,
  );
}

const plannedRows = z.array(
  z.object({ measure: z.string(), plannedQuantity: z.number().nullable(), qualifier: z.enum(qualifiers).nullable() }),
);

/** By measure, what each published version of a project planned, oldest first: what "of N planned" has meant. */
export async function readPlannedVersions(
  record: PublicRecord,
  slug: string,
): Promise<Readonly<Record<string, readonly PromisedVersion[]>>> {
  const versions = (await readVersions(record, 'project', [slug])).map((one) => ({
    ...one,
    measures: plannedRows.parse(one.after.measures ?? []),
  }));
  const measures = new Set(versions.flatMap((one) => one.measures.map(({ measure }) => measure)));
  return Object.fromEntries(
    [...measures].map((measure) => [
      measure,
      versions.map(({ published_at, reason_kind, reason, measures: own }) => ({
        publishedOn: dayOfRecord(published_at),
        reasonKind: reason_kind,
        reason,
        value: own.find((planned) => planned.measure === measure)?.plannedQuantity ?? null,
        dueOn: null,
      })),
    ]),
  );
}

const targetContent = z.object({ value: z.number(), dueOn: z.string() });

/** By target, what each of its published versions promised, oldest first. */
export async function readTargetVersions(
  record: PublicRecord,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly PromisedVersion[]>> {
  const bySlug = new Map<string, PromisedVersion[]>();
  for (const { slug, published_at, reason_kind, reason, after } of await readVersions(record, 'target', slugs)) {
    const { value, dueOn } = targetContent.parse(after);
    const own = bySlug.get(slug) ?? [];
    own.push({ publishedOn: dayOfRecord(published_at), reasonKind: reason_kind, reason, value, dueOn });
    bySlug.set(slug, own);
  }
  return bySlug;
}
