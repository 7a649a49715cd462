import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '@/bench/machine';
import { provesNoSmallCountIsTold } from '@/proof/attack';
import { provesArchive } from '@/proof/archive';
import { provesBackup } from '@/proof/backup';
import { collect, type Outcome, type Proof } from '@/proof/check';
import { copyCheckout, cornerstone } from '@/proof/checkout';
import { provesForeignPostgresql } from '@/proof/foreign-postgresql';
import { startDebianServer } from '@/proof/foreign-server';
import { provesLighthouse } from '@/proof/lighthouse';
import { provesOneStart } from '@/proof/one-start';
import { provesPrivateHome } from '@/proof/private-home';
import { provesSpreadsheets } from '@/proof/spreadsheet';
import { provesItSurvivesKill } from '@/proof/survives-kill';
import { cleanEnvironment, endEveryService } from './service';

const project = fileURLToPath(new URL('..', import.meta.url));
process.chdir(project);

/** Runs the long checks on a copy of the program, and writes what they came to into docs/proof.md. */
async function main(only: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-proof-'));
  chmodSync(folder, 0o755); // PostgreSQL's account must get through when root runs this
  const checkout = join(folder, 'checkout');
  const outcomes: Outcome[] = [];
  const server = await startDebianServer();
  const parts: Readonly<Record<string, (proof: Proof) => Promise<void>>> = {
    'one-start': provesOneStart,
    kill: provesItSurvivesKill,
    backup: (proof) => provesBackup(proof, server),
    archive: (proof) => provesArchive(proof, server),
    foreign: (proof) => provesForeignPostgresql(proof, server),
    attack: provesNoSmallCountIsTold,
    home: provesPrivateHome,
    spreadsheet: provesSpreadsheets,
    lighthouse: provesLighthouse,
  };
  try {
    mkdirSync(checkout);
    console.log('Copying the program and building its pages ...');
    copyCheckout(project, checkout);
    const proof = collect({ checkout, folder }, outcomes);
    await proof.check('the pages are built without a database', () => build(checkout));
    for (const [name, prove] of Object.entries(parts)) {
      if (only.length > 0 && !only.includes(name)) continue;
      await prove(proof).catch((error: unknown) =>
        proof.check(`the checks "${name}" go through to their end`, () => Promise.reject(error)),
      );
      await endEveryService();
    }
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (only.length === 0) writeFileSync(join('docs', 'proof.md'), asDocument(outcomes, server?.version ?? null));
  const count = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  console.log(
    `\n${count('passed')} passed, ${count('failed')} failed${count('not run') ? `, ${count('not run')} not run` : ''}`,
  );
  process.exitCode = count('failed') === 0 ? 0 : 1;
}

async function build(checkout: string): Promise<string | undefined> {
  const { status, said } = await cornerstone(checkout, ['build'], cleanEnvironment({}));
  if (status !== 0) throw new Error(said);
  return said.split('\n').at(-1);
}

function asDocument(outcomes: readonly Outcome[], debian: string | null): string {
  const rows = outcomes.map(
    ({ name, result, detail }) =>
      `| ${[name, result, detail.replaceAll('\n', ' ').replaceAll('|', '\\|')].join(' | ')} |`,
  );
  return `# Proof

Written by \`npm run proof\`: the long checks, on the built program as an operator runs it, in a copy of the checkout. Each is
a file in \`proof/\`. \`npm run proof kill backup\` runs only those, and writes nothing here. Settings: \`PROOF_CYCLES\` (how often
each thing is killed), \`PROOF_SEEDS\` (how many generated records are attacked),
\`FOREIGN_DATABASE_URL\` (an empty database of another PostgreSQL to restore into).

${describeMachine('as embedded')}${debian ? ` The other PostgreSQL is ${debian}.` : ''}

| check | result | figures |
| --- | --- | --- |
${rows.join('\n')}
`;
}

await main(process.argv.slice(2));
