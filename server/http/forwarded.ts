import type { IncomingMessage } from 'node:http';

export interface Proxies {
  /** How many proxies of the operator's own stand in front. */
  readonly count: number;
  readonly baseUrl: string;
}

const saidByAnyone = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
];

/**
 * Leaves one forwarded address, which can be believed: the reader's own as our outermost proxy saw it. Anything else in
 * these headers could have been written by the reader.
 */
export function believeOnlyOurProxies(request: IncomingMessage, { count, baseUrl }: Proxies): void {
  const { headers } = request;
  const address = addressOf(request, count);
  for (const name of saidByAnyone) delete headers[name];
  headers['x-forwarded-for'] = address;

  const { protocol, host } = new URL(baseUrl);
  headers['x-forwarded-proto'] = protocol.replace(':', '');
  // A proxy often asks under its own name; the pages must see the name that readers typed.
  if (count > 0) headers['x-forwarded-host'] = host;
}

/** The reader's own address, as our outermost proxy saw it. */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const seen = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim());
  const told = proxies > 0 ? seen[seen.length - proxies] : undefined;
  return told || socket.remoteAddress || 'unknown';
}
