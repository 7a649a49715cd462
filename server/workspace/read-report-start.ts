import 'server-only';
import * as z from 'zod';
import type { Actor } from '@/domain/permission';
import type { Content } from '@/domain/record/content';
import { db } from '../db';
import { readRecord } from './read-record';

export interface ReportStart {
  readonly project: Content;
  /** The published report that speaks of the latest day. */
  readonly last: { readonly slug: string; readonly content: Content; readonly publishedAt: Date } | null;
}

/** What a new report of a project begins from. Null when there is no such project now. */
export async function readReportStart(actor: Actor, projectSlug: string): Promise<ReportStart | null> {
  const project = await readRecord(actor, { kind: 'project', slug: projectSlug });
  if (!project || project.isWithdrawn) return null;
  const slug = await readLastReportSlug(actor, projectSlug);
  const last = slug ? await readRecord(actor, { kind: 'progress_report', slug }) : null;
  return {
    project: project.content,
    last: slug && last ? { slug, content: last.content, publishedAt: last.publishedAt } : null,
  };
}

/** The published report of a project that speaks of the latest day; reports of what is planned do not count. */
export async function readLastReportSlug(_actor: Actor, projectSlug: string): Promise<string | null> {
  const rows = z.array(z.object({ slug: z.string() })).parse(
    await db.$queryRaw`
      select slug from current_progress_report
      where project_slug = ${projectSlug} and kind <> 'plan'
      order by reference_on_last desc nulls last, published_at desc limit 1`,
  );
  return rows[0]?.slug ?? null;
}
