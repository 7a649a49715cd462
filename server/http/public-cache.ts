import type { IncomingMessage, ServerResponse } from 'node:http';
import { KeptResponse } from './kept-response';
import type { Rendered } from './render';

export interface PublicCacheOptions {
  /** Makes the answer for a key. A throw or a status of 500 and above counts as a failure. */
  readonly render: (key: string) => Promise<Rendered>;
  readonly cacheControl: string;
  /** True for files of the build, which no change of the record makes old. */
  readonly isForEver?: boolean;
  readonly maxBytes?: number;
  readonly now?: () => number;
}

interface Entry {
  readonly response: KeptResponse;
  /** The state of the record that the answer shows. */
  readonly era: number;
  readonly storedAt: number;
  bytes: number;
  /** After a failed renewal the old answer is given until then without trying again. */
  trustedUntil: number;
}

const notFoundKeptMs = 10_000;
const pauseAfterFailureMs = 2_000;

/**
 * Keeps whole answers until the record changes. One answer per key is made at a time, whoever waits for it. When a new
 * one cannot be made, the last good one is given and says so.
 */
export class PublicCache {
  readonly #options: PublicCacheOptions;
  readonly #maxBytes: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #beingMade = new Map<string, { era: number; entry: Promise<Entry> }>();
  #bytes = 0;
  #era = 0;
  /** Set while it is not known whether the record has changed. */
  isUncertain = false;

  constructor(options: PublicCacheOptions) {
    this.#options = options;
    this.#maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
    this.#now = options.now ?? Date.now;
  }

  /** The record has changed, or the day: every answer is made anew before it is given again. */
  startNewEra(): void {
    this.#era += 1;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @throws what `render` throws, when there is no older answer to give instead. */
  async answer(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const kept = this.#entries.get(key);
    if (kept && this.#isFresh(kept)) {
      this.#markUsed(key, kept);
      return kept.response.send(request, response, this.#warning(kept));
    }
    try {
      const { response: made } = await this.#make(key);
      return await made.send(request, response);
    } catch (error) {
      if (kept?.response.status !== 200 || response.headersSent) throw error;
      kept.trustedUntil = this.#now() + pauseAfterFailureMs;
      return kept.response.send(request, response, staleness(kept, this.#now(), 111));
    }
  }

  #warning(entry: Entry): { age: string; warning: string } | undefined {
    if (this.#options.isForEver) return undefined;
    if (entry.era !== this.#era) return staleness(entry, this.#now(), 111);
    return this.isUncertain ? staleness(entry, this.#now(), 110) : undefined;
  }

  #isFresh(entry: Entry): boolean {
    const now = this.#now();
    if (now < entry.trustedUntil) return true;
    if (entry.era !== this.#era && !this.#options.isForEver) return false;
    return entry.response.status === 200 || now - entry.storedAt < notFoundKeptMs;
  }

  /** Joins the making of the same answer only when it began after the last change: an older one may show the old state. */
  #make(key: string): Promise<Entry> {
    const current = this.#beingMade.get(key);
    if (current?.era === this.#era) return current.entry;

    const making = { era: this.#era, entry: this.#renderAndKeep(key, this.#era) };
    this.#beingMade.set(key, making);
    const forget = () => {
      if (this.#beingMade.get(key) === making) this.#beingMade.delete(key);
    };
    making.entry.then(forget, forget);
    return making.entry;
  }

  async #renderAndKeep(key: string, era: number): Promise<Entry> {
    const rendered = await this.#options.render(key);
    if (rendered.status >= 500) throw new FailedPage(rendered);
    // What is not there may come: no browser may keep its absence for ever.
    const mayLast = !this.#options.isForEver || rendered.status === 200;
    const entry: Entry = {
      response: new KeptResponse(rendered, mayLast ? this.#options.cacheControl : 'no-store', (bytes) =>
        this.#grow(key, entry, bytes),
      ),
      era,
      storedAt: this.#now(),
      bytes: 0,
      trustedUntil: 0,
    };
    const isKept = rendered.status === 200 || (rendered.status === 404 && !this.#options.isForEver);
    if (isKept && era === this.#era && entry.response.bytes < this.#maxBytes / 4) this.#keep(key, entry);
    return entry;
  }

  #keep(key: string, entry: Entry): void {
    this.#forget(key);
    this.#entries.set(key, entry);
    const overhead = 1024;
    this.#grow(key, entry, entry.response.bytes + key.length + overhead);
  }

  #grow(key: string, entry: Entry, bytes: number): void {
    if (this.#entries.get(key) !== entry) return;
    entry.bytes += bytes;
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  /** A map lists its keys in the order in which they were set: the first is the one not used for longest. */
  #markUsed(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }
}

/** The page could not be made; what was made instead says so to the reader. */
export class FailedPage extends Error {
  override readonly name = 'FailedPage';
  constructor(readonly rendered: Rendered) {
    super(`The page answered ${rendered.status}.`);
  }
}

function staleness({ storedAt }: Entry, now: number, code: 110 | 111): { age: string; warning: string } {
  const says = code === 110 ? 'Response is Stale' : 'Revalidation Failed';
  return { age: String(Math.max(0, Math.floor((now - storedAt) / 1000))), warning: `${code} - "${says}"` };
}
