import pg from 'pg';
import { appliedMigrations, type Migration, missingFrom } from '../embedded/migrate';

export type Readiness = { readonly isReady: true } | { readonly isReady: false; readonly reason: string };

export interface ReadinessCheck {
  /** Asked at most once in half a second, however often the page is asked for. */
  check(): Promise<Readiness>;
  stop(): Promise<void>;
}

const patienceMs = 2_000;
const validMs = 500;

/** Ready means: the database answers within two seconds and holds every migration of this release. */
export function checkReadiness(databaseUrl: string, migrations: readonly Migration[]): ReadinessCheck {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: 'cornerstone readiness',
  });
  pool.on('error', () => {}); // the next check opens a new connection, or says why it cannot
  let last: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;

  return {
    check() {
      if (!last || Date.now() - last.at > validMs) last = { at: Date.now(), answer: inTime(ask()) };
      return last.answer;
    },
    stop: () => pool.end(),
  };

  async function ask(): Promise<Readiness> {
    try {
      const { rows } = await pool.query<Migration>(appliedMigrations);
      const missing = missingFrom(rows, migrations);
      if (missing.length === 0) return { isReady: true };
      return { isReady: false, reason: `migrations are missing: ${missing.map(({ name }) => name).join(', ')}` };
    } catch (error) {
      return {
        isReady: false,
        reason: `the database does not answer: ${error instanceof Error ? error.message : 'unknown'}`,
      };
    }
  }
}

function inTime(answer: Promise<Readiness>): Promise<Readiness> {
  return new Promise((resolve) => {
    const tooLate = setTimeout(() => {
      resolve({ isReady: false, reason: `the database has not answered for ${patienceMs / 1000} seconds` });
    }, patienceMs);
    void answer.then((given) => {
      clearTimeout(tooLate);
      resolve(given);
    });
  });
}
