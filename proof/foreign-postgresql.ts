import { join } from 'node:path';
import { readMigrations } from '@/server/embedded/migrate';
import { cleanEnvironment, startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { cornerstone } from './checkout';
import { ask, type ForeignServer } from './foreign-server';

/** Migrations and the service itself over TLS with a checked certificate, and over a socket. */
export async function provesForeignPostgresql(proof: Proof, server: ForeignServer | null): Promise<void> {
  const name = 'migrations and a start over TLS and over a socket';
  if (!server) return proof.notRun(name, 'no PostgreSQL 15 or later in /usr/lib/postgresql');

  for (const way of ['overTls', 'overSocket'] as const) {
    const database = await server.makeDatabase(`proof_${way.toLowerCase()}`);
    const settings = {
      DATABASE_URL: database[way],
      CORNERSTONE_DATA_DIR: join(proof.folder, way),
      CORNERSTONE_STARTER: 'none',
    };
    const words = way === 'overTls' ? 'over TLS with a certificate that is checked' : 'over a unix socket';

    await proof.check(`migrations on PostgreSQL ${server.version} ${words}`, async () => {
      const { status, said } = await cornerstone(proof.checkout, ['migrate'], cleanEnvironment(settings));
      insist(status === 0, `It ended with ${status}: ${said}`);
      const rows = await ask<{ count: string }>(
        database.overSocket,
        'select count(*) from _prisma_migrations where finished_at is not null',
      );
      insist(Number(rows[0]?.count) === readMigrations().length, `${rows[0]?.count} migrations are applied`);
      return said.split('\n').at(-1);
    });
    await proof.check(`the service serves from it ${words}`, async () => {
      const service = await startService({ checkout: proof.checkout, settings });
      const rows = await ask<{ tls: string; all: string }>(
        database.overSocket,
        `select count(*) filter (where ssl) as tls, count(*) as all from pg_stat_ssl join pg_stat_activity using (pid)
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      const answer = await fetch(`${service.url}/en/projects`);
      await service.end();
      insist(answer.status === 200, `/en/projects answers ${answer.status}`);
      const { tls, all } = rows[0] ?? { tls: '0', all: '0' };
      insist(Number(all) > 0 && tls === (way === 'overTls' ? all : '0'), `${tls} of ${all} connections are encrypted`);
      return `${tls} of its ${all} connections encrypted`;
    });
  }
  await proof.check('a server that wants TLS refuses without, and the start explains it', async () => {
    const { withoutTls } = await server.makeDatabase('proof_without_tls');
    const settings = cleanEnvironment({
      DATABASE_URL: withoutTls,
      CORNERSTONE_DATA_DIR: join(proof.folder, 'without-tls'),
    });
    const { status, said } = await cornerstone(proof.checkout, ['migrate'], settings);
    insist(status === 1 && said.includes('no encryption'), `It ended with ${status}: ${said}`);
  });
}
