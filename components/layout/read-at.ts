import { cache } from 'react';
import { now, type Past } from '@/domain/past';

/** One for each page that is being drawn; in the browser and in tests, where no page is drawn, always now. */
const page = cache((): { past: Past } => ({ past: now }));

/** The day that the page being drawn is read at. Links ask it, so that no component in between hands it down. */
export const readAt = (): Past => page().past;

/** Layout and page are drawn side by side, so each says it before its own parts are drawn. */
export function drawAt(past: Past): void {
  page().past = past;
}
