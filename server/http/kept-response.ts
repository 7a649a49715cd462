import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { joinInlineScripts, policyFor, policyOfFiles } from './content-security-policy';
import { chooseEncoding, compress, type Encoding, isCompressible } from './encodings';
import type { Rendered } from './render';
import { securityHeaders } from './security-headers';

/** What of a rendered answer's own headers is for readers; the rest speaks of the request or of Next's own cache. */
const headersKept = ['content-type', 'content-language', 'content-disposition', 'link', 'location', 'x-robots-tag'];

/** One whole answer, the same for everyone, with its compressed forms as they are first asked for. */
export class KeptResponse {
  readonly status: number;
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
    this.#etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
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
    if (this.status === 200) {
      headers.etag = this.#etag;
      if (isKnown(request.headers['if-none-match'], this.#etag)) {
        response.writeHead(304, headers).end();
        return;
      }
    }
    const encoding = this.#isCompressible ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
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

function isKnown(asked: string | undefined, etag: string): boolean {
  if (!asked) return false;
  const withoutWeakness = (tag: string) => tag.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((tag) => withoutWeakness(tag) === withoutWeakness(etag));
}
