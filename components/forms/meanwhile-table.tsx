'use client'; // part of the record form

import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { Notice } from '@/components/layout/notice';
import type { Meanwhile } from './form-state';
import styles from './forms.module.css';

/** What was published while one was typing: what the change began from, what is published now, and what was typed. */
export function MeanwhileTable({
  meanwhile,
  onTakeOver,
}: {
  readonly meanwhile: Meanwhile;
  readonly onTakeOver: () => void;
}) {
  const t = useTranslations('workspace.meanwhile');
  return (
    <Notice tone="warning" title={t('title')}>
      <p>{t('text')}</p>
      <div className={styles.scroll} role="region" aria-label={t('title')} tabIndex={0}>
        <table className={styles.meanwhile}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('base')}</th>
              <th scope="col">{t('current')}</th>
              <th scope="col">{t('yours')}</th>
            </tr>
          </thead>
          <tbody>
            {meanwhile.fields.map(({ label, base, current, yours }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label={t('base')}>{base}</td>
                <td data-label={t('current')}>{current}</td>
                <td data-label={t('yours')}>{yours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button type="button" onClick={onTakeOver}>
        {t('takeUp')}
      </Button>
    </Notice>
  );
}
