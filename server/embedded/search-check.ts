import pg from 'pg';

/**
 * Can words in every alphabet be found? pg_trgm asks the C library which signs are letters; on a server made with
 * locale C it finds none outside the Latin alphabet.
 */
export async function findsLettersOfEveryAlphabet(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails too, and says why
  try {
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(
      `select cardinality(show_trgm('Шуша')) > 0 and lower('ՇՈՒՇԻ') = 'շուշի' as found`,
    );
    return rows[0]?.found ?? false;
  } finally {
    client.end().catch(() => {});
  }
}
