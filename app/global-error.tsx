'use client';

import { Page } from '@/components/layout/page';
import './global.css';

/**
 * Stands in for the root layout when that fails. Its words are here and not in the messages: this file is part of every
 * page, and the messages are not.
 */
export default function SiteFailed({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main>
          <Page>
            <h1>This page could not be shown</h1>
            <p>Something went wrong on our side. The record itself is safe. Please try again in a moment.</p>
            {error.digest && <p>If you write to us about it, give this number: {error.digest}</p>}
            <button type="button" onClick={reset}>
              Try again
            </button>
          </Page>
        </main>
      </body>
    </html>
  );
}
