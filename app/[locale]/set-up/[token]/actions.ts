'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { setUpFirstAdministrator } from '@/server/commands/people/first-administrator';
import { startSession } from '@/server/session';

const typed = z.object({ token: z.string(), email: z.string(), name: z.string(), newPassword: z.string() });

export async function setUpHere(previous: FormState, form: FormData): Promise<FormState> {
  const { token, email, name, newPassword: password } = typed.parse(Object.fromEntries(form));
  const setUp = await setUpFirstAdministrator({ token, email, name, password });
  if (!setUp.ok) return refusedForm(await getTranslations(), previous, setUp.problem, form);
  await startSession(setUp.value.userId);
  redirect(`/${await getLocale()}/workspace`);
}
