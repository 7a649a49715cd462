import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { boundDecoding } from './bounded-decoding';
import { rewriteFile } from './rewrite-file';

// A process of its own that knows no secret: whatever a file does to the programs that read it ends with this process.
const folder = process.argv[2] ?? '';
boundDecoding();
const rewritten = await rewriteFile(await readFile(join(folder, 'original')));

if (rewritten.ok && rewritten.value.kind === 'photo') {
  const { large, small, ...facts } = rewritten.value;
  await writeFile(join(folder, 'large'), large);
  await writeFile(join(folder, 'small'), small);
  process.stdout.write(JSON.stringify({ ok: true, value: facts }));
} else if (rewritten.ok && rewritten.value.kind === 'document') {
  const { document, ...facts } = rewritten.value;
  await writeFile(join(folder, 'document'), document);
  process.stdout.write(JSON.stringify({ ok: true, value: facts }));
} else {
  process.stdout.write(JSON.stringify(rewritten));
}
