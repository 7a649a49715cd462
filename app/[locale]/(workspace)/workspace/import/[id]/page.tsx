import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { importPath, stepOf } from '@/domain/import/import-path';
import { requireActor } from '@/server/session';
import { readRun } from '@/server/workspace/import/read-runs';

/** Leads to the step that the file waits at. */
export default async function ImportRunPage({ params }: PageProps<'/[locale]/workspace/import/[id]'>) {
  const run = await readRun(await requireActor(), (await params).id);
  if (!run.ok) notFound();
  redirect(importPath(await getLocale(), run.value.id, stepOf(run.value.state)));
}
