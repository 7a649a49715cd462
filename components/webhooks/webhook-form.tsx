'use client'; // its fields follow what the form was told

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/controls/field';
import { Stack } from '@/components/layout/page';
import type { FormAction } from '@/components/people/form-state';
import styles from '@/components/people/people.module.css';
import { TypedForm } from '@/components/people/typed-form';
import { webhookEvents } from '@/domain/webhook';

/** Asks for an address and what it is told of; then shows its secret, once. */
export function WebhookForm({ action, addressHint }: { readonly action: FormAction; readonly addressHint: string }) {
  const t = useTranslations('webhooks');
  return (
    <TypedForm action={action} actionLabel={t('addAction')} handedOver={{ label: t('secret'), once: t('secretOnce') }}>
      {({ errors, typed }) => {
        const chosen = typed.events ?? (Object.keys(typed).length > 0 ? [] : ['record.published', 'record.withdrawn']);
        return (
          <Stack>
            <TextField
              name="url"
              type="url"
              label={t('address')}
              hint={addressHint}
              error={errors.url?.[0]}
              maxLength={2000}
              required
              autoComplete="off"
              defaultValue={typed.url?.[0]}
            />
            <fieldset className={styles.limits} id="events">
              <legend>{t('events')}</legend>
              {errors.events?.[0] && <p className={styles.error}>{errors.events[0]}</p>}
              {webhookEvents.map((event) => (
                <label key={event} className={styles.choice}>
                  <input type="checkbox" name="events" value={event} defaultChecked={chosen.includes(event)} />
                  {t(`event.${event.replace('.', '-')}`)}
                </label>
              ))}
            </fieldset>
          </Stack>
        );
      }}
    </TypedForm>
  );
}
