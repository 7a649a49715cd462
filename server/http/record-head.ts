import pg from 'pg';

export interface RecordHeadWatch {
  stop(): Promise<void>;
}

export interface RecordHeadWatchOptions {
  readonly databaseUrl: string;
  /** Something was published, or may have been while the database could not be asked. */
  readonly onMove: () => void;
  /** Whether the watch can be relied on now. */
  readonly onSight: (sees: boolean) => void;
}

const askEveryMs = 2_000;
const patienceMs = 2_000;

/**
 * Tells when the record changes: at once, by PostgreSQL's own notification, and within two seconds by asking, for
 * connection pools that swallow notifications. After every break it says that the record may have changed.
 */
export function watchRecordHead({ databaseUrl, onMove, onSight }: RecordHeadWatchOptions): RecordHeadWatch {
  let client: pg.Client | null = null;
  /** Null when the next answer is only to be remembered: what it could show has been told already. */
  let lastCount: string | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout;

  void ask();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };

  async function ask(): Promise<void> {
    try {
      client ??= await listen();
      const { rows } = await client.query<{ count: string }>(
        "select revision_count || '/' || naming_count as count from record_head",
      );
      const count = rows[0]?.count ?? '';
      if (lastCount !== null && lastCount !== count) onMove();
      lastCount = count;
      onSight(true);
    } catch {
      onSight(false);
      giveUp();
    }
    if (!isStopped) timer = setTimeout(() => void ask(), askEveryMs).unref();
  }

  async function listen(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      keepAlive: true,
      application_name: 'cornerstone record head',
    });
    fresh.on('error', () => {
      if (client === fresh) giveUp();
    });
    fresh.on('notification', () => {
      lastCount = null;
      onMove();
    });
    try {
      await fresh.connect();
      await fresh.query('listen record_published');
    } catch (error) {
      fresh.end().catch(() => {});
      throw error;
    }
    lastCount = null;
    onMove();
    return fresh;
  }

  function giveUp(): void {
    client?.end().catch(() => {});
    client = null;
  }
}
