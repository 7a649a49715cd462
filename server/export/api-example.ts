import 'server-only';
import type { ListAnswer } from '@/domain/api/answers';
import { apiRoot } from '@/domain/api/route';
import { filterQuery } from '@/domain/export/filters';
import { pastQuery } from '@/domain/past';
import type { PublicRecord } from '../published/record-at';
import { pageOf } from './api-list';
import { readPage } from './read-page';

export interface ExampleAnswer {
  readonly address: string;
  readonly answer: ListAnswer;
  /** A place to ask for; made up where the record has none. */
  readonly placeSlug: string;
}

/** What a short question is answered now: no example can say otherwise than the record. */
export async function readExampleAnswer(record: PublicRecord): Promise<ExampleAnswer> {
  const [page, places] = await Promise.all([
    pageOf(
      { record, limit: 1, cursor: null, rest: {} },
      { table: 'projects', filters: {}, path: '/projects', named: {} },
    ),
    readPage(record, 'places', {}, { after: null, limit: 1 }),
  ]);
  if (!page.ok || !places.ok) throw new Error('A list without a cursor was refused.');
  return {
    address: `${apiRoot}/projects${filterQuery({ ...pastQuery(record.past), limit: 1 })}`,
    answer: page.value.answer,
    placeSlug: String(places.value.rows[0]?.slug ?? 'a-place'),
  };
}
