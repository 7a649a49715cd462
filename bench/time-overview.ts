import { today } from '@/server/clock';
import { db } from '@/server/db';
import { readOverview } from '@/server/published/overview';

/** Prints the milliseconds of so many readings of the overview as JSON: one process knows one database. */
const runs = Number(process.argv[2] ?? 5);
const milliseconds: number[] = [];
for (let run = -2; run < runs; run += 1) {
  const begun = performance.now();
  await readOverview(today(), 'en');
  if (run >= 0) milliseconds.push(performance.now() - begun); // the first two open connections and warm caches
}
console.log(JSON.stringify(milliseconds));
await db.$disconnect();
