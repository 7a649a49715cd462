import { now } from '@/domain/past';
import { db } from '@/server/db';
import { recordAt } from '@/server/published/record-at';
import { searchRecord } from '@/server/published/search';

/** Prints the milliseconds of each search as JSON: one process knows one database. */
const queries = process.argv.slice(2);
const search = (query: string) => searchRecord(recordAt(now), { query, locale: 'en', limit: 8 });
for (const query of queries.slice(0, 3)) await search(query); // opens connections
const milliseconds: number[] = [];
for (const query of queries) {
  const begun = performance.now();
  await search(query);
  milliseconds.push(performance.now() - begun);
}
console.log(JSON.stringify(milliseconds));
await db.$disconnect();
