import { useTranslations } from 'next-intl';
import { Attribution } from '@/components/files/attribution';
import type { Statement } from './published-project';

/** Who says so, how far it is verified, the source and the note: in a cell of a project's tables. */
export function ProjectAttribution({ statement }: { readonly statement: Statement }) {
  const t = useTranslations('figures');
  return <Attribution statement={{ ...statement, statedBy: { name: statement.statedBy ?? t('whoUnknown') } }} />;
}
