'use client'; // part of the record form

import { useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/controls/button';
import { Notice } from '@/components/layout/notice';
import type { LocalDraft } from './local-drafts';

export interface KeptNoticeProps {
  readonly earlier: LocalDraft;
  readonly onTake: (earlier: LocalDraft) => void;
  readonly onForget: () => void;
}

/** Something typed here before was not sent: take it up again, or forget it. */
export function KeptNotice({ earlier, onTake, onForget }: KeptNoticeProps) {
  const t = useTranslations('workspace.form');
  return (
    <Notice tone="warning" title={t('keptTitle')}>
      <p>{t('keptText', { when: minuteHere(earlier.savedAt) })}</p>
      <ButtonRow>
        <Button type="button" onClick={() => onTake(earlier)}>
          {t('keptTake')}
        </Button>
        <Button type="button" weight="secondary" onClick={onForget}>
          {t('keptForget')}
        </Button>
      </ButtonRow>
    </Notice>
  );
}

/** The clock of this device, to the minute: `2026-11-22 19:17`. */
function minuteHere(moment: number): string {
  const offsetMs = new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(moment - offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}
