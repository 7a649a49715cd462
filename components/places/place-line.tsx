import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import type { DateSpan } from '@/domain/calendar';
import type { PlaceType, Qualifier } from '@/domain/vocabulary';
import type { NamesOfLanguage } from './names-of-language';
import styles from './places.module.css';

export interface ListedPlace {
  readonly slug: string;
  readonly name: string;
  readonly type: PlaceType;
  readonly parentSlug: string | null;
  readonly otherNames: readonly NamesOfLanguage[];
  readonly projects: number;
  readonly landmarks: number;
  readonly latest: {
    readonly families: number | null;
    readonly persons: number | null;
    readonly qualifier: Qualifier | null;
    readonly referenceOn: DateSpan | null;
  } | null;
}

export interface PlaceLineProps {
  readonly place: ListedPlace;
  readonly href: string;
  /** What it lies in, where the list does not show it. */
  readonly within?: string | null;
}

/** One place in a list: its names, and what the record has on it. */
export function PlaceLine({ place, href, within }: PlaceLineProps) {
  const words = useTranslations('words');
  const also = place.otherNames.flatMap(({ names }) => names);
  return (
    <>
      <Link className={styles.placeName} href={href}>
        {place.name}
      </Link>
      <p className={styles.also}>
        {words(`placeType.${place.type}`)}
        {within && `, ${within}`}
        {also.map(({ language, name }) => (
          <span key={`${language} ${name}`}>
            {' · '}
            <span lang={language}>{name}</span>
          </span>
        ))}
      </p>
      <PlaceCounts place={place} />
    </>
  );
}

/** Projects, landmarks and the latest running total; nothing where there is nothing, and no zero where nobody counted. */
export function PlaceCounts({ place }: { readonly place: ListedPlace }) {
  const t = useTranslations('places');
  const format = useFigureFormat();
  const { projects, landmarks, latest } = place;
  const metric = latest && latest.families === null ? 'persons' : 'families';
  const people = latest && format.stated(statedNumber(latest[metric], metric, latest.qualifier));
  return (
    <p className={styles.counts}>
      <span>{projects > 0 ? format.quantity(projects, 'projects') : t('noProjects')}</span>
      {landmarks > 0 && <span>{format.quantity(landmarks, 'landmarks')}</span>}
      <span>
        {people
          ? latest.referenceOn
            ? t('returnedOn', { people, date: format.date(latest.referenceOn, 'short') })
            : t('returned', { people })
          : t('notCounted')}
      </span>
    </p>
  );
}
