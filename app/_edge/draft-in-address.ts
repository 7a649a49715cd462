import type { Actor } from '@/domain/permission';
import { readDraftChanges } from '@/server/workspace/read-submission';
import { textIn } from './search-params';

export interface DraftInAddress {
  readonly submissionId: string;
  readonly rowVersion: number;
  readonly title: string;
}

/** The draft that an address names (`?submission=`), when it is this person's: what is entered goes into it. */
export async function draftIn(actor: Actor, asked: string | string[] | undefined): Promise<DraftInAddress | null> {
  const submissionId = textIn(asked);
  if (!submissionId) return null;
  const draft = await readDraftChanges(actor, submissionId);
  return draft.ok ? { submissionId, rowVersion: draft.value.rowVersion, title: draft.value.title } : null;
}

export const suffixFor = (draft: DraftInAddress | null): string => (draft ? `?submission=${draft.submissionId}` : '');
