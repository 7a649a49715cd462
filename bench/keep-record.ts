import { once } from 'node:events';
import { openServer } from './database';

/**
 * Makes a synthetic record, prints its address and keeps its server until it is told to stop: for timing one statement
 * again and again with time-statements.ts. Run as `node bin/run-ts bench/keep-record.ts [projects] [reports]`.
 */
const [projects = '100000', reports = projects] = process.argv.slice(2);
const server = await openServer((line) => console.error(line));
try {
  console.log(await server.makeDatabase('bench_kept', { projects: Number(projects), reports: Number(reports) }));
  const waiting = setInterval(() => {}, 2 ** 30); // a signal that is waited for keeps no process up
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(waiting);
} finally {
  await server.stop();
}
