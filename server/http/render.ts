import { IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Rendered {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Has a page made that belongs to no reader: the request carries nothing of whoever asked first (no cookie, no language,
 * no forwarded name), so its answer can be given to everyone. It ends even when that reader goes away.
 */
export function render(
  handler: Handler,
  url: string,
  baseUrl: string,
  patienceMs: number,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<Rendered> {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.url = url;
  const { host, protocol } = new URL(baseUrl);
  request.headers = {
    host,
    accept: 'text/html,*/*',
    // Next sends what belongs in the head late, in whichever order it is ready, to whoever gives no name (`htmlLimitedBots`
    // in next.config.ts); the same page would then not be the same bytes.
    'user-agent': 'cornerstone',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
  request.push(null);

  return new Promise((resolve, reject) => {
    const response = new CollectedResponse(request, resolve);
    const giveUp = setTimeout(() => {
      reject(new Error(`The page ${url} was not ready after ${patienceMs / 1000} seconds.`));
      response.abandon();
    }, patienceMs);
    response.once('close', () => clearTimeout(giveUp));
    // Called in a promise, so that a handler that throws at once is a failed page too.
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => {
        clearTimeout(giveUp);
        reject(error);
      });
  });
}

type Done = (error?: Error | null) => void;

/** A response without a connection: it keeps what is written to it. */
class CollectedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #finish: (rendered: Rendered) => void;
  #isClosed = false;

  constructor(request: IncomingMessage, finish: (rendered: Rendered) => void) {
    super(request);
    this.#finish = finish;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, encoding?: BufferEncoding | Done, done?: Done): boolean {
    this.#keep(chunk, encoding);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | Done, done?: Done): this {
    if (this.#isClosed) return this;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.#keep(chunk, encoding);
    const callback = [chunk, encoding, done].find((given) => typeof given === 'function');
    this.#isClosed = true;
    this.finished = true;
    this.#finish({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
    process.nextTick(() => {
      this.emit('finish');
      this.emit('close');
      callback?.();
    });
    return this;
  }

  /** Headers given here are set like any other: nothing is sent, so nothing is ever too late. */
  override writeHead(
    status: number,
    ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
  ): this {
    this.statusCode = status;
    const headers = rest.find((given) => given !== null && typeof given === 'object');
    if (Array.isArray(headers)) throw new TypeError('Headers as a list are not used here.');
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  /** Tells the page's work that nobody waits any more. */
  abandon(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('close');
  }

  #keep(chunk: unknown, encoding: BufferEncoding | Done | undefined): void {
    if (typeof chunk === 'string')
      this.#chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'));
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
    else throw new TypeError('Only text and bytes can be written to a response.');
  }
}
