'use client'; // narrows a long list as one types

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { fieldId } from '@/components/controls/field';
import styles from './people.module.css';

export interface PlaceChoice {
  readonly slug: string;
  readonly name: string;
  readonly depth: number;
}

export interface PlaceLimitsProps {
  /** Each below the place it lies in. */
  readonly places: readonly PlaceChoice[];
  readonly chosen: readonly string[];
  readonly error?: string;
}

/** Which places a person enters for. Those chosen stay in sight, whatever is searched for. */
export function PlaceLimits({ places, chosen: first, error }: PlaceLimitsProps) {
  const t = useTranslations('people');
  const searchId = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first));
  const [wanted, setWanted] = useState('');
  const isShown = ({ slug, name }: PlaceChoice) => chosen.has(slug) || plain(name).includes(plain(wanted));

  function choose(slug: string, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(slug);
    else next.delete(slug);
    setChosen(next);
  }

  return (
    <fieldset className={styles.limits} id={fieldId('places')} tabIndex={-1}>
      <legend>{t('places')}</legend>
      <p className={styles.quiet}>{t('placesHint')}</p>
      {error && <p className={styles.error}>{error}</p>}
      <p className={styles.find}>
        <label htmlFor={searchId}>{t('findPlace')}</label>
        <input
          id={searchId}
          className={controls.control}
          type="search"
          value={wanted}
          autoComplete="off"
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            // Enter looks for a place here; it must not send the form.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </p>
      <p className={styles.chosen} role="status">
        {t('placesChosen', {
          count: chosen.size,
          names: places.flatMap(({ slug, name }) => (chosen.has(slug) ? [name] : [])).join(', '),
        })}
      </p>
      <div className={styles.places}>
        {places.map((place) => (
          <label
            key={place.slug}
            className={styles.choice}
            hidden={!isShown(place)}
            style={{ paddingInlineStart: `${Math.min(place.depth, 4) * 1.25}rem` }}
          >
            <input
              type="checkbox"
              name="places"
              value={place.slug}
              checked={chosen.has(place.slug)}
              onChange={(event) => choose(place.slug, event.target.checked)}
            />
            {place.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Case and marks do not matter when looking for a name. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[əƏ]/g, 'e')
    .toLowerCase()
    .trim();
