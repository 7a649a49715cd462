import { useTranslations } from 'next-intl';
import type { Actor, PublishedRevision } from './published-revision';

/** Who submitted and who approved: by role and organisation, and by name where they agreed to it. */
export function Acted({ submittedBy, approvedBy }: Pick<PublishedRevision, 'submittedBy' | 'approvedBy'>) {
  const t = useTranslations('history.who');
  const person = ({ role, organisation, name }: Actor) =>
    t('person', {
      role,
      organisation: organisation ?? '',
      of: organisation ? 'some' : 'none',
      name: name ?? '',
      named: name ? 'yes' : 'no',
    });
  return t('acted', { submitter: person(submittedBy), approver: person(approvedBy) });
}
