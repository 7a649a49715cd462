import type { ReactNode } from 'react';
import { DoorLayout } from '@/components/people/door-layout';

// Asks the database who is there already.
export const dynamic = 'force-dynamic';

export default function SignInLayout({ children }: { readonly children: ReactNode }) {
  return <DoorLayout>{children}</DoorLayout>;
}
