import 'server-only';
import pg from 'pg';
import { db } from '../../db';
import { env } from '../../env';
import { checkRun } from './check-run';

/** One check at a time, whichever process does it: memory stays bounded, and nothing is checked twice. */
const oneAtATime = `select pg_advisory_lock(hashtextextended('cornerstone import check', 0))`;

/**
 * Checks every file that waits for it, the longest waiting first, and those that somebody brings meanwhile. A check that was cut
 * short, by whatever, is among them. `began` is told before each, so that whoever started this knows what broke it.
 */
export async function checkWaiting(began: (runId: string) => void): Promise<void> {
  const holder = new pg.Client({ connectionString: env.DATABASE_URL });
  await holder.connect();
  try {
    await holder.query(oneAtATime);
    for (;;) {
      const next = await db.importRun.findFirst({
        where: { state: 'checking' },
        orderBy: { updatedAt: 'asc' },
        select: { id: true },
      });
      if (!next) return;
      began(next.id);
      await checkRun(next.id);
    }
  } finally {
    await holder.end();
  }
}
