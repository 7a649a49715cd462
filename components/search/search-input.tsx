'use client'; // suggests while one types

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isSlashOn } from './slash-shortcut';
import styles from './search.module.css';

interface Suggestion {
  readonly href: string;
  readonly title: string;
  readonly about: string;
}

export interface SearchInputProps {
  /** Takes what is typed as `q`. */
  readonly suggestionsHref: string;
  readonly words: {
    readonly label: string;
    readonly placeholder: string;
    readonly suggestions: string;
    readonly all: string;
    readonly none: string;
  };
}

/** A pause in typing that is worth a question. */
const pauseMs = 150;
const shortest = 2;

/** Without JavaScript a plain field of its form. Arrow keys choose, Enter goes there or to all results, Escape closes. */
export function SearchInput({ suggestionsHref, words }: SearchInputProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [suggestions, setSuggestions] = useState<readonly Suggestion[] | null>(null);
  const [active, setActive] = useState(-1);
  const isOpen = suggestions !== null;

  useEffect(() => {
    const asked = typed.trim();
    if (asked.length < shortest) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetch(`${suggestionsHref}&${new URLSearchParams({ q: asked })}`, { signal: controller.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<Suggestion[]>) : null)) // our own route's shape
        .then((found) => {
          setSuggestions(found);
          setActive(-1);
        })
        // Without an answer the form still leads to the results.
        .catch(() => {});
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed, suggestionsHref]);

  useEffect(() => {
    function focusOnSlash(event: globalThis.KeyboardEvent) {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || !isSlashOn()) return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener('keydown', focusOnSlash);
    return () => document.removeEventListener('keydown', focusOnSlash);
  }, []);

  function close() {
    setSuggestions(null);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const count = suggestions?.length ?? 0;
    const chosen = suggestions?.[active];
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      // The field itself is one of the stops: from it up to the last, from the last down to it.
      const stops = count + 1;
      setActive(((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + stops) % stops) - 1);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      location.assign(chosen.href);
    }
  }

  return (
    <div
      className={styles.box}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        maxLength={100}
        autoComplete="off"
        placeholder={words.placeholder}
        aria-label={words.label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}list`}
        aria-activedescendant={active >= 0 ? `${id}${active}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value.trim().length < shortest) close();
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} role="listbox" aria-label={words.suggestions} className={styles.list} hidden={!isOpen}>
        {suggestions?.map(({ href, title, about }, index) => (
          // A link, so that it opens in another tab too; the keyboard stays in the field.
          <a key={href} id={`${id}${index}`} href={href} role="option" aria-selected={index === active} tabIndex={-1}>
            <span>{title}</span>
            <span className={styles.about}>{about}</span>
          </a>
        ))}
        {suggestions?.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled className={styles.none}>
            {words.none}
          </div>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {suggestions && suggestions.length > 0 ? words.all : ''}
      </span>
    </div>
  );
}
