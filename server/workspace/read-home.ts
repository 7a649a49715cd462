import 'server-only';
import * as z from 'zod';
import { may, type Actor } from '@/domain/permission';
import { db } from '../db';
import { today } from '../clock';
import { listMySubmissions, listQueue, type SubmissionLines } from './list-submissions';

export interface StaleProject {
  readonly slug: string;
  readonly title: string;
  /** The last day a report speaks of; null when there is none. */
  readonly lastOn: string | null;
}

export interface Home {
  readonly drafts: SubmissionLines;
  readonly returned: SubmissionLines;
  /** What others have submitted and this person may decide; of an editor, what they wrote and others decide. */
  readonly waiting: SubmissionLines;
  readonly mayReview: boolean;
  readonly stale: { readonly rows: readonly StaleProject[]; readonly total: number };
}

const shownOfEach = 6;
/** A project underway of which nothing was reported for so long is asked about. */
export const staleAfterMonths = 6;

export async function readHome(actor: Actor): Promise<Home> {
  const mayReview = may(actor, 'submission.review').ok;
  const [drafts, returned, waiting, stale] = await Promise.all([
    listMySubmissions(actor, { state: 'draft', limit: shownOfEach }),
    listMySubmissions(actor, { state: 'returned', limit: shownOfEach }),
    mayReview
      ? listQueue(actor, { state: 'submitted', kind: null, isOthersOnly: true, limit: shownOfEach })
      : listMySubmissions(actor, { state: 'submitted', limit: shownOfEach }),
    readStale(actor),
  ]);
  return { drafts, returned, waiting, mayReview, stale };
}

const staleRow = z.object({
  slug: z.string(),
  title: z.string(),
  lastOn: z.string().nullable(),
  total: z.coerce.number(),
});

/** Projects underway within this person's places and sectors, longest silent first. */
async function readStale(actor: Actor): Promise<Home['stale']> {
  const { limitedToPlaces, limitedToSectors } = actor;
  const rows = z.array(staleRow).parse(
    await db.$queryRaw`
      select p.slug, p.title, to_char(max(r.reference_on_last), 'YYYY-MM-DD') as "lastOn", count(*) over () as total
      from current_project p
      left join current_progress_report r on r.project_slug = p.slug and r.kind <> 'plan'
      where p.status = 'underway'
        and (${limitedToSectors.length} = 0 or p.sector::text = any(${limitedToSectors}))
        and (${limitedToPlaces.length} = 0 or exists (
          select 1 from project_place pp join current_place_ancestry a on a.slug = pp.place_slug
          where pp.version_id = p.id and a.ancestor_slug = any(${limitedToPlaces})))
      group by p.slug, p.title
      having max(r.reference_on_last) is null or max(r.reference_on_last) < ${today()}::date - make_interval(months => ${staleAfterMonths})
      order by max(r.reference_on_last) nulls first, p.title
      limit ${shownOfEach}`,
  );
  return { rows: rows.map(({ slug, title, lastOn }) => ({ slug, title, lastOn })), total: rows[0]?.total ?? 0 };
}
