'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { sendForm } from '@/app/_edge/send-form';
import { typedForm } from '@/app/_edge/typed-form';
import type { FormAnswer, TypedForm } from '@/components/forms/form-state';
import { currentActor } from '@/server/session';

export async function sendRecord(typed: TypedForm): Promise<FormAnswer> {
  const actor = await currentActor();
  if (!actor) return signedOut();
  return sendForm(actor, typedForm.parse(typed));
}

/** Sending them to sign in here would lose the page and what is typed on it. */
async function signedOut(): Promise<FormAnswer> {
  const t = await getTranslations('workspace.form');
  return {
    kind: 'refused',
    message: t('signedOut'),
    link: { href: `/${await getLocale()}/sign-in`, label: t('signIn') },
    findings: [],
  };
}
