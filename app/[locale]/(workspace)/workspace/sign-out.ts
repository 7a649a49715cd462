'use server';

import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { signOut } from '@/server/session';

export async function signOutHere(): Promise<void> {
  await signOut();
  redirect(`/${await getLocale()}/sign-in`);
}
