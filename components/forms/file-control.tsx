'use client'; // sends a file as soon as it is chosen, and shows what was taken in

import { useLocale, useTranslations } from 'next-intl';
import { type ChangeEvent, useState } from 'react';
import { described, FieldFrame, type FieldProps } from '@/components/controls/field';
import { documentType, draftEvidencePath, photoTypes, uploadAddress } from '@/domain/evidence/upload';
import styles from './forms.module.css';

export interface FileControlProps {
  readonly field: FieldProps;
  /** The hash under which the file is kept; empty until one was taken in. */
  readonly value: string;
  readonly onChange: (hash: string) => void;
}

type State = { readonly kind: 'idle' | 'sending' | 'kept' } | { readonly kind: 'refused'; readonly message: string };

/** Takes in a photo or a document and keeps its hash in the form. */
export function FileControl({ field, value, onChange }: FileControlProps) {
  const t = useTranslations('workspace.evidence');
  const locale = useLocale();
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function send({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    setState({ kind: 'sending' });
    const answer = await sendFile(file, locale);
    if (answer === null) return setState({ kind: 'refused', message: t('unsent') });
    if (answer.kind === 'refused') return setState(answer);
    onChange(answer.file.hash);
    setState({ kind: 'kept' });
  }

  const error = state.kind === 'refused' ? state.message : field.error;
  return (
    <div className={styles.file}>
      <FieldFrame {...field} hint={t('hint')} error={error}>
        <input
          type="file"
          accept={[...photoTypes, documentType].join(',')}
          disabled={state.kind === 'sending'}
          onChange={(event) => void send(event)}
          {...described({ ...field, hint: t('hint'), error })}
        />
      </FieldFrame>
      <p role="status" className={styles.hint}>
        {state.kind === 'sending' ? t('sending') : value && state.kind === 'kept' ? t('kept') : ''}
      </p>
      {value && <KeptFile key={value} hash={value} />}
    </div>
  );
}

/** A photo shows itself; what is none is a document. */
function KeptFile({ hash }: { readonly hash: string }) {
  const t = useTranslations('workspace.evidence');
  const [isPhoto, setIsPhoto] = useState(true);
  if (!isPhoto) {
    return (
      <p>
        <a href={draftEvidencePath(hash, 'document.pdf')}>{t('openDocument')}</a>
      </p>
    );
  }
  return (
    // The bytes are served as they are: there is nothing to optimise.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      className={styles.kept}
      src={draftEvidencePath(hash, 'small.jpg')}
      alt={t('keptPhoto')}
      onError={() => setIsPhoto(false)}
    />
  );
}

type Answer =
  | { readonly kind: 'kept'; readonly file: { readonly hash: string } }
  | { readonly kind: 'refused'; readonly message: string };

/** Null when the service could not be reached. */
async function sendFile(file: File, locale: string): Promise<Answer | null> {
  const form = new FormData();
  form.set('locale', locale);
  form.set('file', file);
  try {
    const answer = await fetch(uploadAddress, { method: 'POST', body: form, headers: { accept: 'application/json' } });
    const isOurs = answer.headers.get('content-type')?.startsWith('application/json');
    return isOurs ? ((await answer.json()) as Answer) : { kind: 'refused', message: await answer.text() }; // our own route's answer
  } catch {
    return null;
  }
}
