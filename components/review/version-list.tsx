import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { PlainList } from '@/components/layout/page';
import type { IsoDate } from '@/domain/calendar';
import type { ChangeAction } from '@/domain/submission/change';
import type { ReasonKind } from '@/domain/vocabulary';

export interface VersionListProps {
  readonly versions: readonly {
    readonly version: number;
    readonly action: ChangeAction;
    readonly reasonKind: ReasonKind;
    readonly reason: string | null;
    readonly publishedOn: IsoDate;
  }[];
  readonly current: number;
  readonly hrefFor: (version: number) => string;
}

/** The versions of a record, each to be proposed again. */
export function VersionList({ versions, current, hrefFor }: VersionListProps) {
  const t = useTranslations();
  return (
    <PlainList>
      {versions.map(({ version, action, reasonKind, reason, publishedOn }) => (
        <li key={version}>
          {t('history.version', { version })}, <DateText date={publishedOn} />:{' '}
          {t('workspace.versions.action', { action })}
          {'. '}
          {t('history.reason', {
            kind: t(`vocabulary.reasonKinds.${reasonKind}`),
            hasReason: reason ? 'yes' : 'no',
            reason: reason ?? '',
          })}{' '}
          {version !== current && <a href={hrefFor(version)}>{t('history.proposeAgain', { version })}</a>}
        </li>
      ))}
    </PlainList>
  );
}
