import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Unknown } from '@/components/figures/figure-value';
import { SectorMark, VerificationMark } from '@/components/figures/marks';
import { DefinitionList } from '@/components/layout/definition-list';
import { Link } from '@/components/layout/link';
import { ProjectName } from './project-name';
import type { Sector, Verification } from '@/domain/vocabulary';

export interface ProjectFactsProps {
  readonly sector: Sector;
  readonly subsectorLabel: string;
  readonly places: readonly { readonly slug: string; readonly name: string; readonly within: string | null }[];
  readonly placeHref: (slug: string) => string;
  readonly parties: readonly { readonly name: string; readonly role: string }[];
  readonly programme: { readonly title: string; readonly isOfficialName: boolean } | null;
  readonly whole: { readonly title: string; readonly isOfficialName: boolean; readonly href: string } | null;
  readonly landmark: { readonly title: string; readonly href: string } | null;
  readonly statusAsStated: string | null;
  readonly onHoldReason: string | null;
  readonly inUseNote: string | null;
  readonly verification: Verification;
  readonly verifiedBy: string | null;
  readonly note: string | null;
}

/** What kind of project it is, where, and who acts in it. */
export function ProjectFacts(props: ProjectFactsProps) {
  const t = useTranslations('project.facts');
  const line = (term: string, description: ReactNode) => (description ? { term, description } : null);
  const roles = [...new Set(props.parties.map(({ role }) => role))];
  return (
    <DefinitionList
      entries={[
        {
          term: t('sector'),
          description: (
            <>
              <SectorMark sector={props.sector} />, {props.subsectorLabel}
            </>
          ),
        },
        { term: t('places'), description: props.places.length > 0 ? <Places {...props} /> : <Unknown /> },
        line(t('onHold'), props.onHoldReason),
        ...roles.map((role) => ({
          term: role,
          description: props.parties
            .filter((party) => party.role === role)
            .map(({ name }) => name)
            .join('; '),
        })),
        line(t('programme'), props.programme && <ProjectName {...props.programme} />),
        line(
          t('partOf'),
          props.whole && (
            <Link href={props.whole.href}>
              <ProjectName title={props.whole.title} isOfficialName={props.whole.isOfficialName} />
            </Link>
          ),
        ),
        line(t('landmark'), props.landmark && <Link href={props.landmark.href}>{props.landmark.title}</Link>),
        line(t('statusAsStated'), props.statusAsStated && t('quoted', { words: props.statusAsStated })),
        line(t('inUse'), props.inUseNote),
        {
          term: t('verification'),
          description: <VerificationMark verification={props.verification} by={props.verifiedBy} />,
        },
        line(t('note'), props.note && <Lines text={props.note} />),
      ]}
    />
  );
}

function Places({ places, placeHref }: Pick<ProjectFactsProps, 'places' | 'placeHref'>) {
  const t = useTranslations('project.facts');
  return places.map(({ slug, name, within }, index) => (
    <span key={slug}>
      {index > 0 && '; '}
      <Link href={placeHref(slug)}>{name}</Link>
      {within && t('within', { district: within })}
    </span>
  ));
}

function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => <p key={index}>{line}</p>);
}
