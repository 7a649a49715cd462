import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone?: 'information' | 'warning' | 'problem' | 'success';
  readonly title?: string;
  /** For something that appeared because of what the person did. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

export function Notice({ tone = 'information', title, isLive, children }: NoticeProps) {
  const t = useTranslations('layout.notice');
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={isLive ? (tone === 'problem' ? 'alert' : 'status') : undefined}
    >
      <p className={styles.title}>{title ?? t(tone)}</p>
      <div>{children}</div>
    </div>
  );
}
