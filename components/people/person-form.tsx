'use client'; // its fields follow what the form was told; without JavaScript the list of places is whole and the form works

import { useTranslations } from 'next-intl';
import { type Choice, RadioField, SelectField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import { type Role, roles } from '@/domain/permission';
import { type Sector, sectors } from '@/domain/vocabulary';
import type { FormAction } from './form-state';
import { EmailField, NameField } from './person-fields';
import { type PlaceChoice, PlaceLimits } from './place-limits';
import styles from './people.module.css';
import { TypedForm } from './typed-form';

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
  return (
    <TypedForm action={action} actionLabel={actionLabel}>
      {(state) => {
        const { errors, typed } = state;
        const isTyped = Object.keys(typed).length > 0;
        const chosenSectors = isTyped ? (typed.sectors ?? []) : (person?.limitedToSectors ?? []);
        const chosenPlaces = isTyped ? (typed.places ?? []) : (person?.limitedToPlaces ?? []);
        return (
          <>
            {person && <input type="hidden" name="userId" value={person.id} />}
            <Fieldset legend={t('who')}>
              <NameField state={state} label={t('name')} autoComplete="off" begun={person?.name} />
              {!person && <EmailField state={state} label={t('email')} hint={t('emailHint')} autoComplete="off" />}
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
                    <input
                      type="checkbox"
                      name="sectors"
                      value={sector}
                      defaultChecked={chosenSectors.includes(sector)}
                    />
                    {words(sector)}
                  </label>
                ))}
              </fieldset>
              <PlaceLimits places={places} chosen={chosenPlaces} error={errors.places?.[0]} />
            </Fieldset>
          </>
        );
      }}
    </TypedForm>
  );
}
