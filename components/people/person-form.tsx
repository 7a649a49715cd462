'use client'; // finds places as one types, and keeps what was typed; without JavaScript the list is whole and the form works

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { type Choice, RadioField, SelectField, TextField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import { Notice } from '@/components/layout/notice';
import { type Role, roles } from '@/domain/permission';
import { type Sector, sectors } from '@/domain/vocabulary';
import { type FormAction, type FormState, untouched } from './form-state';
import { LinkToHandOver } from './link-to-hand-over';
import { type PlaceChoice, PlaceLimits } from './place-limits';
import styles from './people.module.css';

export interface PersonFormProps {
  readonly action: FormAction;
  readonly actionLabel: string;
  /** Null when somebody new is invited. */
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly organisationSlug: string | null;
    readonly limitedToPlaces: readonly string[];
    readonly limitedToSectors: readonly Sector[];
  } | null;
  readonly places: readonly PlaceChoice[];
  readonly organisations: readonly Choice[];
}

export function PersonForm({ action, actionLabel, person, places, organisations }: PersonFormProps) {
  const t = useTranslations('people');
  const roleWords = useTranslations('vocabulary.roles');
  const words = useTranslations('words.sector');
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, untouched);
  const { errors, typed } = state;
  const isTyped = Object.keys(typed).length > 0;
  const chosenSectors = isTyped ? (typed.sectors ?? []) : (person?.limitedToSectors ?? []);
  const chosenPlaces = isTyped ? (typed.places ?? []) : (person?.limitedToPlaces ?? []);
  return (
    <form action={submit} key={state.attempt} className={styles.form}>
      <ErrorSummary errors={errors} message={state.message ?? undefined} />
      {state.done && (
        <Notice tone="success" isLive>
          {state.done}
          {state.link && <LinkToHandOver link={state.link} />}
        </Notice>
      )}
      {person && <input type="hidden" name="userId" value={person.id} />}
      <Fieldset legend={t('who')}>
        <TextField
          name="name"
          label={t('name')}
          error={errors.name?.[0]}
          autoComplete="off"
          width="medium"
          maxLength={120}
          required
          defaultValue={typed.name?.[0] ?? person?.name}
        />
        {!person && (
          <TextField
            name="email"
            label={t('email')}
            hint={t('emailHint')}
            error={errors.email?.[0]}
            type="email"
            autoComplete="off"
            width="medium"
            maxLength={254}
            required
            defaultValue={typed.email?.[0]}
          />
        )}
        <SelectField
          name="organisation"
          label={t('organisation')}
          hint={t('organisationHint')}
          error={errors.organisation?.[0]}
          isOptional
          emptyLabel={t('noOrganisation')}
          options={organisations}
          defaultValue={typed.organisation?.[0] ?? person?.organisationSlug ?? ''}
        />
      </Fieldset>
      <Fieldset legend={t('rights')}>
        <RadioField
          name="role"
          label={t('role')}
          options={roles.map((role) => ({ value: role, label: roleWords(role), hint: t(`roleHints.${role}`) }))}
          defaultValue={typed.role?.[0] ?? person?.role ?? 'editor'}
        />
        <fieldset className={styles.limits}>
          <legend>{t('sectors')}</legend>
          <p className={styles.quiet}>{t('sectorsHint')}</p>
          {sectors.map((sector) => (
            <label key={sector} className={styles.choice}>
              <input type="checkbox" name="sectors" value={sector} defaultChecked={chosenSectors.includes(sector)} />
              {words(sector)}
            </label>
          ))}
        </fieldset>
        <PlaceLimits places={places} chosen={chosenPlaces} error={errors.places?.[0]} />
      </Fieldset>
      <ButtonRow>
        <Button disabled={isPending}>{actionLabel}</Button>
      </ButtonRow>
    </form>
  );
}
