import { useTranslations } from 'next-intl';
import { Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DefinitionList } from '@/components/layout/definition-list';
import { Link } from '@/components/layout/link';
import type { PlaceType } from '@/domain/vocabulary';

interface Neighbour {
  readonly slug: string;
  readonly name: string;
}

export interface PlaceFactsProps {
  readonly place: {
    readonly type: PlaceType;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly pointPrecisionKm: number | null;
    readonly namesBasis: string | null;
    readonly note: string | null;
    readonly above: readonly Neighbour[];
    readonly members: readonly Neighbour[];
    readonly zones: readonly Neighbour[];
  };
  readonly placeHref: (slug: string) => string;
}

/** Where it is, in words: what it lies in, its point with its precision, the zones that cover it. */
export function PlaceFacts({ place, placeHref }: PlaceFactsProps) {
  const t = useTranslations('place.where');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const links = (places: readonly Neighbour[]) =>
    places.map(({ slug, name }, index) => (
      <span key={slug}>
        {index > 0 && ', '}
        <Link href={placeHref(slug)}>{name}</Link>
      </span>
    ));
  const nearest = place.above.toReversed();
  return (
    <DefinitionList
      entries={[
        { term: t('what'), description: words(`placeType.${place.type}`) },
        nearest.length > 0 ? { term: t('in'), description: links(nearest) } : null,
        {
          term: t('point'),
          description:
            place.latitude !== null && place.longitude !== null ? (
              <>
                {t('degrees', {
                  latitude: format.number(Math.abs(place.latitude), 4),
                  longitude: format.number(Math.abs(place.longitude), 4),
                  half: place.latitude < 0 ? 'south' : 'north',
                  side: place.longitude < 0 ? 'west' : 'east',
                })}
                {place.pointPrecisionKm !== null &&
                  `, ${t('precision', { km: format.number(place.pointPrecisionKm) })}`}
              </>
            ) : (
              <Unknown />
            ),
        },
        place.members.length > 0
          ? {
              term: t('members'),
              description: (
                <>
                  {links(place.members)}. {t('membersNote')}
                </>
              ),
            }
          : null,
        place.zones.length > 0 ? { term: t('zones'), description: links(place.zones) } : null,
        place.namesBasis ? { term: t('namesBasis'), description: place.namesBasis } : null,
        place.note ? { term: t('note'), description: place.note } : null,
      ]}
    />
  );
}
