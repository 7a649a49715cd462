'use client'; // says beside the fields what is to be mended

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { Notice } from '@/components/layout/notice';
import { Stack } from '@/components/layout/page';
import { shortestPassword } from '@/domain/credentials';
import { type FormAction, type FormState, untouched } from './form-state';
import { PasswordField } from './password-field';
import styles from './people.module.css';

export function PasswordForm({ action, email }: { readonly action: FormAction; readonly email: string }) {
  const t = useTranslations('account');
  const door = useTranslations('signIn');
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, untouched);
  return (
    <form action={submit} key={state.attempt} className={styles.form}>
      <ErrorSummary errors={state.errors} message={state.message ?? undefined} title={door('notDone')} />
      {state.done && (
        <Notice tone="success" isLive>
          {state.done}
        </Notice>
      )}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Stack>
        <PasswordField
          name="oldPassword"
          label={t('oldPassword')}
          error={state.errors.oldPassword?.[0]}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={door('newPassword')}
          hint={door('passwordHint', { shortest: shortestPassword })}
          error={state.errors.newPassword?.[0]}
          autoComplete="new-password"
        />
      </Stack>
      <ButtonRow>
        <Button disabled={isPending}>{t('setPassword')}</Button>
      </ButtonRow>
    </form>
  );
}
