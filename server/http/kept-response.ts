import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { joinInlineScripts, policyFor, policyOfFiles } from './content-security-policy';
import { chooseEncoding, compress, type Encoding, isCompressible } from './encodings';
import { etagOf } from './etag';
import type { Rendered } from './render';
import { securityHeaders } from './security-headers';

/** What of a rendered answer's own headers is for readers; the rest speaks of the request or of Next's own cache. */
const headersKept = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-type',
  'content-language',
  'content-disposition',
  'last-modified',
  'link',
  'location',
  'x-robots-tag',
];

/** One whole answer, the same for everyone, with its compressed forms as they are first asked for. */
export class KeptResponse {
  readonly status: number;
  /** Strong where the answer brings its own: then each encoding has a name of its own. */
  readonly #etag: string;
  readonly #headers: OutgoingHttpHeaders;
  readonly #bodies: { identity: Buffer; br?: Promise<Buffer>; gzip?: Promise<Buffer> };
  readonly #isCompressible: boolean;
  readonly #grew: (bytes: number) => void;

  /** `grew` is told the bytes of each compressed form when it is made. */
  constructor(rendered: Rendered, cacheControl: string, grew: (bytes: number) => void) {
    const contentType = rendered.headers['content-type'];
    const isHtml = typeof contentType === 'string' && contentType.startsWith('text/html');
    const html = isHtml ? joinInlineScripts(rendered.body.toString('utf8')) : '';
    const body = isHtml ? Buffer.from(html) : rendered.body;

    this.status = rendered.status;
    this.#grew = grew;
    this.#bodies = { identity: body };
    this.#isCompressible = isCompressible(typeof contentType === 'string' ? contentType : undefined, body.length);
    // Weak: the same answer in every encoding.
    this.#etag = String(rendered.headers.etag ?? `W/${etagOf(body)}`);
    this.#headers = {
      ...securityHeaders,
      'content-security-policy': isHtml
        ? policyFor(html)
        : String(rendered.headers['content-security-policy'] ?? policyOfFiles),
      'cache-control': cacheControl,
      vary: 'Accept-Encoding',
    };
    for (const name of headersKept)
      if (rendered.headers[name] !== undefined) this.#headers[name] = rendered.headers[name];
  }

  get bytes(): number {
    return this.#bodies.identity.length;
  }

  async send(request: IncomingMessage, response: ServerResponse, more: OutgoingHttpHeaders = {}): Promise<void> {
    const headers: OutgoingHttpHeaders = { ...this.#headers, ...more };
    const encoding = this.#isCompressible ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    if (this.status === 200) {
      headers.etag = inEncoding(this.#etag, encoding);
      if (isKnown(request.headers, this.#etag, this.#headers['last-modified'])) {
        response.writeHead(304, headers).end();
        return;
      }
    }
    const body = await this.#bodyIn(encoding);
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    headers['content-length'] = body.length;
    response.writeHead(this.status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #bodyIn(encoding: Encoding): Promise<Buffer> | Buffer {
    if (encoding === 'identity') return this.#bodies.identity;
    return (this.#bodies[encoding] ??= compress(this.#bodies.identity, encoding).then((body) => {
      this.#grew(body.length);
      return body;
    }));
  }
}

/** A strong name is of the very bytes sent: `"abc"` is `"abc.br"` where they are compressed. */
const inEncoding = (etag: string, encoding: Encoding) =>
  etag.startsWith('W/') || encoding === 'identity' ? etag : `${etag.slice(0, -1)}.${encoding}"`;

/** Whether who asks has this answer, in whatever encoding: by its name, or, for who knows none, by when it was changed. */
function isKnown(
  { 'if-none-match': names, 'if-modified-since': since }: IncomingHttpHeaders,
  etag: string,
  changedAt: unknown,
): boolean {
  if (names) {
    const plain = (tag: string) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/\.(br|gzip)"$/, '"');
    return names.trim() === '*' || names.split(',').some((tag) => plain(tag) === plain(etag));
  }
  return typeof changedAt === 'string' && since !== undefined && Date.parse(since) >= Date.parse(changedAt);
}
