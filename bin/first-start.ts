import pg from 'pg';
import { Explained, type Report } from '@/server/embedded/explained';
import { baseUrl, env } from '@/server/env';
import { programFolder } from './command';
import { describeProblem } from './problems';

/** The starter facts enter an empty record through the same door as everything else. */
export async function loadStarterFactsIfEmpty(databaseUrl: string, report: Report): Promise<void> {
  if (env.CORNERSTONE_STARTER === 'none') return;
  const { isStarterLoadUnfinished, loadStarterFacts } = await import('@/prisma/seed/load');
  if (await isRecordEmpty(databaseUrl)) report('Loading the starter facts into the empty record ...');
  else if (await isStarterLoadUnfinished()) report('Going on with loading the starter facts ...');
  else return;
  await loadStarterFacts(report);
}

/** Adds the first administrator of the settings, or gives the line with the one-time link. Null when there is one already. */
export async function inviteFirstAdministrator(): Promise<string | null> {
  const people = await import('@/server/commands/people');
  const { db } = await import('@/server/db');
  try {
    if (!(await people.firstAdministratorNeeded())) return null;
    const { CORNERSTONE_ADMIN_EMAIL: email, CORNERSTONE_ADMIN_PASSWORD: password } = env;
    if (email && password) {
      const added = await people.addUser({ email, name: 'Administrator', role: 'administrator', password });
      if (!added.ok)
        throw new Explained(`The first administrator could not be added: ${describeProblem(added.problem)}`);
      return `The first administrator is ${email}.`;
    }
    const { path } = await people.inviteFirstAdministrator();
    return `Nobody can sign in yet. Make the first administrator with this link, which works once:\n${baseUrl()}${path}`;
  } finally {
    await db.$disconnect();
  }
}

/** Goes on with files whose check was cut short when the service ended, and drops those that nobody came back to. */
export async function goOnWithImports(): Promise<void> {
  const { resumeImports } = await import('@/server/commands/import/start-checking');
  const { db } = await import('@/server/db');
  try {
    // The process that checks files is found from here.
    process.env.CORNERSTONE_PROGRAM_FOLDER = programFolder;
    await resumeImports(env.CORNERSTONE_IMPORT_KEPT_DAYS);
  } finally {
    await db.$disconnect();
  }
}

async function isRecordEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails too, and says why
  try {
    await client.connect();
    const { rows } = await client.query<{ isEmpty: boolean }>(
      'select not exists (select from record_head where revision_count > 0) as "isEmpty"',
    );
    return rows[0]?.isEmpty ?? true;
  } finally {
    client.end().catch(() => {});
  }
}
