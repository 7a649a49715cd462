'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import * as z from 'zod';
import { acceptedForm, refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { readTokenAsked } from '@/domain/token';
import { makeToken } from '@/server/commands/tokens/make-token';
import { revokeToken } from '@/server/commands/tokens/revoke-token';
import { requireActor } from '@/server/session';

export async function makeTokenHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const asked = readTokenAsked({
    name: form.get('name'),
    scopes: form.getAll('scopes'),
    lifeDays: form.get('lifeDays'),
  });
  const made = asked.ok ? await makeToken(actor, asked.value) : asked;
  if (!made.ok) return refusedForm(t, previous, made.problem, form);
  refresh();
  return acceptedForm(previous, t('tokens.made', { name: asked.ok ? asked.value.name : '' }), made.value.token);
}

const oneToken = z.object({ tokenId: z.uuid() });

/** Own ones here, and as an administrator anyone's on the page of a person. */
export async function revokeTokenHere(form: FormData): Promise<void> {
  const actor = await requireActor();
  // Whoever comes second finds it revoked, which is what they wanted.
  await revokeToken(actor, oneToken.parse(Object.fromEntries(form)));
  refresh();
}
