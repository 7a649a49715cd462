'use client'; // copies the link

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/controls/button';
import controls from '@/components/controls/controls.module.css';
import styles from './people.module.css';

export interface HandedOver {
  readonly label: string;
  /** That it is shown this once, and what whoever has it can do. */
  readonly once: string;
}

export interface LinkToHandOverProps {
  readonly link: string;
  /** Where it is a secret of another kind than a one-time link. */
  readonly words?: HandedOver;
}

/** A one-time link or another secret, shown this once: nothing is sent by mail, so whoever made it hands it over. */
export function LinkToHandOver({ link, words }: LinkToHandOverProps) {
  const t = useTranslations('people');
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.link}>
      <label htmlFor={id}>{words?.label ?? t('linkLabel')}</label>
      <input
        id={id}
        className={controls.control}
        type="text"
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <span className={styles.scripted}>
        <Button
          type="button"
          weight="secondary"
          onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {t('copy')}
        </Button>
      </span>
      <span role="status">{isCopied ? t('copied') : ''}</span>
      <p>{words?.once ?? t('linkOnce')}</p>
    </div>
  );
}
