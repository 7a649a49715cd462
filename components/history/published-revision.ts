import type { FigureSource } from '@/components/figures/stated-value';
import type { IsoDate } from '@/domain/calendar';
import type { Role } from '@/domain/permission';
import type { Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import type { ChangeAction } from '@/domain/submission/change';
import type { ReasonKind } from '@/domain/vocabulary';

/** One published change of one record, as anyone may see it. */
export interface PublishedRevision {
  readonly sequence: number;
  readonly kind: RecordKind;
  readonly slug: string;
  readonly version: number;
  readonly action: ChangeAction;
  readonly reasonKind: ReasonKind;
  readonly reason: string | null;
  readonly publishedOn: IsoDate;
  readonly before: Content | null;
  readonly after: Content;
  readonly submittedBy: Actor;
  readonly approvedBy: Actor;
  /** No later version of its record was published. */
  readonly isLatest: boolean;
  readonly source: Pick<FigureSource, 'title' | 'publisher' | 'url'> | null;
}

export interface Actor {
  readonly role: Role;
  readonly organisation: string | null;
  /** Only of who agreed to be named. */
  readonly name: string | null;
}
