import type { ReactNode } from 'react';
import { DoorLayout } from '@/components/people/door-layout';
import { readOperator } from '@/server/operator';

// Asks the database who is there already.
export const dynamic = 'force-dynamic';

export default function SignInLayout({ children }: { readonly children: ReactNode }) {
  return <DoorLayout operator={readOperator()}>{children}</DoorLayout>;
}
