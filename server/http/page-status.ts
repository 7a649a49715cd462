import { AsyncLocalStorage } from 'node:async_hooks';

/** What one page under way says of its own status; the front reads it when the page is whole. */
export interface PageStatus {
  status: number | null;
}

// The pages are bundled apart from the front that serves them, in the same process: each has its own copy of this module.
const kept = globalThis as { cornerstonePageStatus?: AsyncLocalStorage<PageStatus> };
const underWay = (kept.cornerstonePageStatus ??= new AsyncLocalStorage<PageStatus>());

/** Makes a page that may say its status. */
export const withPageStatus = <Value>(page: PageStatus, make: () => Value): Value => underWay.run(page, make);

/**
 * Gives the page being made another status than 200, and leaves its words as they are. Next knows of a 403 only as a page
 * that it draws in the browser: a reader without JavaScript would get nothing.
 */
export function answerWithStatus(status: number): void {
  const page = underWay.getStore();
  if (page) page.status = status;
}
