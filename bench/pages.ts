import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { Service } from '@/tools/service';
import type { Measured } from './figures';

const seconds = 4;

/** Requests per second of public pages and of the API, beside a bare node:http server that sends the same bytes. */
export async function measurePages(service: Service, paths: readonly string[], runs: number): Promise<Measured[]> {
  if (spawnSync('wrk', ['--version']).error) {
    return [
      {
        name: 'requests per second',
        size: paths.join(', '),
        unit: '',
        runs: [],
        note: 'not measured: wrk is not on this machine',
      },
    ];
  }
  const measured: Measured[] = [];
  for (const path of paths) {
    const kept = await fetchBytes(`${service.url}${path}`);
    const bare = await startBareServer(kept);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(requestsPerSecond(`${service.url}${path}`));
      theirs.push(requestsPerSecond(bare.url));
    }
    await bare.stop();
    const kilobytes = Math.round(kept.body.length / 1024);
    measured.push(
      { name: `\`${path}\``, size: `${kilobytes} KiB (${kept.encoding})`, unit: 'requests/s', runs: ours },
      { name: 'bare node:http, same bytes', size: `${kilobytes} KiB`, unit: 'requests/s', runs: theirs },
    );
  }
  return measured;
}

interface Bytes {
  readonly body: Buffer;
  readonly encoding: string;
}

/** As a browser asks: with brotli. The load is then bytes that are compressed already, on both sides. */
async function fetchBytes(url: string): Promise<Bytes> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, resolve).once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${String(answer.statusCode)}`);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(Buffer.from(part));
  return { body: Buffer.concat(parts), encoding: answer.headers['content-encoding'] ?? 'identity' };
}

/** A server of its own thread, so that it does not share this one with the load's reports. */
async function startBareServer({ body, encoding }: Bytes): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const body = Buffer.from(workerData.body);
    const server = require('node:http').createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': workerData.encoding, 'content-length': body.length });
      answer.end(body);
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;
  const worker = new Worker(code, { eval: true, workerData: { body, encoding } });
  const [port] = await once(worker, 'message');
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => worker.terminate() };
}

function requestsPerSecond(url: string): number {
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', `-d${seconds}s`, '-H', 'Accept-Encoding: br', url], {
    encoding: 'utf8',
  });
  const [, found] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (!found || /Non-2xx/.test(stdout)) throw new Error(`No measure of ${url}:\n${stdout}`);
  return Number(found);
}
