import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { joinInlineScripts, policyFor, policyOfFiles } from './content-security-policy';
import { chooseEncoding, compressNow, isCompressible } from './encodings';
import type { PageStatus } from './page-status';
import { securityHeaders } from './security-headers';

/** By this header a route says how long its file is. */
const knownLength = 'cornerstone-bytes';

/**
 * Puts the security headers on an answer that is not kept. A page is held back until it is whole, because its policy
 * names the scripts in it and its status may be its own; everything else goes straight through, at the reader's speed.
 */
export function guardPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: PageStatus,
  { isDevelopment = false } = {},
): void {
  const send = {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  const chunks: Buffer[] = [];
  let isPage: boolean | null = null;
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);

  /** What an answer is shows when its first byte or its end is written. */
  function decide(): boolean {
    if (isPage !== null) return isPage;
    isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    if (!isPage) {
      // Next takes away what a route says of its length; with it a reader sees how far a file is, and that it was cut.
      const bytes = response.getHeader(knownLength);
      if (bytes !== undefined) response.setHeader('content-length', bytes);
      if (!response.hasHeader('content-security-policy')) response.setHeader('content-security-policy', policyOfFiles);
      restore();
    }
    return isPage;
  }

  function restore(): void {
    Object.assign(response, send);
  }

  function sendPage(): void {
    restore();
    const written = Buffer.concat(chunks);
    const isWhole = request.method !== 'HEAD';
    const html = joinInlineScripts(written.toString('utf8'));
    const body = isWhole ? Buffer.from(html) : written;
    const encoding =
      isWhole && isCompressible('text/html', body.length)
        ? chooseEncoding(request.headers['accept-encoding'])
        : 'identity';
    const sent = encoding === 'identity' ? body : compressNow(body, encoding);

    if (page.status !== null && response.statusCode === 200) response.statusCode = page.status;
    response.setHeader('content-security-policy', policyFor(html, { isDevelopment }));
    response.setHeader('cache-control', 'no-store');
    response.setHeader('vary', 'Accept-Encoding');
    response.removeHeader('etag');
    response.removeHeader('transfer-encoding');
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
    if (isWhole) response.setHeader('content-length', sent.length);
    send.end(sent);
  }

  response.writeHead = (
    status: number,
    ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
  ) => {
    const headers = rest.find((given) => given !== null && typeof given === 'object');
    if (headers && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    }
    response.statusCode = status;
    return decide() ? response : send.writeHead(status);
  };
  response.flushHeaders = () => {
    if (!decide()) send.flushHeaders();
  };
  // The overloads of write and end cannot be told apart in one signature; what is not for us is passed on untouched.
  response.write = ((...given: Parameters<typeof send.write>) => {
    if (!decide()) return send.write(...given);
    keep(chunks, given[0]);
    given.find((each) => typeof each === 'function')?.(null);
    return true;
  }) as typeof response.write;
  response.end = ((...given: unknown[]) => {
    if (!decide()) return (send.end as (...all: unknown[]) => ServerResponse)(...given);
    if (given[0] !== undefined && given[0] !== null && typeof given[0] !== 'function') keep(chunks, given[0]);
    const done = given.find((each) => typeof each === 'function');
    if (typeof done === 'function') response.once('finish', () => done());
    sendPage();
    return response;
  }) as typeof response.end;
}

function keep(chunks: Buffer[], chunk: unknown): void {
  if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
  else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
}
