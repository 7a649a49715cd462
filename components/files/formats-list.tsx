import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/layout/definition-list';
import { formats } from '@/domain/export/formats';

/** What each format is for. */
export function FormatsList() {
  const t = useTranslations('downloads');
  return (
    <DefinitionList
      entries={formats.map((format) => ({ term: t(`formats.${format}.name`), description: t(`formats.${format}.is`) }))}
    />
  );
}
