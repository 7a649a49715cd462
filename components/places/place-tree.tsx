import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { type ListedPlace, PlaceCounts, PlaceLine } from './place-line';
import styles from './places.module.css';

export interface PlaceTreeProps {
  readonly places: readonly ListedPlace[];
  readonly hrefOf: (slug: string) => string;
}

/** Every place under what it lies in: regions, their districts, and the settlements of each. */
export function PlaceTree({ places, hrefOf }: PlaceTreeProps) {
  const t = useTranslations('places');
  const shown = new Set(places.map(({ slug }) => slug));
  const childrenOf = (slug: string | null) =>
    places.filter((place) =>
      slug === null ? !place.parentSlug || !shown.has(place.parentSlug) : place.parentSlug === slug,
    );
  const hasChildren = ({ slug }: ListedPlace) => childrenOf(slug).length > 0;
  const roots = childrenOf(null);
  // Whole regions first; a district that lies in none stands after them.
  const isRegion = ({ type }: ListedPlace) => Number(type === 'region');
  const regions = flattenRegions(roots.filter(hasChildren).toSorted((one, other) => isRegion(other) - isRegion(one)));
  const alone = roots.filter((place) => !hasChildren(place));
  return (
    <>
      {regions.map((region) => (
        <Section
          key={region.slug}
          id={region.slug}
          title={<Link href={hrefOf(region.slug)}>{region.name}</Link>}
          intro={<PlaceCounts place={region} />}
        >
          <ul className={styles.tree}>
            {childrenOf(region.slug)
              .filter((district) => district.type !== 'region')
              .map((district) => (
                <li key={district.slug} className={styles.district}>
                  {hasChildren(district) ? (
                    <>
                      <div className={styles.districtHead}>
                        <h3>
                          <Link href={hrefOf(district.slug)}>{district.name}</Link>
                        </h3>
                        <PlaceCounts place={district} />
                      </div>
                      <Settlements places={everythingIn(district)} hrefOf={hrefOf} />
                    </>
                  ) : (
                    <PlaceLine place={district} href={hrefOf(district.slug)} />
                  )}
                </li>
              ))}
          </ul>
        </Section>
      ))}
      {alone.length > 0 && (
        <Section title={t('zones')} intro={<p>{t('zonesIntro')}</p>}>
          <Settlements places={alone} hrefOf={hrefOf} />
        </Section>
      )}
    </>
  );

  /** A region that holds only other regions is a heading of its own before them. */
  function flattenRegions(from: readonly ListedPlace[]): readonly ListedPlace[] {
    return from.flatMap((place) => [
      place,
      ...flattenRegions(childrenOf(place.slug).filter(({ type }) => type === 'region')),
    ]);
  }

  function everythingIn(place: ListedPlace): readonly ListedPlace[] {
    return childrenOf(place.slug).flatMap((child) => [child, ...everythingIn(child)]);
  }
}

function Settlements({ places, hrefOf }: PlaceTreeProps) {
  return (
    <ul className={styles.settlements}>
      {places.map((place) => (
        <li key={place.slug}>
          <PlaceLine place={place} href={hrefOf(place.slug)} />
        </li>
      ))}
    </ul>
  );
}
