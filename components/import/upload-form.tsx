'use client'; // shows how much of a file has arrived; without it the browser itself sends the form

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { described, FieldFrame, TextAreaField } from '@/components/controls/field';
import forms from '@/components/forms/forms.module.css';
import { Notice } from '@/components/layout/notice';
import { importAddress } from '@/domain/import/import-path';
import styles from './import.module.css';

type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'refused'; readonly message: string };

export interface UploadFormProps {
  readonly mostMib: number;
  /** What a plain form came back with. */
  readonly refused: string | null;
}

/** A file, or cells pasted from a spreadsheet. */
export function UploadForm({ mostMib, refused }: UploadFormProps) {
  const t = useTranslations('workspace.import');
  const locale = useLocale();
  const [sending, setSending] = useState<Sending>(refused ? { kind: 'refused', message: refused } : { kind: 'idle' });
  const isSending = sending.kind === 'sending';

  function send(event: FormEvent<HTMLFormElement>) {
    const chosen = new FormData(event.currentTarget);
    const file = chosen.get('file');
    const cells = chosen.get('cells');
    const isFile = file instanceof File && file.size > 0;
    if (!isFile && (typeof cells !== 'string' || cells.trim() === '')) {
      event.preventDefault();
      return setSending({ kind: 'refused', message: t('nothingChosen') });
    }
    event.preventDefault();
    const body = isFile ? file : new Blob([String(cells)]);
    const name = isFile ? file.name : 'pasted.csv';
    setSending({ kind: 'sending', percent: 0 });
    void sendBytes(body, `${importAddress}?${new URLSearchParams({ name, locale })}`, (percent) =>
      setSending({ kind: 'sending', percent }),
    ).then((answer) => {
      if (answer.goTo) window.location.assign(answer.goTo);
      else setSending({ kind: 'refused', message: answer.message ?? t('unsent') });
    });
  }

  const file = { name: 'file', label: t('file'), hint: t('fileHint', { most: mostMib }) };
  return (
    <form action={importAddress} method="post" encType="multipart/form-data" className={styles.fields} onSubmit={send}>
      <input type="hidden" name="locale" value={locale} />
      {sending.kind === 'refused' && (
        <Notice tone="problem" isLive>
          <p>{sending.message}</p>
        </Notice>
      )}
      <FieldFrame {...file}>
        <input type="file" accept=".csv,.tsv,.txt,.xlsx" disabled={isSending} {...described(file)} />
      </FieldFrame>
      <TextAreaField
        name="cells"
        label={t('cells')}
        hint={t('cellsHint')}
        isOptional
        rows={4}
        spellCheck={false}
        disabled={isSending}
      />
      {isSending && (
        <p>
          <progress className={styles.progress} max={100} value={sending.percent} aria-label={t('arriving')} />
        </p>
      )}
      <p role="status" className={forms.hint}>
        {isSending ? t('arrived', { percent: sending.percent }) : ''}
      </p>
      <ButtonRow>
        <Button disabled={isSending}>{t('bring')}</Button>
      </ButtonRow>
    </form>
  );
}

interface Answer {
  readonly goTo?: string;
  readonly message?: string;
}

/** `fetch` does not tell how much was sent. */
function sendBytes(body: Blob, address: string, told: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onerror = () => resolve({});
    request.onload = () => {
      const isOurs = request.getResponseHeader('content-type')?.startsWith('application/json');
      resolve(isOurs ? (JSON.parse(request.responseText) as Answer) : { message: request.responseText }); // our own route's answer
    };
    request.send(body);
  });
}
