import type { Server } from 'node:http';
import { apiRates } from '@/server/api/rates';
import { Explained } from '@/server/embedded/explained';
import type { Migration } from '@/server/embedded/migrate';
import { baseUrl, env } from '@/server/env';
import { createFront, type Front } from '@/server/http/front';
import { programFolder, say } from './command';
import { leaveTypeScript } from './typescript.mjs';

/** Opens the port first: a port that is taken is found before the long work, and /health tells how far the start is. */
export async function openFront(isDevelopment: boolean): Promise<Front> {
  const front = createFront({
    baseUrl: baseUrl(),
    proxies: env.CORNERSTONE_PROXIES,
    timeZone: env.CORNERSTONE_TIME_ZONE,
    uploadMaxMib: env.CORNERSTONE_UPLOAD_MAX_MIB,
    importMaxMib: env.CORNERSTONE_IMPORT_MAX_MIB,
    apiRates: apiRates(),
    isDevelopment,
    report: say,
  });
  const { PORT, CORNERSTONE_HOST } = env;
  await new Promise<void>((resolve, reject) => {
    front.server.once('error', (error) =>
      reject(new Explained(`Port ${PORT} cannot be used: ${error.message}. Name another in PORT.`)),
    );
    front.server.listen(PORT, CORNERSTONE_HOST, resolve);
  });
  return front;
}

export interface Serving {
  readonly front: Front;
  readonly isDevelopment: boolean;
  readonly databaseUrl: string;
  readonly migrations: readonly Migration[];
}

export async function servePages({ front, isDevelopment, databaseUrl, migrations }: Serving): Promise<void> {
  const app = await nextPages(front.server, { isDevelopment, port: env.PORT });
  front.serve({ handler: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), databaseUrl, migrations });
}

/** The application behind the pages, ready to answer. Nothing written in TypeScript can be loaded any more after it. */
export async function nextPages(
  httpServer: Server,
  { isDevelopment, port }: { readonly isDevelopment: boolean; readonly port: number },
) {
  await leaveTypeScript();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  // Uploaded files are rewritten by a process of their own, which the built pages could not find otherwise.
  process.env.CORNERSTONE_PROGRAM_FOLDER = programFolder;
  // Imported only now: it reads the environment as it is loaded, and the other commands need none of it.
  const { default: next } = await import('next');
  const app = next({ dev: isDevelopment, dir: programFolder, hostname: 'localhost', port, httpServer });
  await app.prepare();
  return app;
}
