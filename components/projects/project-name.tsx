import { useTranslations } from 'next-intl';

export interface ProjectNameProps {
  readonly title: string;
  readonly isOfficialName: boolean;
}

/** An official name is a quotation, not our word. A title that holds one within quotation marks has them already. */
export function ProjectName({ title, isOfficialName }: ProjectNameProps) {
  const t = useTranslations('projects');
  return <>{isQuoted({ title, isOfficialName }) ? t('quoted', { name: title }) : title}</>;
}

export const isQuoted = ({ title, isOfficialName }: ProjectNameProps) => isOfficialName && !/["“”«»]/.test(title);
