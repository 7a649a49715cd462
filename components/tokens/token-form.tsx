'use client'; // its fields follow what the form was told

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/controls/field';
import { Stack } from '@/components/layout/page';
import type { FormAction } from '@/components/people/form-state';
import styles from '@/components/people/people.module.css';
import { TypedForm } from '@/components/people/typed-form';
import { tokenLifeDays, tokenScopes, usualTokenLifeDays } from '@/domain/token';

/** Asks what a token is for, what it may do and how long it works; then shows it, once. */
export function TokenForm({ action }: { readonly action: FormAction }) {
  const t = useTranslations('tokens');
  return (
    <TypedForm
      action={action}
      actionLabel={t('makeAction')}
      handedOver={{ label: t('tokenLabel'), once: t('tokenOnce') }}
    >
      {({ errors, typed }) => {
        const chosen = typed.scopes ?? (Object.keys(typed).length > 0 ? [] : tokenScopes);
        return (
          <Stack>
            <TextField
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              error={errors.name?.[0]}
              width="medium"
              maxLength={100}
              required
              autoComplete="off"
              defaultValue={typed.name?.[0]}
            />
            <fieldset className={styles.limits} id="scopes">
              <legend>{t('scopes')}</legend>
              {errors.scopes?.[0] && <p className={styles.error}>{errors.scopes[0]}</p>}
              {tokenScopes.map((scope) => (
                <label key={scope} className={styles.choice}>
                  <input type="checkbox" name="scopes" value={scope} defaultChecked={chosen.includes(scope)} />
                  {t(`scope.${scope}`)}
                </label>
              ))}
            </fieldset>
            <SelectField
              name="lifeDays"
              label={t('lifeDays')}
              hint={t('lifeHint')}
              error={errors.lifeDays?.[0]}
              emptyLabel={null}
              options={tokenLifeDays.map((days) => ({ value: String(days), label: t('days', { days }) }))}
              defaultValue={typed.lifeDays?.[0] ?? String(usualTokenLifeDays)}
            />
          </Stack>
        );
      }}
    </TypedForm>
  );
}
