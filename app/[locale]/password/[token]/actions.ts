'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { choosePassword } from '@/server/commands/people/use-link';
import { startSession } from '@/server/session';

const typed = z.object({ token: z.string(), name: z.string().nullable().default(null), newPassword: z.string() });

export async function choosePasswordHere(previous: FormState, form: FormData): Promise<FormState> {
  const { token, name, newPassword: password } = typed.parse(Object.fromEntries(form));
  const chosen = await choosePassword({ token, name, password });
  if (!chosen.ok) return refusedForm(await getTranslations(), previous, chosen.problem, form);
  await startSession(chosen.value.userId);
  redirect(`/${await getLocale()}/workspace`);
}
