import { Years } from '@/components/layout/years';
import { dayOf } from '@/domain/past';
import { today } from '@/server/clock';
import { type PublicRecord, recordAt } from '@/server/published/record-at';
import { readFirstReferenceDay } from '@/server/published/record-span';

export interface YearsOfProps {
  readonly record: PublicRecord;
  /** The page with its filter, without a day. */
  readonly href: string;
}

/** The years of what had happened, on a page that tells them. They are the same whichever of them is shown. */
export async function YearsOf({ record, href }: YearsOfProps) {
  const past = { ...record.past, until: null };
  const first = await readFirstReferenceDay(recordAt(past));
  return <Years href={href} first={first} last={dayOf(past, today())} />;
}
