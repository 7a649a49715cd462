import { db } from '../../db';
import { checkWaiting } from './check-waiting';

// A process of its own, with bounded memory, so that a large file slows no page. It ends with the service that started it.
// Ctrl-C reaches it too; what it was at goes on after the next start.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => {});
process.stdin.on('end', () => process.exit(0)).resume();
await checkWaiting((runId) => process.stdout.write(`${runId}\n`));
await db.$disconnect();
process.exit(0);
