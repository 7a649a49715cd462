import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiRefusal } from '@/domain/api/problem';
import type { Rates } from '@/domain/api/rates';
import { isApiAddress } from '@/domain/api/routes';
import { uploadAddress } from '@/domain/evidence/upload';
import { type Address, kindOf, readAddress } from './addresses';
import { apiDoor, refuseInApi } from './api-door';
import { watchDay } from './day';
import { believeOnlyOurProxies } from './forwarded';
import { KeptResponse } from './kept-response';
import { guardPage } from './page-guard';
import { type PageStatus, withPageStatus } from './page-status';
import { answerPlainly } from './plain-answers';
import { FailedPage, PublicCache } from './public-cache';
import { makeQueue, Overloaded } from './queue';
import { countQuestions } from './rates';
import { watchRecordHead } from './record-head';
import { checkReadiness } from './readiness';
import { withReadableAbsence } from './readable-absence';
import { type Handler, render } from './render';
import type { Migration } from '../embedded/migrate';

export interface FrontOptions {
  readonly baseUrl: string;
  readonly proxies: number;
  readonly timeZone: string;
  /** Largest file that is taken in as evidence. */
  readonly uploadMaxMib: number;
  readonly apiRates: Rates;
  readonly isDevelopment: boolean;
  readonly report: (line: string) => void;
}

export interface Pages {
  readonly handler: Handler;
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly databaseUrl: string;
  readonly migrations: readonly Migration[];
}

export interface Front {
  readonly server: Server;
  /** From now on pages are served; before, every address says that the service is starting. */
  serve(pages: Pages): void;
  /** Takes no new requests and lets those under way end, for at most this long. */
  close(patienceMs: number): Promise<void>;
}

/** Forms of the workspace are text; files are taken in at one address. */
const longestTextMib = 2;
/** Beside a file, its form sends the words that go with it. */
const wordsBesideFileMib = 1;
const renderPatienceMs = 30_000;
const untilItChanges = 'public, max-age=0, s-maxage=2, must-revalidate';
/** Asked for anew each time, if only to hear that nothing changed: what is left of a limit is each reader's own. */
const askedAnew = 'public, max-age=0, must-revalidate';
const tooBusy = { kind: 'too-busy', values: { seconds: 2 }, more: { retryAfterSeconds: 2 } } as const;
const archiveAddress = '/data/cornerstone.zip';

/** The one HTTP server: it keeps public pages, puts the security headers on everything, and tells how the service is. */
export function createFront(options: FrontOptions): Front {
  const server = createServer({
    headersTimeout: 15_000,
    // A file on a weak line takes its time; what may be sent is bounded, and its head comes within seconds.
    requestTimeout: 300_000,
    keepAliveTimeout: 75_000,
    maxHeaderSize: 16_384,
  });
  // A reader who takes nothing for two minutes has gone. A page under development keeps a silent socket open.
  if (!options.isDevelopment) server.setTimeout(120_000);

  const passApiDoor = apiDoor({ ...options, count: countQuestions(options.apiRates) });
  let closed: Promise<void> | null = null;
  let stopWatching: () => Promise<unknown> = async () => {};
  let readiness: ReturnType<typeof checkReadiness> | null = null;
  let answer: (request: IncomingMessage, response: ServerResponse, address: Address) => Promise<void> = async (
    _,
    response,
  ) => answerPlainly(response, 503, 'The record is starting. Please try again in a moment.', { 'retry-after': '5' });

  server.on('request', (request, response) => {
    const address = readAddress(request.url);
    if (!address) return answerPlainly(response, 400, 'This is not an address of this service.');
    if (address.pathname === '/health/live') return answerPlainly(response, 200, 'live');
    if (address.pathname === '/health/ready') return void answerReadiness(response);
    answer(request, response, address).catch((error: unknown) => answerFailure(request, response, error));
  });

  return {
    server,
    serve(pages) {
      readiness = checkReadiness(pages.databaseUrl, pages.migrations);
      if (pages.upgrade) server.on('upgrade', pages.upgrade);
      if (options.isDevelopment) {
        answer = async (request, response, address) => {
          if (kindOf(address.pathname) === 'api' && !(await passApiDoor(request, response, address))) return;
          return pass(request, response, pages.handler);
        };
      } else {
        const kept = keepPages(pages, options);
        answer = kept.answer;
        stopWatching = kept.stop;
      }
    },
    close: (patienceMs) => (closed ??= close(patienceMs)),
  };

  async function close(patienceMs: number): Promise<void> {
    const ended = new Promise((resolve) => server.close(resolve));
    // A browser keeps its connection open when its answer is complete; there are no more answers on it.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
    await ended;
    clearInterval(idle);
    clearTimeout(cutOff);
    await Promise.all([stopWatching(), readiness?.stop()]);
  }

  async function answerReadiness(response: ServerResponse): Promise<void> {
    const found = (await readiness?.check()) ?? { isReady: false, reason: 'the service is starting' };
    if (found.isReady) answerPlainly(response, 200, 'ready');
    else answerPlainly(response, 503, `not ready: ${found.reason}`);
  }

  function answerFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (response.headersSent) return void response.destroy();
    const isInApi = isApiAddress(readAddress(request.url)?.pathname ?? '');
    if (error instanceof FailedPage && !isInApi) {
      const page = new KeptResponse(error.rendered, 'no-store', () => {});
      return void page.send(request, response).catch(() => response.destroy());
    }
    if (error instanceof Overloaded) {
      if (isInApi) return refuseInApi(response, tooBusy, options.baseUrl, { 'retry-after': '2' });
      return answerPlainly(response, 503, 'Very many pages are being asked for. Please try again in a moment.', {
        'retry-after': '2',
      });
    }
    options.report(
      `A page failed (${request.method} ${request.url}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    if (isInApi) return refuseInApi(response, { kind: 'not-made' }, options.baseUrl);
    answerPlainly(response, 500, 'This page could not be made. Please try again in a moment.');
  }

  async function pass(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
    believeOnlyOurProxies(request, { count: options.proxies, baseUrl: options.baseUrl });
    const page: PageStatus = { status: null };
    guardPage(request, response, page, options);
    await withPageStatus(page, () => handler(request, response));
  }

  function keepPages({ handler, databaseUrl }: Pages, { baseUrl, timeZone, uploadMaxMib }: FrontOptions) {
    const inTurn = makeQueue({ atOnce: 6, waiting: 500 });
    const draw = (url: string) => render(handler, url, baseUrl, renderPatienceMs);
    const make = (url: string) => inTurn(async () => withReadableAbsence(url, await draw(url), draw));
    const pages = new PublicCache({ render: make, cacheControl: untilItChanges });
    // Programs that walk through every answer neither push the pages out of memory nor wait in their line.
    const inTurnOfApi = makeQueue({ atOnce: 3, waiting: 200 });
    const answers = new PublicCache({ render: (url) => inTurnOfApi(() => draw(url)), cacheControl: askedAnew });
    const assets = new PublicCache({ render: make, cacheControl: 'public, max-age=3600', isForEver: true });
    const buildFiles = new PublicCache({
      render: make,
      cacheControl: 'public, max-age=31536000, immutable',
      isForEver: true,
    });

    const evidence = new PublicCache({
      render: make,
      cacheControl: 'public, max-age=31536000, immutable',
      isForEver: true,
    });

    const ofTheRecord = [pages, answers];
    const startNewEra = () => ofTheRecord.forEach((kept) => kept.startNewEra());
    const onSight = (sees: boolean) => ofTheRecord.forEach((kept) => (kept.isUncertain = !sees));
    const head = watchRecordHead({ databaseUrl, onMove: startNewEra, onSight });
    // The archive of everything is made anew each night: asking for its head has it made, and waits for nothing.
    const makeArchive = () =>
      render(handler, archiveAddress, baseUrl, renderPatienceMs, 'HEAD').catch((error: unknown) =>
        options.report(`The nightly archive could not be begun: ${String(error)}`),
      );
    const stopDay = watchDay(timeZone, () => {
      startNewEra();
      void makeArchive();
    });

    return {
      async answer(request: IncomingMessage, response: ServerResponse, address: Address): Promise<void> {
        const kind = kindOf(address.pathname);
        if (kind === 'other') {
          const longestMib = address.pathname === uploadAddress ? uploadMaxMib + wordsBesideFileMib : longestTextMib;
          const refused = refuseBody(request, longestMib);
          if (refused) return answerPlainly(response, refused.status, refused.says);
          return pass(request, response, handler);
        }
        if (kind === 'api') {
          const route = await passApiDoor(request, response, address);
          if (!route) return;
          if (route.access === 'anyone') return answers.answer(address.key, request, response);
          const refused = refuseBody(request, longestTextMib);
          if (refused) return refuseInApi(response, refused.refusal, baseUrl);
          delete request.headers.cookie;
          return pass(request, response, handler);
        }
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          return answerPlainly(response, 405, 'This address can only be read.', { allow: 'GET, HEAD' });
        }
        if (kind === 'page' && isForRouter(request)) {
          delete request.headers.cookie;
          return inTurn(() => pass(request, response, handler));
        }
        if (kind === 'page') return pages.answer(address.key, request, response);
        if (kind === 'evidence') return evidence.answer(address.pathname, request, response);
        const files = address.pathname.startsWith('/_next/') ? buildFiles : assets;
        return files.answer(address.pathname, request, response);
      },
      async stop() {
        stopDay();
        await head.stop();
      },
    };
  }
}

/** Next's own router asks for a page's data instead of the page, and says so in headers. */
function isForRouter({ headers, url }: IncomingMessage): boolean {
  return headers.rsc !== undefined || headers['next-router-prefetch'] !== undefined || /[?&]_rsc=/.test(url ?? '');
}

function refuseBody(
  { headers }: IncomingMessage,
  longestMib: number,
): { readonly status: number; readonly says: string; readonly refusal: ApiRefusal } | null {
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, says: 'Say how long the body is.', refusal: { kind: 'no-length' } };
  if (Number(headers['content-length'] ?? 0) > longestMib * 1024 * 1024)
    return {
      status: 413,
      says: `This is more than ${longestMib} MiB. Nothing was taken in; go back and send less.`,
      refusal: { kind: 'too-long', values: { longest: longestMib } },
    };
  return null;
}
