'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { acceptedForm, refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { agreeToBeNamed } from '@/server/commands/people/agree-to-be-named';
import { endOwnSession, endOwnSessions } from '@/server/commands/people/end-sessions';
import { changeOwnPassword } from '@/server/commands/people/set-password';
import { requestAddress, requireActor, requireSession, signOut } from '@/server/session';

const passwords = z.object({ oldPassword: z.string().max(10_000), newPassword: z.string().max(10_000) });
const oneSession = z.object({ sessionId: z.uuid() });

export async function changePasswordHere(previous: FormState, form: FormData): Promise<FormState> {
  const session = await requireSession();
  const t = await getTranslations();
  const { oldPassword, newPassword } = passwords.parse(Object.fromEntries(form));
  const changed = await changeOwnPassword(session, { oldPassword, newPassword, address: await requestAddress() });
  if (changed.ok) {
    refresh();
    return acceptedForm(previous, t('account.passwordSet'));
  }
  const refused = refusedForm(t, previous, changed.problem, form);
  if (changed.problem.kind !== 'wrong-credentials') return refused;
  return { ...refused, message: null, errors: { oldPassword: [t('account.wrongOldPassword')] } };
}

const naming = z.object({ isNamedInPublic: z.enum(['yes', 'no']) });

export async function agreeToBeNamedHere(form: FormData): Promise<void> {
  const actor = await requireActor();
  const { isNamedInPublic } = naming.parse(Object.fromEntries(form));
  await agreeToBeNamed(actor, { isNamedInPublic: isNamedInPublic === 'yes' });
  refresh();
}

export async function endSessionHere(form: FormData): Promise<void> {
  const actor = await requireActor();
  const { sessionId } = oneSession.parse(Object.fromEntries(form));
  await endOwnSession(actor, { sessionId });
  refresh();
}

export async function endSessionsHere(): Promise<void> {
  await endOwnSessions(await requireActor());
  await signOut();
  redirect(`/${await getLocale()}/sign-in`);
}
