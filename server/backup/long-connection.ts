import pg from 'pg';

/** A connection for one piece of work over the whole record: no statement of it is cut for taking long. Its caller ends it. */
export async function openLongConnection(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 0,
  });
  client.on('error', () => {}); // the statement under way fails too, and says why
  await client.connect();
  return client;
}
