'use client'; // forgets what is kept in this browser

import type { ReactNode } from 'react';
import { forgetAllLocalDrafts } from './local-drafts';

/** Around the sign-out button: what was typed and not sent does not stay behind on a shared computer. */
export function SignOutForm({
  action,
  children,
}: {
  readonly action: () => Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <form action={action} onSubmit={forgetAllLocalDrafts}>
      {children}
    </form>
  );
}
