import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';

export interface EarlierVersionNoticeProps {
  /** What the address asks for. */
  readonly asked: string;
  /** Null: there is no such version. */
  readonly found: { readonly version: number; readonly goneFields: readonly string[] } | null;
  readonly current: number;
  readonly versions: readonly number[];
}

/** Said before one types: what the form below begins with. */
export function EarlierVersionNotice({ asked, found, current, versions }: EarlierVersionNoticeProps) {
  const t = useTranslations('workspace.versions');
  if (!found) {
    return (
      <Notice tone="problem" title={t('unknownTitle', { asked })}>
        <p>{t('unknownText', { versions: versions.join(', ') })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="information" title={t('againTitle', { version: found.version })}>
      <p>{t(found.version === current ? 'isCurrent' : 'againText', { current })}</p>
      {found.goneFields.length > 0 && (
        <p>{t('gone', { count: found.goneFields.length, fields: found.goneFields.join(', ') })}</p>
      )}
    </Notice>
  );
}
