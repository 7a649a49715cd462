'use client'; // a setting of this browser

import { useState, useSyncExternalStore } from 'react';
import { isSlashOn, switchSlash } from './slash-shortcut';
import styles from './search.module.css';

export interface SlashSettingProps {
  readonly words: { readonly label: string; readonly hint: string };
}

/** Who speaks to their machine, or types by accident, can switch a key off. There is no such key without JavaScript. */
export function SlashSetting({ words }: SlashSettingProps) {
  const kept = useSyncExternalStore<boolean | null>(never, isSlashOn, () => null);
  const [chosen, setChosen] = useState<boolean | null>(null);
  if (kept === null) return null;
  return (
    <label className={styles.setting}>
      <input
        type="checkbox"
        checked={chosen ?? kept}
        onChange={(event) => {
          switchSlash(event.target.checked);
          setChosen(event.target.checked);
        }}
      />
      <span>
        {words.label} <small>{words.hint}</small>
      </span>
    </label>
  );
}

const never = () => () => {};
