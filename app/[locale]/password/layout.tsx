import type { ReactNode } from 'react';
import { DoorLayout } from '@/components/people/door-layout';
import { readOperator } from '@/server/operator';

// Asks the database whether the link still works.
export const dynamic = 'force-dynamic';

export default function PasswordLayout({ children }: { readonly children: ReactNode }) {
  return <DoorLayout operator={readOperator()}>{children}</DoorLayout>;
}
