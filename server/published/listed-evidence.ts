import 'server-only';
import * as z from 'zod';
import { Prisma } from '@/prisma/generated/client/client';

/** Of a source version under this alias: the files it lists, for its citation. */
export const listedEvidenceSql = (source: string) => Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object('hash', e.hash, 'caption', e.caption, 'isPhoto', f.pages is null) order by e.position)
  from source_evidence e join evidence_file f on f.hash = e.hash
  where e.version_id = ${Prisma.raw(source)}.id), '[]'::jsonb)`;

export const listedEvidence = z.array(z.object({ hash: z.string(), caption: z.string(), isPhoto: z.boolean() }));
