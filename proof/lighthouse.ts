import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { findChromium } from '@/tools/find-chromium';
import { startService } from '@/tools/service';
import { insist, type Proof } from './check';

const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

const pages = [
  ['the overview', '/en'],
  ['the list of projects', '/en/projects'],
  ['one project', '/en/projects/fuzuli-international-airport'],
  ['one place', '/en/places/fuzuli'],
  ['returns', '/en/returns'],
] as const;

/** Lighthouse's mobile profile: a slow phone on a slow line. It is installed beside the project, not with it. */
export async function provesLighthouse(proof: Proof): Promise<void> {
  const home = join(proof.checkout, 'tools', 'lighthouse');
  const name = (page: string) => `Lighthouse, mobile profile, of ${page}`;
  if (!existsSync(join(home, 'node_modules'))) {
    const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: home,
      encoding: 'utf8',
    });
    if (install.status !== 0) {
      for (const [page] of pages) proof.notRun(name(page), 'Lighthouse could not be installed');
      return;
    }
  }
  const chromium = await findChromium();
  const service = await startService({
    checkout: proof.checkout,
    settings: { CORNERSTONE_DATA_DIR: join(proof.folder, 'lighthouse') },
  });
  for (const [page, path] of pages) {
    await proof.check(name(page), async () => {
      const scores = measure(home, chromium.path, service.url + path, join(proof.folder, 'lighthouse.json'));
      for (const [category, floor] of Object.entries(least)) {
        insist(
          (scores[category] ?? 0) >= floor,
          `${category} is ${scores[category]}, and ${floor} is the least: ${JSON.stringify(scores)}`,
        );
      }
      return Object.entries(scores)
        .map(([category, score]) => `${category} ${score}`)
        .join(', ');
    });
  }
  await service.end();
}

const report = z.object({ categories: z.record(z.string(), z.object({ score: z.number().nullable() })) });

function measure(home: string, chromium: string, url: string, to: string): Record<string, number> {
  const words = ['node_modules/lighthouse/cli/index.js', url, '--quiet', '--output=json', `--output-path=${to}`];
  const flags = [
    '--only-categories=performance,accessibility,best-practices,seo',
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  const run = spawnSync(process.execPath, [...words, ...flags], {
    cwd: home,
    env: { ...process.env, CHROME_PATH: chromium },
    encoding: 'utf8',
    timeout: 180_000,
  });
  insist(run.status === 0, `It ended with ${String(run.status)}: ${run.stderr.slice(-500)}`);
  const { categories } = report.parse(JSON.parse(readFileSync(to, 'utf8')));
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}
