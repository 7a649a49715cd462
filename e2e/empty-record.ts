import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Service, startService } from '../tools/service';

export interface EmptyRecord {
  readonly baseURL: string;
  /** The printed one-time link, as the operator reads it. */
  readonly setUpLink: string;
  readonly end: () => Promise<void>;
}

/** A service of its own on a new and empty record, from the production build, as an operator starts it. */
export async function startEmptyRecord(): Promise<EmptyRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-empty-'));
  // Run by root, the database runs under another account, which must reach its data in here.
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const service = await startService({
    checkout: fileURLToPath(new URL('..', import.meta.url)),
    settings: {
      CORNERSTONE_STARTER: 'none',
      CORNERSTONE_DATA_DIR: join(folder, 'data'),
      CORNERSTONE_BUILD_DIR: process.env.CORNERSTONE_BUILD_DIR,
    },
  }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const setUpLink = linkIn(service);
  return {
    baseURL: new URL(setUpLink).origin,
    setUpLink,
    end: async () => {
      await service.end();
      remove();
    },
  };
}

function linkIn(service: Service): string {
  const [link] = /https?:\/\/\S+\/set-up\/\S+/.exec(service.said()) ?? [];
  if (!link) throw new Error(`No link for the first administrator was printed:\n${service.said()}`);
  return link;
}
