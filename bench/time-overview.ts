import { day } from '@/domain/calendar';
import { now, type Past } from '@/domain/past';
import { db } from '@/server/db';
import { readOverview } from '@/server/published/overview';
import { recordAt } from '@/server/published/record-at';

/**
 * Prints the milliseconds of so many readings of the overview as JSON, now and of each past asked for, in turns, so that
 * a busy minute is everyone's: one process knows one database.
 */
const [runs = '5', asOf = '', until = ''] = process.argv.slice(2);
const pasts: Readonly<Record<string, Past>> = {
  now,
  ...(asOf && { asOf: { ...now, asOf: day(asOf) } }),
  ...(until && { until: { ...now, until: day(until) } }),
};
const milliseconds = Object.fromEntries(Object.keys(pasts).map((name): [string, number[]] => [name, []]));
for (let run = -2; run < Number(runs); run += 1) {
  for (const [name, past] of Object.entries(pasts)) {
    const begun = performance.now();
    await readOverview(recordAt(past), 'en');
    if (run >= 0) milliseconds[name]?.push(performance.now() - begun); // the first two open connections and warm caches
  }
}
console.log(JSON.stringify(milliseconds));
await db.$disconnect();
