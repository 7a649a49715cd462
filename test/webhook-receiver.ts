import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly id: string;
  readonly path: string;
  readonly body: string;
  /** Verified with the secret of the receiver, as its programs would. */
  readonly message: unknown;
}

/** The other side of a webhook: checks what it gets and answers as it is told to. */
export async function startReceiver() {
  const received: Received[] = [];
  const unverified: string[] = [];
  let secret = '';
  let answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      try {
        const message = new Webhook(secret).verify(body, headers);
        received.push({ id: headers['webhook-id'] ?? '', path: request.url ?? '', body, message });
      } catch (error) {
        unverified.push(String(error));
      }
      answer(response);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    unverified,
    expects: (key: string) => (secret = key),
    answers: (how: typeof answer) => (answer = how),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
