import { createServer } from 'node:http';
import { nextPages } from './serve';

export interface PrivatePages {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the pages of the database in force to this process alone, on a port of the loopback address. */
export async function servePrivately(): Promise<PrivatePages> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const app = await nextPages(server, { isDevelopment: false, port });
  const handler = app.getRequestHandler();
  server.on('request', (request, response) => void handler(request, response).catch(() => response.destroy()));
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
    },
  };
}
