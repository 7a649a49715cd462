'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import * as z from 'zod';
import { acceptedForm, refusedForm } from '@/app/_edge/form-answers';
import type { FormState } from '@/components/people/form-state';
import { roles, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { sectors } from '@/domain/vocabulary';
import { changePerson } from '@/server/commands/people/change-person';
import { disablePerson, enablePerson } from '@/server/commands/people/disable-person';
import { endSessionsOfPerson } from '@/server/commands/people/end-sessions';
import { invitePerson, makePersonLink } from '@/server/commands/people/invite-person';
import { baseUrl } from '@/server/env';
import { requireActor } from '@/server/session';

const limits = {
  role: z.enum(roles),
  organisationSlug: z.string().transform((slug) => slug || null),
  limitedToPlaces: z.array(z.string()),
  limitedToSectors: z.array(z.enum(sectors)),
};
const invited = z.object({ name: z.string(), email: z.string(), ...limits });
const changed = z.object({ name: z.string(), userId: z.uuid(), ...limits });
const person = z.object({ userId: z.uuid() });

export async function inviteHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const input = invited.parse(fieldsOf(form));
  const result = await invitePerson(actor, input);
  if (!result.ok) return refusedForm(t, previous, result.problem, form);
  return acceptedForm(previous, t('people.invited', { name: input.name.trim() }), `${baseUrl()}${result.value.path}`);
}

export async function changeHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const result = await changePerson(actor, changed.parse(fieldsOf(form)));
  if (!result.ok) return refusedForm(t, previous, result.problem, form);
  refresh();
  return acceptedForm(previous, t('people.saved'));
}

export async function makeLinkHere(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const result = await makePersonLink(actor, person.parse(Object.fromEntries(form)));
  if (!result.ok) return refusedForm(t, previous, result.problem, form);
  return acceptedForm(previous, t('people.linkMade'), `${baseUrl()}${result.value.path}`);
}

export async function disableHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(disablePerson, 'disabled', previous, form);
}

export async function enableHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(enablePerson, 'enabled', previous, form);
}

export async function signOutPersonHere(previous: FormState, form: FormData): Promise<FormState> {
  return act(endSessionsOfPerson, 'signedOut', previous, form);
}

async function act(
  command: (actor: Actor, subject: { userId: string }) => Promise<Result<true, Problem>>,
  done: 'disabled' | 'enabled' | 'signedOut',
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const t = await getTranslations();
  const result = await command(actor, person.parse(Object.fromEntries(form)));
  if (!result.ok) return refusedForm(t, previous, result.problem, form);
  refresh();
  return acceptedForm(previous, t(`people.${done}`));
}

function fieldsOf(form: FormData) {
  return {
    ...Object.fromEntries(form),
    organisationSlug: form.get('organisation'),
    limitedToPlaces: form.getAll('places'),
    limitedToSectors: form.getAll('sectors'),
  };
}
