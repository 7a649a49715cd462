'use server';

import type { ReactNode } from 'react';
import { getLocale } from 'next-intl/server';
import { contentWords } from '@/app/_edge/content-words';
import { ReportPreview } from '@/components/review/report-preview';
import { type FormValues, rawFromValues } from '@/domain/form/form-values';
import { progressReport } from '@/domain/record/progress-report';
import { requireActor } from '@/server/session';

/** What the public will see of the report as typed so far. */
export async function previewReport(values: FormValues): Promise<ReactNode> {
  const actor = await requireActor();
  const { raw } = rawFromValues(progressReport, values);
  const words = await contentWords(actor, await getLocale(), [{ kind: 'progress_report', slug: '', content: raw }]);
  return <ReportPreview content={raw} words={words} />;
}
