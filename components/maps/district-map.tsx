import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { shadesOf } from '@/domain/map/shades';
import { ShadedMap, type ShadedMapProps } from './shaded-map';
import { ShadeKey } from './shade-key';
import styles from './map.module.css';

export interface DistrictMapProps {
  readonly map: ShadedMapProps['map'];
  readonly districts: readonly { readonly slug: string; readonly name: string; readonly projects: number }[];
  readonly hrefOf: (slug: string) => string;
}

/** Where the projects are: districts shaded by how many are known there. */
export function DistrictMap({ map, districts, hrefOf }: DistrictMapProps) {
  const t = useTranslations('maps');
  const format = useFigureFormat();
  const most = districts.toSorted((one, other) => other.projects - one.projects)[0];
  const shades = shadesOf(districts.map(({ projects }) => projects));
  const missing = districts.filter(
    ({ slug, projects }) => projects > 0 && !map.shapes.some((shape) => shape.slug === slug),
  );
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3>
          {most && most.projects > 0 ? t('finding', { place: most.name, count: most.projects }) : t('noProjects')}
        </h3>
      </figcaption>
      <ShadeKey shades={shades} label={t('projects')} />
      <ShadedMap
        map={map}
        shades={shades}
        rows={districts.map(({ slug, name, projects }) => ({
          slug,
          name,
          count: projects,
          label: format.number(projects),
          href: hrefOf(slug),
        }))}
      />
      <div className={styles.notes}>
        {missing.length > 0 && (
          <p>
            {t('missing', {
              places: missing.map(({ name, projects }) => `${name} (${format.number(projects)})`).join(', '),
            })}
          </p>
        )}
        <p>{t('orientation')}</p>
      </div>
    </figure>
  );
}
