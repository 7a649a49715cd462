import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isReady, type Service, startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { embeddedUrl, missingFrom, postgresqlOf, startWriters } from './writers';

const cycles = Number(process.env.PROOF_CYCLES ?? 5);
type Victim = 'the service' | 'PostgreSQL' | 'both';

/** Whatever is killed while people publish, what they were told is published is there after the next start. */
export async function provesItSurvivesKill(proof: Proof): Promise<void> {
  const data = join(proof.folder, 'killed');
  const start = () =>
    startService({ checkout: proof.checkout, settings: { CORNERSTONE_DATA_DIR: data, CORNERSTONE_STARTER: 'none' } });
  let service = await start();
  for (const victim of ['the service', 'PostgreSQL', 'both'] as const) {
    await proof.check(
      `kill -9 of ${victim} while two writers publish, ${cycles} times: nothing acknowledged is lost, no gap`,
      async () => {
        let acknowledged = 0;
        const seconds: number[] = [];
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const round = await killOnce(proof, service, data, victim, start);
          service = round.service;
          seconds.push(round.seconds);
          acknowledged += round.acknowledged;
          insist(round.lost.length === 0, `Lost: ${round.lost.join(', ')}`);
        }
        return `${acknowledged} publications acknowledged; ready again after ${Math.max(...seconds).toFixed(1)} s at most`;
      },
    );
  }
  await proof.check(
    'control: with synchronous_commit off the same check finds what a kill of PostgreSQL loses',
    async () => {
      await setSynchronousCommit(data, 'off');
      for (let cycle = 1; cycle <= 10; cycle += 1) {
        const round = await killOnce(proof, service, data, 'PostgreSQL', start);
        service = round.service;
        if (round.lost.length > 0) return `${round.lost.length} of ${round.acknowledged} lost in kill ${cycle}`;
      }
      throw new Error('ten kills lost nothing, so this check is not shown to find a loss');
    },
  );
  await service.end().catch(() => {});
}

interface Round {
  readonly service: Service;
  readonly seconds: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
}

async function killOnce(
  proof: Proof,
  service: Service,
  data: string,
  victim: Victim,
  start: () => Promise<Service>,
): Promise<Round> {
  const writers = await startWriters(proof.checkout, data, proof.folder);
  await sleep(300 + Math.random() * 1500);
  const postgresql = postgresqlOf(data);
  insist(postgresql !== null, 'PostgreSQL does not run');
  if (victim !== 'the service') process.kill(postgresql, 'SIGKILL');
  if (victim !== 'PostgreSQL') await service.end('SIGKILL');
  const killedAt = Date.now();

  const again = victim === 'PostgreSQL' ? service : await start();
  await becomesReady(again);
  const seconds = (Date.now() - killedAt) / 1000;
  if (victim === 'the service')
    insist(again.said().includes('Taking over'), `The running PostgreSQL was not taken over:\n${again.said()}`);
  const journal = await writers.end();
  const lost = await missingFrom(data, journal);
  return { service: again, seconds, acknowledged: journal.acknowledged.length, lost };
}

/** Ready three times in a row: right after a kill the old answer may still be under way. */
async function becomesReady({ url, said }: Service): Promise<void> {
  for (let [waited, times] = [0, 0]; times < 3; waited += 100) {
    insist(waited < 120_000, `Not ready two minutes after the kill:\n${said()}`);
    times = (await isReady(url)) ? times + 1 : 0;
    await sleep(100);
  }
}

async function setSynchronousCommit(data: string, value: 'on' | 'off'): Promise<void> {
  const client = new pg.Client({ connectionString: embeddedUrl(data) });
  await client.connect();
  await client.query(`alter database cornerstone set synchronous_commit = ${value}`);
  await client.end();
}
