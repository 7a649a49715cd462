import http from 'node:http';
import https from 'node:https';
import { Webhook } from 'standardwebhooks';
import type { DeliveryFailure } from '@/domain/webhook';
import { resolveAddress } from './public-address';

export interface Message {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

export interface SendOptions {
  readonly mayBePrivate: boolean;
  readonly patienceMs: number;
  /** Aborted when the service stops. */
  readonly stop: AbortSignal;
}

export interface Sent {
  readonly status: number | null;
  /** Null: it was taken. */
  readonly failure: DeliveryFailure | null;
}

const failed = (failure: DeliveryFailure, status: number | null = null): Sent => ({ status, failure });

/** Sends a message once, signed. A 2xx is taken; a redirect is not followed, for it would lead past every check. */
export async function send(message: Message, { mayBePrivate, patienceMs, stop }: SendOptions): Promise<Sent> {
  const url = new URL(message.url);
  if (url.protocol !== 'https:' && !mayBePrivate) return failed('not-secure');
  const resolved = await resolveAddress(url.hostname, mayBePrivate);
  if (!resolved.ok) return failed(resolved.because);
  const { address, family } = resolved;
  const at = new Date();
  const body = Buffer.from(message.body);
  const options: https.RequestOptions = {
    method: 'POST',
    // Connected to what was checked, under the name that was asked for.
    lookup: (_host, asked, done) =>
      typeof asked === 'object' && asked.all
        ? (done as unknown as (error: null, all: { address: string; family: number }[]) => void)(null, [
            { address, family },
          ])
        : done(null, address, family),
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'Cornerstone-Webhooks/1',
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(message.secret).sign(message.id, at, message.body),
    },
    agent: false,
    signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      const status = response.statusCode ?? 0;
      // What it says is not looked at: only whether it took the message.
      response.destroy();
      if (status >= 200 && status < 300) resolve({ status, failure: null });
      else resolve(failed(status >= 300 && status < 400 ? 'redirected' : 'refused', status));
    });
    request.on('error', (error) => {
      if (stop.aborted) resolve(failed('stopped'));
      else resolve(failed(error.name === 'TimeoutError' || isTimeout(error) ? 'too-slow' : 'not-reached'));
    });
    request.end(body);
  });
}

const isTimeout = (error: Error) =>
  error.name === 'AbortError' && (error.cause as Error | undefined)?.name === 'TimeoutError';
