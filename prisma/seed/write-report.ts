import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { starterReport } from './report';
import { readStarterFacts } from './starter-facts';

writeFileSync(
  fileURLToPath(new URL('../../docs/starter-facts.md', import.meta.url)),
  starterReport(readStarterFacts()),
);
