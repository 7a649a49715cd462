'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { returnPath } from '@/server/auth/return-path';
import { signIn } from '@/server/session';

const typed = z.object({
  email: z.string().max(1000).catch(''),
  password: z.string().max(10_000).catch(''),
  from: z.string().nullable().catch(null),
});

export async function signInHere(previous: FormState, form: FormData): Promise<FormState> {
  const { email, password, from } = typed.parse({
    email: form.get('email'),
    password: form.get('password'),
    from: form.get('from'),
  });
  const signedIn = await signIn(email, password);
  if (!signedIn.ok) return refusedForm(await getTranslations(), previous, signedIn.problem, form);
  redirect(returnPath(from) ?? `/${await getLocale()}/workspace`);
}
