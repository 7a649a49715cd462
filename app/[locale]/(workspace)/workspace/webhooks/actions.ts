'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { acceptedForm, refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { addWebhook } from '@/server/commands/webhooks/add-webhook';
import {
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  sendAgain,
  testWebhook,
} from '@/server/commands/webhooks/change-webhook';
import { requireActor } from '@/server/session';

export async function addWebhookHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const events = form.getAll('events').map(String);
  const added = await addWebhook(actor, { url: String(form.get('url') ?? ''), events });
  if (!added.ok) return refusedForm(t, previous, added.problem, form);
  refresh();
  return acceptedForm(previous, t('webhooks.added'), added.value.secret);
}

export async function pauseHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(pauseWebhook, 'pausedNow', previous, form);
}

export async function resumeHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(resumeWebhook, 'resumed', previous, form);
}

export async function testHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(testWebhook, 'tested', previous, form);
}

export async function removeHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const removed = await removeWebhook(actor, oneWebhook.parse(Object.fromEntries(form)));
  if (!removed.ok) return refusedForm(await getTranslations(), previous, removed.problem, form);
  redirect(`/${await getLocale()}/workspace/webhooks`);
}

const oneDelivery = z.object({ deliveryId: z.uuid() });

export async function sendAgainHere(form: FormData): Promise<void> {
  const actor = await requireActor();
  // Whoever comes second finds it waiting, which is what they wanted.
  await sendAgain(actor, oneDelivery.parse(Object.fromEntries(form)));
  refresh();
}

const oneWebhook = z.object({ webhookId: z.uuid() });

async function act(
  command: (actor: Actor, subject: { webhookId: string }) => Promise<Result<true, Problem>>,
  done: 'pausedNow' | 'resumed' | 'tested',
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const result = await command(actor, oneWebhook.parse(Object.fromEntries(form)));
  if (!result.ok) return refusedForm(t, previous, result.problem, form);
  refresh();
  return acceptedForm(previous, t(`webhooks.${done}`));
}
