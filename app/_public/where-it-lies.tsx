import { getTranslations } from 'next-intl/server';
import { serverFigureFormat } from '@/components/figures/server-format';
import { LocatorMap } from '@/components/maps/locator-map';
import { drawMap } from '@/server/published/boundaries';
import type { Place } from '@/server/published/places';

/** A small map of where a place lies; nothing where neither its shape nor its point is known. */
export async function WhereItLies({ place }: { readonly place: Place }) {
  const map = drawMap('all', { width: 320, margin: 12 });
  if (!map) return null;
  const { latitude, longitude, pointPrecisionKm } = place;
  const own = [place.slug, ...place.above.map(({ slug }) => slug)];
  const marked = own.filter((slug) => map.shapes.some((shape) => shape.slug === slug)).slice(0, 1);
  const at = latitude !== null && longitude !== null ? map.pointOf(longitude, latitude) : null;
  if (marked.length === 0 && !at) return null;
  const [t, format] = await Promise.all([getTranslations('maps'), serverFigureFormat()]);
  const where = place.above.map(({ name }) => name).toReversed();
  const about = at ? pointPrecisionKm !== null && t('ring', { km: format.number(pointPrecisionKm) }) : t('areaOnly');
  return (
    <LocatorMap
      map={map}
      marked={marked}
      point={at && { at, radius: (pointPrecisionKm ?? 0) / map.kmPerUnit }}
      label={
        where.length > 0
          ? t('located', { place: place.name, where: where.join(', ') })
          : t('locatedAlone', { place: place.name })
      }
      note={[about, t('orientation')].filter(Boolean).join(' ')}
    />
  );
}
