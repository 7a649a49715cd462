import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { baseUrl, env } from '@/server/env';
import { apiRoot } from '@/domain/api/route';
import type { Rates } from '@/domain/api/rates';
import { createFront } from '@/server/http/front';
import * as z from 'zod';

const handlersIn = fileURLToPath(new URL('../app/api/v1', import.meta.url));

/** The folders that have a handler, without the groups in parentheses, which are in no address. */
export function routeFolders(): ReadonlyMap<string, string> {
  const files = readdirSync(handlersIn, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => /(^|\/)route\.ts$/.test(file))
      .map(
        (file) =>
          [
            file
              .split('/')
              .slice(0, -1)
              .filter((part) => !part.startsWith('('))
              .join('/'),
            `${handlersIn}/${file}`,
          ] as const,
      )
      // Fixed segments come before named ones, as Next has it: `openapi.json` and `submissions` are no tables.
      .sort(([one], [other]) => one.split('[').length - other.split('[').length),
  );
}

type RouteHandler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export interface RunningApi {
  readonly url: string;
  readonly read: (path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export const unlimited: Rates = { descriptions: 0, lists: 0, records: 0 };

/** The API as it is served: its own handlers behind the front, over HTTP. Next only chooses the handler. */
export async function startApi(apiRates: Rates = unlimited): Promise<RunningApi> {
  const folders = routeFolders();
  const front = createFront({
    baseUrl: baseUrl(),
    proxies: 0,
    timeZone: env.CORNERSTONE_TIME_ZONE,
    uploadMaxMib: 1,
    apiRates,
    isDevelopment: false,
    report: (line) => console.error(line),
  });
  await once(front.server.listen(0, '127.0.0.1'), 'listening');
  front.serve({
    handler: (request, response) => answer(folders, request, response),
    databaseUrl: env.DATABASE_URL ?? '',
    migrations: [],
  });
  const { port } = front.server.address() as AddressInfo; // it listens on a port, not on a pipe
  const url = `http://127.0.0.1:${port}`;
  return { url, read: (path, init) => fetch(`${url}${path}`, init), stop: () => front.close(0) };
}

async function answer(
  folders: ReadonlyMap<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await requestOf(request);
  const segments = new URL(asked.url).pathname
    .slice(apiRoot.length + 1)
    .split('/')
    .filter(Boolean);
  const [found] = [...folders].flatMap(([folder, file]) => {
    const params = paramsOf(folder.split('/').filter(Boolean), segments);
    return params ? [{ file, params }] : [];
  });
  const loaded: unknown = found ? await import(/* @vite-ignore */ found.file) : null;
  const handler = handlers.parse(loaded)[asked.method];
  if (!found || typeof handler !== 'function') throw new Error(`No handler for ${asked.method} ${asked.url}`);
  const answered = await (handler as RouteHandler)(asked, { params: Promise.resolve(found.params) });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

const handlers = z.record(z.string(), z.unknown());

function paramsOf(folder: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (folder.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of folder.entries()) {
    const segment = decodeURIComponent(segments[index] ?? '');
    const [, name] = /^\[(\w+)\]$/.exec(part) ?? [];
    if (name) params[name] = segment;
    else if (part !== segment) return null;
  }
  return params;
}

async function requestOf(request: IncomingMessage): Promise<Request> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(`${baseUrl()}${request.url ?? ''}`, {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
    ...(hasBody && { body: await buffer(request) }),
  });
}
