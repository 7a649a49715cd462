import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';

/** What is entered goes into a draft that is there already. */
export function DraftNotice({ href, title }: { readonly href: string; readonly title: string }) {
  const t = useTranslations('workspace.records');
  return (
    <Notice title={t('inDraftTitle')}>
      <p>
        <a href={href}>{title}</a>
      </p>
    </Notice>
  );
}
