import { prepareShutdown } from '@/bin/shutdown';

/** A program that stops as the service does, with something in its way: see shutdown.test.ts. */
const [way, mostMs] = process.argv.slice(2);
// As Next does: whatever goes wrong is said, and the program goes on.
for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(name, (error: unknown) => console.error(error));
}
const shutdown = prepareShutdown((line) => console.log(line), Number(mostMs ?? 60_000));
shutdown.later(() => {
  if (way === 'throws') throw new Error('The folder is gone.');
});
shutdown.later(() => (way === 'hangs' ? new Promise<void>(() => {}) : undefined));
setInterval(() => {}, 1_000);
console.log('ready');
