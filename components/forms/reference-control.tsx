'use client'; // searches while one types

import { Combobox } from '@base-ui/react/combobox';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { described, FieldFrame, type FieldProps } from '@/components/controls/field';
import controls from '@/components/controls/controls.module.css';
import type { RecordKind } from '@/domain/record/kinds';
import { type FoundReference, useFormTools } from './form-tools';
import styles from './forms.module.css';

export interface ReferenceControlProps {
  readonly field: FieldProps;
  readonly to: RecordKind;
  readonly value: string;
  readonly onChange: (slug: string) => void;
}

/** Finds a record by any of its names, languages and spellings; what is not there yet is added beside, where that can be. */
export function ReferenceControl({ field, to, value, onChange }: ReferenceControlProps) {
  const t = useTranslations('workspace.form');
  const tools = useFormTools();
  const [found, setFound] = useState<readonly FoundReference[]>([]);
  const [state, setState] = useState<'idle' | 'searching' | 'failed'>('idle');
  const [typed, setTyped] = useState('');
  const [answered, setAnswered] = useState<string | null>(null);
  const released = useRef(Promise.resolve());
  const asked = useRef<AbortController | null>(null);

  const chosen = value ? { slug: value, title: tools.labelOf(to, value), hint: null } : null;
  // Offered beside what is there already, and never before: nobody adds what they have not looked for.
  const addable: FoundReference[] =
    tools.canAdd(to) && answered === typed && typed.trim().length > 1 && typed !== chosen?.title
      ? [{ slug: toAdd, title: t('addNamed', { kind: to, name: typed.trim() }), hint: null }]
      : [];
  const listed = [...tools.ownMatches(to, typed), ...found];
  const offered = [...listed, ...(chosen && !listed.some(({ slug }) => slug === value) ? [chosen] : []), ...addable];

  async function search(query: string) {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    setState('searching');
    const answer = await tools.find(to, query, controller.signal);
    await released.current;
    if (controller.signal.aborted) return;
    setFound(answer ?? []);
    setAnswered(query);
    setState(answer ? 'idle' : 'failed');
  }

  /** What lies under a pressed pointer stays there until it is released: else the release meets another row, or none. */
  function holdStill() {
    released.current = new Promise((resolve) => {
      for (const end of ['pointerup', 'pointercancel'] as const)
        window.addEventListener(end, () => setTimeout(resolve), { once: true });
    });
  }

  function choose(next: FoundReference | null) {
    // An answer that comes after the choice would change the list under it.
    asked.current?.abort();
    setState('idle');
    if (next?.slug === toAdd) onChange(tools.add(to, typed.trim()));
    else {
      if (next) tools.learn(to, next);
      onChange(next?.slug ?? '');
    }
    setTyped('');
  }

  return (
    <FieldFrame {...field}>
      <Combobox.Root
        items={offered}
        value={chosen}
        filter={null}
        itemToStringLabel={(item: FoundReference) => item.title}
        isItemEqualToValue={(item: FoundReference, other: FoundReference) => item.slug === other.slug}
        onOpenChange={(isOpen) => {
          if (isOpen && (!asked.current || asked.current.signal.aborted)) void search(typed);
        }}
        onInputValueChange={(text, { reason }) => {
          if (reason !== 'input-change') return;
          setTyped(text);
          void search(text);
        }}
        onValueChange={choose}
      >
        <Combobox.InputGroup className={`${controls.long} ${styles.combobox}`}>
          <Combobox.Input
            {...described(field)}
            className={`${controls.control} ${styles.comboboxInput}`}
            placeholder={t('search')}
          />
          <Combobox.Clear className={styles.comboboxClear} aria-label={t('clear')}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.5" fill="none" />
            </svg>
          </Combobox.Clear>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className={styles.positioner} sideOffset={4}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.Status className={styles.status}>
                {state === 'failed'
                  ? t('searchFailed')
                  : state === 'searching' && offered.length === 0
                    ? t('searching')
                    : null}
              </Combobox.Status>
              <Combobox.Empty className={styles.status}>{state === 'idle' ? t('nothingFound') : null}</Combobox.Empty>
              <Combobox.List className={styles.options} onPointerDown={holdStill}>
                {(item: FoundReference) => (
                  <Combobox.Item
                    key={item.slug}
                    value={item}
                    className={`${styles.option} ${item.slug === toAdd ? styles.optionAdd : ''}`}
                  >
                    <span>{item.title}</span>
                    {item.hint && <span className={styles.optionHint}>{item.hint}</span>}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </FieldFrame>
  );
}

/** No identifier: it begins with a sign that none may hold. */
const toAdd = '+new';
