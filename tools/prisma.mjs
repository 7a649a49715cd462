// Runs Prisma's CLI with the schema engine from npm, so that nothing is downloaded: node tools/prisma.mjs <command>
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { generatedClientStamp, stampOfSchema } from '../bin/prisma-client.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const isGenerate = process.argv[2] === 'generate';

if (isGenerate) rmSync(generatedClientStamp, { force: true });

const { status, signal } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(new URL('../prisma/schema-engine.mjs', import.meta.url)),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (isGenerate && status === 0) writeFileSync(generatedClientStamp, stampOfSchema());
process.exit(status ?? (signal ? 1 : 0));
